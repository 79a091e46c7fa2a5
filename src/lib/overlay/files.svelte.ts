/**
 * All files of the reader's: those that are shown, those that are being read, and those that could not be. One for a
 * document, in the browser only. Files are read one after another, so that the memory for only one is needed at a time;
 * one of which nothing is heard does not hold up the next.
 */
import { noticeLate } from '../base/late';
import { WorkerEnded } from '../base/worker';
import { FileKeeper } from './fileKeeper';
import { FileLayer } from './fileLayer.svelte';
import type { FileLayerState } from './fileLayerState';
import { usable, type DamagedFile } from './kept';
import { OverlayFile } from './overlayFile.svelte';
import { openTable, prepareTable, type OpenTable } from './query/openTable';
import { Queue } from './queue';
import type { ReadOptions } from './read/bytes';
import { prepareReading, readInWorker } from './read/inWorker';
import type { Choices, Guesses, ReadResult } from './read/read';
import { ReadJob, type Brought } from './readJob.svelte';
import { BrowserStore, type Store } from './store';
import type { Table } from './table';
import { openTabs, type Gone, type Tabs } from './tabs';

/** The latest that happened, to be announced. */
export type News =
	| { what: 'shown' | 'read-again' | 'not-kept'; file: OverlayFile }
	| { what: 'refused' | 'failed'; job: ReadJob }
	| { what: 'removed' | 'stopped'; name: string }
	| { what: 'damaged'; file: DamagedFile };

interface Parts {
	store: Store;
	/** Starts what reads and holds the next file, before it is chosen. */
	prepare?(): void;
	read(file: Blob, choices: Choices, options: ReadOptions): Promise<ReadResult>;
	/** A table, or the kept one of an id. */
	open(source: Table | string): Promise<OpenTable>;
	/**
	 * How long nothing may be heard of a file that is read until the next is read beside it, and of the store until the
	 * reader is told, in milliseconds.
	 */
	patience?: number;
	/** Begins to listen to the other pages of the site. */
	openTabs(hear: (news: Gone) => void): Tabs;
}

const usualPatience = 10_000;
/** How often what holds the rows of a file may end by itself until it is no more begun anew. */
const mostEnds = 3;
/** How many times the work of before a file may make when the reader lets it go on. */
const moreEffort = 16;

export class OverlayFiles {
	/** In the order in which they came. */
	files = $state.raw<readonly OverlayFile[]>([]);
	jobs = $state.raw<readonly ReadJob[]>([]);
	/** Kept files that can't be shown, or not yet. */
	damaged = $state.raw<readonly DamagedFile[]>([]);
	news = $state.raw<News | null>(null);
	/** What the store failed at: giving what was kept, or removing something, which is then still kept. */
	fault = $state<'restore' | 'remove' | null>(null);
	readonly all: FileLayer[] = $derived(this.files.map(({ layer }) => layer));

	readonly #parts: Parts;
	readonly #keeper: FileKeeper;
	readonly #reads = new Queue();
	readonly #patience: number;
	#restored: Promise<void> | null = null;
	#tabs: Tabs | null = null;
	/** Ids of kept files that were removed or replaced while they were being opened. */
	#gone: readonly string[] = [];

