/** What an author does at an open article, by a key or by a button, and what the workbench shows meanwhile. */
import { tick } from 'svelte';
import { counted, m } from '$lib/words';
import type { DraftArticle, DraftReport, Item, Mark, Span } from '../../draft/article';
import { blankReport, type Command } from '../../draft/commands';
import { passagesOf, sentenceSpans } from '../../draft/passages';
import { accepting, acceptingAll } from '../../draft/places';
import {
	cardOf,
	isReport,
	isWaiting,
	itemsOf,
	placesWithoutReport,
	step as stepFrom
} from '../../draft/review';
import { contains, overlaps } from '../../draft/recognise/span';
import { isTakenOver, spreadsTo } from '../../draft/same';
import { reportFor, sameWordsAgain, select, type Sort } from '../../draft/selecting';
import type { Desk } from './desk.svelte';
import { moved } from './edgeMoves';
import type { Action } from './keys';
import { idsOf, type DeskRecords } from './records';

/** In UTF-16 units: what is longer is no article, and looking through it with each key would be felt. */
const longestLive = 200_000;

export type Pane = 'text' | 'reports' | 'article';

/** What the bench asks of its page. */
export interface BenchView {
	/** Words that are selected in the text now; the browser tells of them a little later than they are. */
	selection(): Span | null;
	focusText(): void;
	/** Lets go of the words that are selected; the caret stays where they began. */
	deselect(): void;
	/** Focuses a field of the article's form: the first in which something is wrong, or the first. */
	focusHead(): void;
	/** Focuses what takes the records along, or what keeps them here. */
	focusOut(): void;
	/** Lets go of a field, so that keys are keys of the desk. */
	blur(): void;
	/** Brings a card into view and focuses it. */
	focusCard(id: string): void;
	/** Focuses a field of a card. */
	focusField(id: string, field: string): void;
	openHelp(): void;
}

