/** What an author does at an open article, by a key or by a button, and what the workbench shows meanwhile. */
import { createContext, tick } from 'svelte';
import { m } from '$lib/words';
import type { DraftArticle, DraftReport, Mark, PlaceCandidate, Span } from '../../draft/article';
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
import { Placing, type Stroke } from './placing.svelte';
import type { Tool } from '../../draft/sketch';

export type Pane = 'text' | 'reports' | 'map' | 'article';

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
	readonly #selected = $derived.by<Mark | DraftReport | null>(
		() => itemsOf(this.article).find(({ id }) => id === this.desk.selected) ?? null
	);
	/** The place of what is looked at. */
	readonly placeMark = $derived.by<Mark | null>(() => {
		const item = this.#selected;
		const id = item && isReport(item) ? item.place : item?.id;
		return this.article.marks.find((mark) => mark.id === id && mark.value.sort === 'place') ?? null;
	});
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

	/** Shows the map or the article, on a wide screen and on a small one. */
	show(pane: 'map' | 'article'): void {
		this.side = pane;
		this.shown = pane;
	}

	/** Begins to set the place of a mark; with a tool, or `'fitting'`, by drawing it. */
	async place(mark: Mark, tool: Tool | 'fitting' | null = null): Promise<void> {
		if (this.desk.isElsewhere) return;
		if (this.placing?.mark !== mark.id) this.placing = new Placing(this.article, mark);
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
			case 'map':
				this.show('map');
				await tick();
				return this.#view.focusMap();
			case 'head':
				return this.show('article');
			case 'locate':
				if (this.placeMark) return this.place(this.placeMark, 'fitting');
				this.news = m.desk_draw_no_words();
				return;
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