	constructor(parts: Parts = usualParts()) {
		this.#parts = parts;
		this.#patience = parts.patience ?? usualPatience;
		this.#keeper = new FileKeeper(
			parts.store,
			(file) => (this.news = { what: 'not-kept', file }),
			(gone, by) => this.#tabs?.tell({ gone, by })
		);
	}

	/** Begins what takes a moment before a file can be read, as when a reader is about to choose one. */
	prepare(): void {
		this.#parts.prepare?.();
	}

	/** Reads a file and shows it. @param name as the reader knows it */
	add(file: Blob, name: string, choices: Choices = {}): void {
		this.#begin(new ReadJob(file, name, choices, null));
	}

	/** Reads a file that came with how it was read and is shown, and shows it so. */
	addBrought(file: Blob, name: string, choices: Choices, brought: Brought): void {
		this.#begin(new ReadJob(file, name, choices, null, null, brought));
	}

	/** Keeps a file that came with a link. */
	keep(file: OverlayFile): void {
		if (file.keeping !== 'link') return;
		file.keeping = 'keeping';
		void this.#keeper.keep(file);
	}

	/** Reads a file again, by other choices; what was shown of it stays until then, and where it fails. */
	readAgain(file: OverlayFile, choices: Choices): void {
		if (file.file) this.#begin(new ReadJob(file.file, file.fileName, choices, file));
	}

	/** Reads a damaged file again from its bytes, where those are there, and keeps it in the place of what is damaged. */
	repair(damaged: DamagedFile): void {
		const { file, name, choices } = damaged;
		if (file) this.#begin(new ReadJob(file, name ?? damaged.id, choices, null, damaged));
	}

	/** Reads a file after all that was refused because of the work that it makes. */
	goOn(job: ReadJob): void {
		const { file, name, choices, replaces, repairs, brought } = job;
		this.#drop(job);
		const effort = (choices.effort ?? 1) * moreEffort;
		this.#begin(new ReadJob(file, name, { ...choices, effort }, replaces, repairs, brought));
	}

	/** Stops a job, or dismisses one that is over. */
	stop(job: ReadJob): void {
		const wasOver = job.isOver;
		job.controller.abort();
		this.#drop(job);
		if (!wasOver) this.news = { what: 'stopped', name: job.name };
	}

	/** Removes a file from the page and from the store. */
	async remove(id: string): Promise<void> {
		const file = this.files.find(({ layer }) => layer.id === id);
		if (!file) return;
		this.#hide(file);
		this.news = { what: 'removed', name: file.layer.name };
		await this.#removed(this.#keeper.remove(file));
	}

	/** Removes what the store has of a damaged file. Where it can't, the file stays listed. */
	async removeDamaged(damaged: DamagedFile): Promise<void> {
		for (const job of this.jobs) if (job.repairs?.id === damaged.id) this.stop(job);
		const isRemoved = await this.#removed(this.#parts.store.remove(damaged.id).then(() => damaged.id));
		if (!isRemoved) return;
		this.#forgetDamaged(damaged.id);
		this.news = { what: 'removed', name: damaged.name ?? damaged.id };
	}

	/** Shows what was kept at earlier visits, and reads what another page has fetched. Does so once. */
	restore(): Promise<void> {
		this.#tabs ??= this.#parts.openTabs((news) => this.#hear(news));
		return (this.#restored ??= this.#restore());
	}

	/** Asks the store again, where it did not give what was kept. */
	restoreAgain(): Promise<void> {
		this.fault = null;
		return (this.#restored = this.#restore());
	}

	/** Keeps at once what changed of how files are shown. */
	save(): Promise<void> {
		return this.#keeper.save();
	}

	#begin(job: ReadJob): void {
		this.jobs = [...this.jobs, job];
		void this.#reads.run((giveWay) => this.#readInTurn(job, giveWay));
	}

	#drop(job: ReadJob): void {
		this.jobs = this.jobs.filter((other) => other !== job);
	}

	/** Reads a file; lets the next begin where nothing is heard of it for long. */
	async #readInTurn(job: ReadJob, giveWay: () => void): Promise<void> {
		let timer = setTimeout(giveWay, this.#patience);
		const onheard = () => {
			clearTimeout(timer);
			timer = setTimeout(giveWay, this.#patience);
		};
		// A stopped job ends at once, even where what it waits for never comes.
		const stopped = new Promise<void>((resolve) =>
			job.controller.signal.addEventListener('abort', () => resolve(), { once: true })
		);
		await Promise.race([this.#read(job, onheard), stopped]);
		clearTimeout(timer);
	}

	async #read(job: ReadJob, onheard: () => void, isAgain = false): Promise<void> {
		const { file, name, choices, controller, replaces, repairs, brought } = job;
		const { signal } = controller;
		if (signal.aborted) return;
		try {
			job.state = 'reading';
			const onprogress = (read: number) => {
				job.read = read;
				onheard();
			};
			this.#parts.prepare?.();
			const result = await this.#parts.read(file, choices, { signal, onprogress });
			if (signal.aborted) return;
			if (result.refusal) {
				job.refusal = result.refusal;
				job.problems = result.problems;
				job.state = 'refused';
				this.news = { what: 'refused', job };
				return;
			}
			job.state = 'opening';
			onheard();
			const table = await this.#parts.open(result.table).catch((error: unknown) => {
				// The rows went with it.
				if (error instanceof WorkerEnded && !isAgain) return null;
				throw error;
			});
			if (!table) return await this.#read(job, onheard, true);
			if (signal.aborted) return table.close();
			const { problems, guesses } = result;
			const shown = replaces ?? new OverlayFile(file, name, repairs?.added ?? Date.now());
			const before = replaces?.layer;
			const state = before
				? stateAfter(before, replaces.guesses, table, guesses)
				: (repairs?.state ?? brought?.state ?? { name });
			const isFromLink = replaces ? replaces.keeping === 'link' : brought?.isKept === false;
			if (repairs) {
				shown.keptAs = repairs.id;
				this.#forgetDamaged(repairs.id);
			}
			shown.layer = new FileLayer(newId(), table, state, guesses.cited);
			Object.assign(shown, { problems, guesses, choices, keeping: isFromLink ? 'link' : 'keeping' });
			if (before) this.#keeper.close(before);
			this.#watch(shown);
			if (!replaces) this.#show(shown);
			this.#drop(job);
			this.news = { what: replaces ? 'read-again' : 'shown', file: shown };
			// The next file need not wait for the store.
			if (!isFromLink) void this.#keeper.keep(shown);
		} catch (error) {
			if (signal.aborted) return;
			job.hasEnded = error instanceof WorkerEnded;
			if (!job.hasEnded) job.failure = error instanceof Error ? error.message : String(error);
			job.state = 'failed';
			this.news = { what: 'failed', job };
		}
	}

	/** Has a file be read again where what holds its rows ends by itself, as where memory runs out; not for ever. */
	#watch(file: OverlayFile): void {
		const { layer } = file;
		void layer.table.ended.then(() => {
			if (file.layer !== layer || !this.files.includes(file)) return;
			file.ends++;
			const canGoOn = file.file !== null && file.ends <= mostEnds;
			layer.hasEnded = canGoOn ? 'read-again' : 'given-up';
			const isAsked = this.jobs.some(({ replaces, isOver }) => replaces === file && !isOver);
			if (canGoOn && !isAsked) this.readAgain(file, file.choices);
		});
	}

	#show(file: OverlayFile): void {
		this.files = [...this.files, file].sort((a, b) => a.added - b.added);
		this.#keeper.watch(file);
	}

	/** Takes a file from the page. */
	#hide(file: OverlayFile): void {
		for (const job of this.jobs) if (job.replaces === file) this.stop(job);
		this.files = this.files.filter((other) => other !== file);
	}

	/** Waits for a removal, which gives the id of what was kept; says whether it came about, and where not, tells why. */
	async #removed(removal: Promise<string | null>): Promise<boolean> {
		let isTold = false;
		const tell = () => {
			isTold = true;
			this.fault = 'remove';
		};
		try {
			const gone = await noticeLate(removal, this.#patience, tell);
			if (gone !== null) this.#tabs?.tell({ gone, by: null });
			if (isTold) this.fault = null;
			return true;
		} catch {
			tell();
			return false;
		}
	}

	#forgetDamaged(id: string): void {
		this.#gone = [...this.#gone, id];
		this.damaged = this.damaged.filter((other) => other.id !== id);
	}

	/** Another page has removed a file, or keeps another one in its place. */
	#hear({ gone, by }: Gone): void {
		this.#forgetDamaged(gone);
		const file = this.files.find(({ keptAs }) => keptAs === gone);
		if (!file) return;
		this.#hide(file);
		this.#keeper.forget(file);
		if (by !== null) void this.#restoreOne(by);
		else this.news = { what: 'removed', name: file.layer.name };
	}

	async #restore(): Promise<void> {
		const { store } = this.#parts;
		// A browser that keeps nothing says so when something is to be kept; here it has nothing to lose.
		const failed = () => void (this.fault = 'restore');
		const asked = <T>(answer: Promise<T>) => noticeLate(answer, this.#patience, failed);
		const takeWaiting = async () => {
			for (const { file, name } of await asked(store.takeWaiting())) this.add(file, name);
		};
		const showKept = async () => {
			const ids = await asked(store.ids());
			if (this.fault === 'restore') this.fault = null;
			await Promise.all(ids.map((id) => this.#restoreOne(id)));
		};
		// All beside each other, so that what can't be had holds up nothing else.
		await Promise.all([takeWaiting().catch(failed), showKept().catch(failed)]);
	}

	/** Shows a kept file. One that can't be shown is listed as damaged, and one that takes long until it comes. */
	async #restoreOne(id: string): Promise<void> {
		if (this.files.some(({ keptAs }) => keptAs === id)) return;
		let rest: DamagedFile = usable(id, { kept: null, state: null, file: null }).rest;
		const list = (why: DamagedFile['why']) => {
			if (this.#gone.includes(id)) return;
			const file = { ...rest, why };
			this.damaged = [...this.damaged.filter((other) => other.id !== id), file];
			this.news = { what: 'damaged', file };
		};
		const show = async () => {
			const parts = await this.#parts.store.get(id);
			if (!parts) return this.#forgetDamaged(id);
			const found = usable(id, parts);
			rest = found.rest;
			const { whole } = found;
			if (!whole) return list('damaged');
			// Where memory ran out once there may be enough a moment later.
			const table = await this.#parts.open(id).catch((error: unknown) => {
				if (error instanceof WorkerEnded) return this.#parts.open(id);
				throw error;
			});
			if (this.#gone.includes(id)) return table.close();
			const { problems, guesses, choices } = whole;
			const shown = new OverlayFile(whole.file, whole.fileName, whole.added);
			shown.layer = new FileLayer(id, table, whole.state, guesses.cited);
			Object.assign(shown, { problems, guesses, choices, keeping: 'kept', keptAs: id });
			this.damaged = this.damaged.filter((other) => other.id !== id);
			this.#show(shown);
			this.#watch(shown);
		};
		await noticeLate(show(), this.#patience, () => list('late')).catch((error: unknown) =>
			list(error instanceof WorkerEnded ? 'ended' : 'damaged')
		);
	}
}

const usualParts = (): Parts => ({
	store: new BrowserStore(),
	prepare() {
		prepareReading();
		prepareTable();
	},
	read: readInWorker,
	open: openTable,
	openTabs
});

/** How a file is shown once it was read again: as before, where its columns mean the same. */
function stateAfter(
	before: FileLayer,
	old: Guesses,
	table: OpenTable,
	now: Guesses
): Partial<FileLayerState> & { name: string } {
	const state = before.state;
	const namesOf = ({ columns }: { columns: { name: string }[] }) =>
		columns.map(({ name }) => name).join('\n');
	const isSame = namesOf(before.summary) === namesOf(table.summary) && old.roles.actor === now.roles.actor;
	return isSame ? state : { name: state.name, visible: state.visible, citation: state.citation };
}

/** Letters and digits, which no other file has; the time stands in it. */
function newId(): string {
	return `own${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
}

export const overlayFiles = new OverlayFiles();
