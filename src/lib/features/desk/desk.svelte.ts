/** The desk of an author: the articles that are kept in this browser, and the one that is open. */
import { newArticle, type DraftArticle } from '../../draft/article';
import type { Command } from '../../draft/commands';
import { canRedo, canUndo, historyOf, perform, redo, undo, type History } from '../../draft/history';
import { progressOf } from '../../draft/review';
import { failureOf, type StoreFailure } from '../../overlay/store';
import { Queue } from '../../overlay/queue';
import type { DeskStore, Kept } from './store';

interface Open {
	kept: Kept;
	history: History;
	/** What of it the store has: the same object as long as the article is open. */
	saved: Saved;
}

interface Saved {
	/** Null where not even the text is kept. What could not be written is written with what comes next. */
	commands: readonly Command[] | null;
}

export class Desk {
	/** The articles that are kept, last changed first; null until they are read. */
	articles = $state.raw<readonly Kept[] | null>(null);
	/** What this browser says to keeping something. The desk works on without. */
	failure = $state<StoreFailure | null>(null);
	/** Whether another page of the site has the open article, which is only read here meanwhile. */
	isElsewhere = $state(false);
	/** Id of the mark or report that is looked at. */
	selected = $state<string | null>(null);

	#open = $state.raw<Open | null>(null);
	readonly #store: DeskStore;
	/** What is written comes in the order in which it was done. */
	readonly #writing = new Queue();
	#letGo: () => void = () => undefined;
	readonly id = $derived(this.#open?.kept.id ?? null);
	readonly article = $derived<DraftArticle | null>(this.#open?.history.article ?? null);
	readonly canUndo = $derived(this.#open !== null && !this.isElsewhere && canUndo(this.#open.history));
	readonly canRedo = $derived(this.#open !== null && !this.isElsewhere && canRedo(this.#open.history));

	constructor(store: DeskStore) {
		this.#store = store;
	}

	async load(): Promise<void> {
		this.articles = (await this.#kept(() => this.#store.list())) ?? [];
	}

	/** Puts an article on the desk, and keeps it. */
	async begin(first: DraftArticle): Promise<void> {
		const now = Date.now();
		const history = historyOf(first);
		const kept = { id: crypto.randomUUID(), begun: now, ...said(history) };
		await this.#take({ kept, history, saved: { commands: null } });
		await this.#write();
		await this.load();
	}

	/** Opens an article that is kept; false where it is not any more. */
	async open(id: string): Promise<boolean> {
		const found = await this.#kept(() => this.#store.get(id));
		if (!found) return false;
		await this.#take(opened(found));
		return true;
	}

	async close(): Promise<void> {
		this.#letGo();
		this.#open = null;
		this.selected = null;
		// What is still being written is in the list as well.
		await this.#writing.run(() => this.load());
	}

	async remove(id: string): Promise<void> {
		if (this.id === id) await this.close();
		await this.#writing.run(() => this.#kept(() => this.#store.remove(id)));
		await this.load();
	}

	/** Does something to the open article, and keeps it. One that changes nothing is as if it were not given. */
	do(command: Command): void {
		this.#move((history) => perform(history, command));
	}

	undo(): void {
		this.#move(undo);
	}

	redo(): void {
		this.#move(redo);
	}

	/** Takes the open article away from the other page that has it. */
	async takeOver(): Promise<void> {
		const open = this.#open;
		if (!open) return;
		await this.#hold(open.kept.id, true);
		// What the other page has done since is kept.
		const found = await this.#kept(() => this.#store.get(open.kept.id));
		if (found) this.#open = opened(found);
	}

	#move(change: (history: History) => History): void {
		const open = this.#open;
		if (!open || this.isElsewhere) return;
		const history = change(open.history);
		if (history === open.history) return;
		this.#open = { ...open, kept: { ...open.kept, ...said(history) }, history };
		void this.#write();
	}

	/** Writes what the store does not have of the open article. */
	#write(): Promise<void> {
		const { kept, history, saved } = this.#open!;
		const { first, commands } = history;
		return this.#writing.run(async () => {
			const at = saved.commands ? sharedStart(saved.commands, commands) : 0;
			const text = saved.commands ? null : first;
			const write = () => this.#store.write(kept, text, at, commands.slice(at)).then(() => true);
			if (!(await this.#kept(write))) return;
			saved.commands = commands;
			this.failure = null;
		});
	}

	async #take(open: Open): Promise<void> {
		this.#letGo();
		this.#open = open;
		this.selected = null;
		await this.#hold(open.kept.id, false);
	}

	/** Holds an article for this page until it lets go or is gone, so that two pages never write the same one. */
	#hold(id: string, steal: boolean): Promise<void> {
		// Without locks the browser is too old to run this page at all, or the page is no secure one.
		if (!navigator.locks) return Promise.resolve();
		return new Promise((held) => {
			const isOurs = () => this.id === id;
			let isAnswered = false;
			navigator.locks
				.request(`attested-desk-${id}`, steal ? { steal } : { ifAvailable: true }, (lock) => {
					isAnswered = true;
					if (isOurs()) this.isElsewhere = lock === null;
					held();
					return lock && new Promise<void>((done) => (this.#letGo = done));
				})
				.catch(() => {
					// Another page has taken it over; or a browser that keeps nothing has no locks either.
					if (isAnswered && isOurs()) this.isElsewhere = true;
					held();
				});
		});
	}

	/** What the store gives, or undefined where it fails, which is told. */
	async #kept<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
		try {
			return await work();
		} catch (error) {
			this.failure = failureOf(error);
			return undefined;
		}
	}
}

/** What the list of articles says of one. */
function said({ article, done }: History): Omit<Kept, 'id' | 'begun'> {
	const { reports } = progressOf(article);
	const title = article.head.title || article.text.trim().slice(0, 80);
	return {
		title,
		changed: Date.now(),
		done,
		...(article.origin && { corrects: article.origin.article.id }),
		progress: { accepted: reports.accepted, pending: reports.pending }
	};
}

/** How many commands two lists have in common from their beginning. */
function sharedStart(one: readonly Command[], other: readonly Command[]): number {
	const at = other.findIndex((command, index) => command !== one[index]);
	return at < 0 ? other.length : at;
}

function opened({ kept, first, commands }: NonNullable<Awaited<ReturnType<DeskStore['get']>>>): Open {
	// What an article could not have yet when it was begun.
	const head = { ...newArticle('').head, ...first.head };
	const whole = { ...newArticle(first.text), ...first, head };
	return { kept, history: historyOf(whole, commands, kept.done), saved: { commands } };
}
