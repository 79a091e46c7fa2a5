/** Which background a map shows: what the address or the reader asks for, once the reader lets its hosts be asked. */
import { dayFor } from './address';
import { keepChoice, keepHosts, keptChoice, keptHosts } from './kept';
import { backgrounds, type Background } from './list';
import type { State } from './reception';

export class ChosenBackground {
	/** What came of it. */
	state = $state.raw<State>({ state: 'none' });
	readonly #said: () => string | null | undefined;
	readonly #onchoose: (id: string | null, replace: boolean) => void;
	readonly #all: readonly Background[];
	/** The choice, on maps of which no address speaks. */
	#own = $state<string | null>(null);
	#hosts = $state.raw<readonly string[]>([]);
	/** Whether storage was read: not on the server, whose pages are the same for all. */
	#isRead = $state(false);

	/**
	 * @param said what the address says, null for the map's own; undefined on maps of which no address speaks
	 * @param onchoose puts a choice into the address; `replace`: it is none of the reader's steps
	 */
	constructor(
		said: () => string | null | undefined = () => undefined,
		onchoose: (id: string | null, replace: boolean) => void = () => undefined,
		all = backgrounds
	) {
		this.#said = said;
		this.#onchoose = onchoose;
		this.#all = all;
	}

	/**
	 * The day of its picture, where it has one a day.
	 * @param wanted the ISO day that the timeline ends on, null where it says none
	 */
	dayOf(wanted: string | null): string | null {
		const days = this.shown && 'days' in this.shown ? this.shown.days : undefined;
		return days ? dayFor(days, wanted, yesterday()) : null;
	}

	/** Takes over what came of it. */
	onstate = (came: State): void => {
		this.state = came;
	};

	/** Whose it is, as it stands in a picture of the map. */
	get credits(): string[] {
		return this.shown?.attribution.map(({ text }) => text) ?? [];
	}

	/** Takes over what was chosen before; to be called once the map is in a browser. */
	start(): void {
		this.#hosts = keptHosts();
		this.#isRead = true;
		const kept = keptChoice();
		if (kept === null || !this.#find(kept)) return;
		const said = this.#said();
		if (said === undefined) this.#own = kept;
		else if (said === null) this.#onchoose(kept, true);
	}

	/** Those that there are to choose from. */
	get all(): readonly Background[] {
		return this.#all;
	}

	/** The id that is asked for. */
	get wanted(): string | null {
		const said = this.#said();
		return said === undefined ? this.#own : said;
	}

	/** That background, if there is one of the name. */
	get named(): Background | null {
		return this.wanted === null ? null : this.#find(this.wanted);
	}

	/** Whether an address asks for one that the site does not have. */
	get isUnknown(): boolean {
		return this.#isRead && this.wanted !== null && this.named === null;
	}

	/** Its hosts that the reader was not asked about yet. */
	get unasked(): readonly string[] {
		return this.named?.hosts.filter((host) => !this.#hosts.includes(host)) ?? [];
	}

	/** Whether the reader has to be asked first. */
	get asks(): boolean {
		return this.#isRead && this.unasked.length > 0;
	}

	/** What the map shows; null: its own ground alone. */
	get shown(): Background | null {
		return this.#isRead && !this.asks ? this.named : null;
	}

	/** The reader chooses; what has other hosts waits for their word. */
	choose(id: string | null): void {
		const chosen = id === null ? null : this.#find(id);
		if (!chosen || chosen.hosts.every((host) => this.#hosts.includes(host))) keepChoice(chosen?.id ?? null);
		this.#show(chosen?.id ?? null);
	}

	/** The reader lets the hosts be asked, from now on. */
	agree(): void {
		const { named } = this;
		if (!named) return;
		this.#hosts = [...this.#hosts, ...this.unasked];
		keepHosts(this.#hosts);
		keepChoice(named.id);
	}

	#find(id: string): Background | null {
		return this.#all.find((each) => each.id === id) ?? null;
	}

	#show(id: string | null): void {
		if (this.#said() === undefined) this.#own = id;
		else if (id !== this.wanted) this.#onchoose(id, false);
	}
}

/** As an ISO day, UTC: of today there is no whole picture yet. */
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