export class Bench {
	/** Words that are selected in the text. */
	words = $state.raw<Span | null>(null);
	/** Which pane a small screen shows. */
	shown = $state<Pane>('reports');
	/** Whether the places that no report is about are shown. */
	isLooseOpen = $state(false);
	/** What came of the last key, for those who do not see it. */
	news = $state('');
	readonly desk: Desk;
	readonly article = $derived.by<DraftArticle>(() => this.desk.article!);
	readonly loose = $derived.by<Mark[]>(() => placesWithoutReport(this.article));
	/** What is kept around the quotes, and what is wrong with it; null of a text too long to be told as it is worked on. */
	readonly passages = $derived.by(() => {
		const { text, reports } = this.article;
		if (text.length > longestLive) return null;
		const kept = reports.filter(({ decision, id }) => decision === 'accepted' || id === this.desk.selected);
		return passagesOf(
			text,
			kept.map(({ quote }) => quote),
			kept.flatMap(({ passage }) => passage ?? [])
		);
	});
	readonly #selected = $derived.by<Mark | DraftReport | null>(
		() => itemsOf(this.article).find(({ id }) => id === this.desk.selected) ?? null
	);
	readonly #records: DeskRecords;
	readonly #known: ReadonlySet<string>;
	readonly #view: BenchView;

	constructor(desk: Desk, records: DeskRecords, view: BenchView) {
		this.desk = desk;
		this.#records = records;
		this.#known = idsOf(records.places);
		this.#view = view;
	}

	/** Looks at a report or a mark by its id. */
	async look(id: string | null): Promise<void> {
		if (id === null) return this.#view.blur();
		this.desk.selected = id;
		// A card in a part that is closed could be neither seen nor focused.
		if (this.loose.some((mark) => mark.id === id)) this.isLooseOpen = true;
		await tick();
		this.#view.focusCard(id);
	}

	/** Looks at what some words of the text are part of. */
	lookAtWords(id: string): void {
		void this.look(cardOf(this.article, id));
	}

	/** Takes the words that are selected as a report. */
	async report(): Promise<void> {
		const { article, desk } = this;
		const quote = this.#view.selection() ?? this.words ?? this.#sentenceOfMark();
		if (!quote) return;
		const mark = article.marks.find(
			({ value, start, end, decision }) =>
				value.sort === 'place' && decision !== 'rejected' && quote.start <= start && end <= quote.end
		);
		const { next } = article;
		desk.do({ do: 'report', report: { ...blankReport(quote), place: mark?.id ?? null } });
		this.#view.deselect();
		this.shown = 'reports';
		await this.look(`r${next}`);
	}

	/** Takes the words that are selected as something of the report that is looked at. */
	async take(sort: Sort): Promise<void> {
		const { article, desk } = this;
		const words = this.#view.selection() ?? this.words;
		if (!words || desk.isElsewhere) return;
		const { commands, look, asks } = select(sort, {
			article,
			words,
			report: reportFor(article, desk.selected, words, sort),
			actors: [...this.#records.actors.values()],
			sources: this.#records.sources
		});
		if (commands.length === 0) {
			this.news = m.desk_said_no_report();
			return;
		}
		desk.do({ do: 'all', commands });
		this.news = m.desk_said_taken();
		// A mouse that goes over selected words drags them.
		this.#view.deselect();
		// Of a passage nothing is asked, and the author may be about to select more.
		if (sort === 'passage') return;
		this.shown = 'reports';
		await this.look(look);
		if (asks && look && sort === 'date') this.#view.focusField(look, 'date');
	}

	/** The sentence of a place that is looked at and has no report. */
	#sentenceOfMark(): Span | null {
		const mark = this.#selected;
		if (!mark || isReport(mark)) return null;
		return sentenceSpans(this.article.text).find((sentence) => overlaps(sentence, mark)) ?? null;
	}

	async act(action: Action): Promise<void> {
		const { article, desk } = this;
		const { reports } = article;
		const item = this.#selected;
		const span = item && (isReport(item) ? item.quote : item);
		switch (action) {
			case 'next':
				return this.#step(1);
			case 'previous':
				return this.#step(-1);
			case 'next-pending':
				return this.#step(1, true);
			case 'taken-over':
				return this.#stepToTakenOver();
			case 'accept':
				if (!item) return this.#step(1, true);
				this.#run(accepting(article, item.id, this.#known));
				this.news = m.desk_said_accepted();
				return this.#step(1, true);
			case 'each':
				if (!item || !isReport(item)) return;
				this.#run(acceptingAll(article, item.id, this.#known));
				this.news = m.desk_said_accepted();
				return this.#step(1, true);
			case 'reject':
				if (!item) return;
				this.#run({ do: 'decide', id: item.id, decision: 'rejected' });
				this.news = m.desk_said_rejected();
				return this.#step(1, true);
			case 'confirm': {
				const [inference] = item && isReport(item) ? item.inferred : [];
				if (item && inference) this.#run({ do: 'confirm', id: item.id, inference });
				return;
			}
			case 'spread': {
				const mark = item && isReport(item) ? item.place : item?.id;
				const count = mark ? spreadsTo(article, mark).length : 0;
				if (mark && count > 0) {
					this.#run({ do: 'spread', id: mark });
					this.news = m.desk_said_spread(counted(count));
				} else this.news = m.desk_said_spread_none();
				return;
			}
			case 'place':
			case 'actors':
			case 'claim':
			case 'date':
			case 'source':
			case 'passage':
			case 'summary':
				return item ? this.#view.focusField(item.id, action) : undefined;
			case 'start-earlier':
			case 'start-later':
			case 'end-earlier':
			case 'end-later':
				if (item && span) this.#run({ do: 'move', id: item.id, ...moved(article.text, span, action) });
				return;
			case 'merge': {
				const next = item && isReport(item) ? reports[reports.indexOf(item) + 1] : undefined;
				if (item && next) this.#run({ do: 'merge', id: item.id, other: next.id });
				return;
			}
			case 'split': {
				const at = this.#view.selection() ?? this.words;
				if (item && isReport(item) && at) this.#run({ do: 'split', id: item.id, at: at.start });
				return;
			}
			case 'report':
				return this.report();
			case 'again': {
				if (!item || !isReport(item)) return;
				const { next } = article;
				this.#run(sameWordsAgain(article, item));
				return this.look(`r${next}`);
			}
			case 'undo':
				desk.undo();
				this.news = m.desk_said_undone();
				return;
			case 'redo':
				desk.redo();
				this.news = m.desk_said_redone();
				return;
			case 'text':
				this.shown = 'text';
				await tick();
				return this.#view.focusText();
			case 'head':
			case 'out':
				this.shown = 'article';
				await tick();
				return action === 'out' ? this.#view.focusOut() : this.#view.focusHead();
			case 'help':
				return this.#view.openHelp();
		}
	}

	/** Reports, and the places that no report is about; with `pending` those alone that are still to be looked at. */
	async #step(direction: 1 | -1, pending = false): Promise<void> {
		const cards = [...this.article.reports, ...this.loose].map(({ id }) => id);
		const { selected } = this.desk;
		const fits = (item: Item) => cards.includes(item.id) && (!pending || isWaiting(this.article, item));
		const found = stepFrom(this.article, selected, direction, fits);
		// Those that were gone past come again.
		const skipped =
			found || !pending
				? null
				: stepFrom(this.article, null, 1, (item) => item.id !== selected && fits(item));
		const next = found ?? skipped;
		if (next) await this.look(next.id);
		else this.news = direction === 1 ? m.desk_said_last() : m.desk_said_first();
	}

	/** What is kept around the quote of a report, and what is wrong with that, or would be if it were accepted. */
	passageOf({ quote }: DraftReport): { span: Span | null; fault: string | null } {
		const { passages, faults } = this.passages ?? { passages: [], faults: [] };
		return {
			span: passages.find((passage) => contains(passage, quote)) ?? null,
			fault: faults.find((fault) => fault.quote === null || overlaps(fault.quote, quote))?.code ?? null
		};
	}

	/** Goes to the next place that was taken over from the same words, and from the last to the first. */
	async #stepToTakenOver(): Promise<void> {
		const { article } = this;
		const taken = article.marks.filter((mark) => mark.value.sort === 'place' && isTakenOver(mark));
		const shown = taken.map(({ id }) => cardOf(article, id));
		const next = shown[(shown.indexOf(this.desk.selected) + 1) % shown.length];
		if (next) await this.look(next);
		else this.news = m.desk_said_last();
	}

	#run(command: Command | null): void {
		if (command) this.desk.do(command);
	}
}
