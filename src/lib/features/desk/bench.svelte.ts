/** What an author does at an open article, by a key or by a button, and what the workbench shows meanwhile. */
import { tick } from 'svelte';
import { m } from '$lib/words';
import type { DraftArticle, DraftReport, Mark, Span } from '../../draft/article';
import { blankReport, type Command } from '../../draft/commands';
import { accepting } from '../../draft/places';
import {
	cardOf,
	isPending,
	isReport,
	itemsOf,
	placesWithoutReport,
	step as stepFrom
} from '../../draft/review';
import type { Desk } from './desk.svelte';
import { moved } from './edgeMoves';
import type { Action } from './keys';

export type Pane = 'text' | 'reports' | 'article';

/** What the bench asks of its page. */
export interface BenchView {
	/** Words that are selected in the text now; the browser tells of them a little later than they are. */
	selection(): Span | null;
	focusText(): void;
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
	readonly #selected = $derived.by<Mark | DraftReport | null>(
		() => itemsOf(this.article).find(({ id }) => id === this.desk.selected) ?? null
	);
	readonly #known: ReadonlySet<string>;
	readonly #view: BenchView;

	/** @param known ids of the places of the data set */
	constructor(desk: Desk, known: ReadonlySet<string>, view: BenchView) {
		this.desk = desk;
		this.#known = known;
		this.#view = view;
	}

	/** Looks at a report or a mark by its id. */
	async look(id: string | null): Promise<void> {
		if (id === null) return;
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
		const quote = this.#view.selection() ?? this.words;
		if (!quote) return;
		const mark = article.marks.find(
			({ value, start, end, decision }) =>
				value.sort === 'place' && decision !== 'rejected' && quote.start <= start && end <= quote.end
		);
		const { next } = article;
		desk.do({ do: 'report', report: { ...blankReport(quote), place: mark?.id ?? null } });
		this.shown = 'reports';
		await this.look(`r${next}`);
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
			case 'accept':
				if (!item) return this.#step(1, true);
				this.#run(accepting(article, item.id, this.#known));
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
				if (mark) this.#run({ do: 'spread', id: mark });
				return;
			}
			case 'place':
			case 'actors':
			case 'claim':
			case 'date':
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
			case 'help':
				return this.#view.openHelp();
		}
	}

	/** Reports, and the places that no report is about; with `pending` the reports alone that wait for a decision. */
	async #step(direction: 1 | -1, pending = false): Promise<void> {
		const cards = [...this.article.reports, ...this.loose].map(({ id }) => id);
		const found = stepFrom(
			this.article,
			this.desk.selected,
			direction,
			(item) => cards.includes(item.id) && (!pending || (isReport(item) && isPending(item)))
		);
		if (found) await this.look(found.id);
		else this.news = direction === 1 ? m.desk_said_last() : m.desk_said_first();
	}

	#run(command: Command | null): void {
		if (command) this.desk.do(command);
	}
}
