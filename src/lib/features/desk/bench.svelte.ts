/** What an author does at an open article, by a key or by a button, and what the workbench shows meanwhile. */
import { createContext, tick } from 'svelte';
import { counted, m } from '$lib/words';
import type { DraftArticle, DraftReport, Item, Mark, PlaceCandidate, Span } from '../../draft/article';
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
import { reviewing } from '../../draft/reviewing';
import { contains, overlaps } from '../../draft/recognise/span';
import { isTakenOver, spreadsTo } from '../../draft/same';
import { reportFor, sameWordsAgain, select, type Sort } from '../../draft/selecting';
import { today } from './day';
import type { Desk } from './desk.svelte';
import { moved } from './edgeMoves';
import type { Action } from './keys';
import { Placing, type Stroke } from './placing.svelte';
import { idsOf, tagsOf, type DeskRecords } from './records';
import type { Tool } from '../../draft/sketch';

/** In UTF-16 units: what is longer is no article, and looking through it with each key would be felt. */
const longestLive = 200_000;

export type Pane = 'text' | 'reports' | 'map' | 'article';

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
	/** Who is at this device, or empty. */
	recorder(): string;
	/** Gives the map the keyboard, where there is one. */
	focusMap(): void;
	/** Places of the gazetteer by name. */
	search(name: string): Promise<PlaceCandidate[]>;
}

/** The bench of a page, for the parts of a card that are at work on a place. */
export const [getBench, setBench] = createContext<Bench>();

export class Bench {
	/** Words that are selected in the text. */
	words = $state.raw<Span | null>(null);
	/** Which pane a small screen shows. */
	shown = $state<Pane>('reports');
	/** What stands beside text and reports on a wide one. */
	side = $state<'map' | 'article'>('map');
	/** The place that is being set, or null. */
	placing = $state.raw<Placing | null>(null);
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
	/** The place of what is looked at. */
	readonly placeMark = $derived.by<Mark | null>(() => {
		const item = this.#selected;
		const id = item && isReport(item) ? item.place : item?.id;
		return this.article.marks.find((mark) => mark.id === id && mark.value.sort === 'place') ?? null;
	});
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

	/** Shows the map or the article, on a wide screen and on a small one. */
	show(pane: 'map' | 'article'): void {
		this.side = pane;
		this.shown = pane;
	}

	/** Begins to set the place of a mark; with a tool, or `'fitting'`, by drawing it. */
	async place(mark: Mark, tool: Tool | 'fitting' | null = null): Promise<void> {
		if (this.desk.isElsewhere) return;
		if (this.placing?.mark !== mark.id) this.placing = new Placing(this.article, mark, tagsOf(this.#records));
		if (tool === null) return;
		this.placing.draw(tool === 'fitting' ? undefined : tool);
		this.show('map');
		await tick();
		this.#view.focusMap();
	}

	/** What a hand has done on the map. */
	async stroke(stroke: Stroke): Promise<void> {
		if (this.placing?.stroke(stroke)) await this.#drawn();
	}

	/** Ends a line or an area. */
	async finishDrawing(): Promise<void> {
		if (this.placing?.finish()) await this.#drawn();
	}

	/** Leaves off drawing; what was typed stays. */
	async leaveDrawing(): Promise<void> {
		const { placing } = this;
		if (!placing?.sketch) return;
		placing.sketch = null;
		this.news = m.desk_draw_left();
		await this.toCard();
	}

	/** From the map to the card of what is looked at. */
	async toCard(): Promise<void> {
		this.shown = 'reports';
		await this.look(this.desk.selected);
	}

	/** What is drawn is to be explained, in the card of its words. */
	async #drawn(): Promise<void> {
		const card = this.desk.selected;
		this.shown = 'reports';
		this.news = m.desk_draw_done();
		await tick();
		if (card !== null) this.#view.focusField(card, 'reason');
	}

	/** Gives the place that is being set to its words. */
	async savePlace(): Promise<void> {
		const command = this.placing?.command(this.article, this.#known) ?? null;
		if (!command) return;
		this.#run(command);
		await this.closePlace();
	}

	async closePlace(): Promise<void> {
		this.placing = null;
		await this.look(this.desk.selected);
	}

	/** Places of the gazetteer and of the data set by name. @throws Error where it can't be had */
	search(name: string): Promise<PlaceCandidate[]> {
		return this.#view.search(name);
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
			sources: this.#records.sources,
			languages: tagsOf(this.#records)
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
			case 'review': {
				const review =
					item && isReport(item) ? reviewing(article, item, this.#view.recorder(), today()) : null;
				this.#run(review);
				this.news = review ? m.desk_said_review() : m.desk_said_review_not();
				return;
			}
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
			case 'map':
				this.show('map');
				await tick();
				return this.#view.focusMap();
			case 'head':
			case 'out':
				this.show('article');
				await tick();
				return action === 'out' ? this.#view.focusOut() : this.#view.focusHead();
			case 'locate':
				if (this.placeMark) return this.place(this.placeMark, 'fitting');
				this.news = m.desk_draw_no_words();
				return;
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
