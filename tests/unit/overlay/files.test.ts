import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkerEnded } from '../../../src/lib/base/worker';
import { TableIndex } from '../../../src/lib/overlay/query/tableIndex';
import type { OpenTable } from '../../../src/lib/overlay/query/openTable';
import { OverlayFiles } from '../../../src/lib/overlay/files.svelte';
import { choicesAfter } from '../../../src/lib/overlay/read/corrections';
import { read } from '../../../src/lib/overlay/read/read';
import { Work } from '../../../src/lib/overlay/read/work';
import { failureOf, type StoredFile, type Store, type Waiting } from '../../../src/lib/overlay/store';
import type { Table } from '../../../src/lib/overlay/table';

const csv = 'name,lat,lon,actor\nAleppo,36.2,37.1,Russia\nHama,35.1,36.7,Iran\n';
const fileOf = (text: string) => new Blob([text]);

/** A store that keeps what a browser could keep, and fails where it is told to. */
class MemoryStore implements Store {
	readonly kept = new Map<string, StoredFile & { table: Table }>();
	waiting: Waiting[] = [];
	fails: Partial<Record<keyof Store | 'put', Error>> = {};

	async #run<T>(name: keyof Store | 'put', work: () => T): Promise<T> {
		await Promise.resolve();
		if (this.fails[name]) throw this.fails[name];
		return work();
	}

	ids = () =>
		this.#run('ids', () => [...this.kept.values()].sort((a, b) => a.added - b.added).map(({ id }) => id));
	get = (id: string) => this.#run('get', () => this.kept.get(id) ?? null);
	put = (file: StoredFile, table: Table, replaces?: string) =>
		this.#run('put', () => {
			// As a browser does: what is no plain data is refused.
			const copy = { ...structuredClone({ ...file, table, file: null }), file: file.file };
			if (replaces) this.kept.delete(replaces);
			this.kept.set(file.id, copy);
		});
	setState = (id: string, state: StoredFile['state']) =>
		this.#run('setState', () => {
			const kept = this.kept.get(id);
			if (kept) this.kept.set(id, { ...kept, state });
		});
	remove = (id: string) => this.#run('remove', () => void this.kept.delete(id));
	wait = (waiting: Waiting) => this.#run('wait', () => void this.waiting.push(waiting));
	takeWaiting = () => this.#run('takeWaiting', () => this.waiting.splice(0));
}

/** Indexes that are open. Tables are in the store by way of these alone. */
function indexes(store: MemoryStore) {
	const open = new Set<OpenTable>();
	/** Ends the workers of all open tables, as a browser without memory does. */
	const ends = new Map<OpenTable, (error: unknown) => void>();
	return {
		open,
		end: () => [...open].forEach((table) => ends.get(table)!(new WorkerEnded())),
		async make(source: Table | string): Promise<OpenTable> {
			const table = typeof source === 'string' ? store.kept.get(source)!.table : source;
			const tableIndex = new TableIndex(table);
			let end!: (error: unknown) => void;
			const index: OpenTable = {
				summary: tableIndex.summary(),
				ask: async (name, ...given) => (tableIndex[name] as (...all: unknown[]) => never)(...given),
				filter: (filter) => tableIndex.filter(filter, async () => {}),
				keep: (file, replaces) => {
					if (!open.has(index)) throw new Error('its worker was ended');
					return store.put(file, table, replaces).then(() => null, failureOf);
				},
				ended: new Promise((resolve) => (end = resolve)),
				close: () => void open.delete(index)
			};
			open.add(index);
			ends.set(index, end);
			return index;
		}
	};
}

function layersOn(store = new MemoryStore(), reading: typeof read = read, patience?: number) {
	const { open, make, end } = indexes(store);
	const layers = new OverlayFiles({
		store,
		read: (file, choices, progress) => reading(file, choices, progress),
		open: make,
		patience
	});
	return { layers, store, open, end };
}

/** Waits until nothing is being read or written any more. */
const settled = (layers: OverlayFiles) =>
	expect
		.poll(() => [
			layers.jobs.filter(({ isOver }) => !isOver).length,
			layers.files.filter(({ keeping }) => keeping === 'keeping').length
		])
		.toEqual([0, 0]);
const namesOf = ({ files }: OverlayFiles) => files.map(({ layer }) => layer.name);

/** A reading that waits until it is let go on. */
function heldRead() {
	const begun: string[] = [];
	let release = () => {};
	const held: typeof read = async (file, choices, progress) => {
		begun.push(await file.text());
		await new Promise<void>((go, stop) => {
			release = go;
			progress?.signal?.addEventListener('abort', () => stop(progress.signal!.reason as Error));
		});
		return read(file, choices, progress);
	};
	return { begun, held, release: () => release() };
}

describe("a reader's own files", () => {
	it('are shown, kept, and there again at the next visit as they were left', async () => {
		const { layers, store } = layersOn();
		layers.add(fileOf(csv), 'sites.csv');
		layers.add(fileOf('name,lat,lon\nA,1000,2\n'), 'far.csv', { delimiter: ',' });
		await settled(layers);
		expect(namesOf(layers)).toEqual(['sites.csv', 'far.csv']);
		expect(layers.files.map(({ keeping }) => keeping)).toEqual(['kept', 'kept']);
		expect(layers.all).toEqual(layers.files.map(({ layer }) => layer));

		const { layers: next } = layersOn(store);
		await next.restore();
		expect(namesOf(next)).toEqual(['sites.csv', 'far.csv']);
		const [sites, far] = next.files;
		expect(sites!.layer.summary).toMatchObject({ rows: 2, placed: 2 });
		expect(far!.problems.map(({ kind }) => kind)).toEqual(['out-of-range']);
		expect(far!.choices).toEqual({ delimiter: ',' });
		expect(await sites!.file.text()).toBe(csv);
		expect(next.files.every(({ keeping }) => keeping === 'kept')).toBe(true);
	});

	it('are read one after another', async () => {
		const { begun, held, release } = heldRead();
		const { layers } = layersOn(undefined, held);
		layers.add(fileOf(csv), 'a');
		layers.add(fileOf(`${csv}x,1,2,y`), 'b');
		await expect.poll(() => begun.length).toBe(1);
		expect(layers.jobs.map(({ state }) => state)).toEqual(['reading', 'waiting']);
		release();
		await expect.poll(() => begun.length).toBe(2);
		release();
		await settled(layers);
		expect(namesOf(layers)).toEqual(['a', 'b']);
	});

	it('are not held up by one of which nothing is heard', async () => {
		const reads: typeof read = (file, choices, options) =>
			file.size === 5 ? new Promise<never>(() => {}) : read(file, choices, options);
		const { layers } = layersOn(undefined, reads, 0);
		layers.add(fileOf('stuck'), 'stuck');
		layers.add(fileOf(csv), 'a');
		await expect.poll(() => namesOf(layers)).toEqual(['a']);
		expect(layers.jobs.map(({ state }) => state)).toEqual(['reading']);
		layers.stop(layers.jobs[0]!);
		layers.add(fileOf(csv), 'b');
		await settled(layers);
		expect(namesOf(layers)).toEqual(['a', 'b']);
	});

	it('that make too much work are read once the reader lets them go on', async () => {
		const { layers } = layersOn(undefined, (file, choices, options) =>
			read(file, choices, { ...options, work: new Work(100 * (choices?.effort ?? 1)) })
		);
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		const [job] = layers.jobs;
		expect(job!.refusal).toEqual({ reason: 'too-much-work', detail: null });
		layers.goOn(job!);
		await settled(layers);
		expect([layers.jobs, namesOf(layers)]).toEqual([[], ['a']]);
		// What is corrected later may make as much work.
		expect(
			choicesAfter(layers.files[0]!.choices, layers.files[0]!.guesses, layers.files[0]!.guesses)
		).toEqual({
			effort: 16
		});
	});

	it('are read again where what holds their rows ends by itself, and not for ever', async () => {
		const { layers, store, open, end } = layersOn();
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		const file = layers.files[0]!;
		file.layer.name = 'renamed';
		for (let times = 1; times <= 3; times++) {
			const before = file.layer;
			end();
			await expect.poll(() => file.layer === before).toBe(false);
			await settled(layers);
			expect(before.hasEnded).toBe('read-again');
			expect([file.layer.name, file.layer.hasEnded, file.keeping]).toEqual(['renamed', null, 'kept']);
		}
		const last = file.layer;
		end();
		await expect.poll(() => last.hasEnded).toBe('given-up');
		expect([layers.jobs, file.layer, open.size, store.kept.size]).toEqual([[], last, 1, 1]);
	});

	it('are read again where what is to hold their rows ends as it is begun, and told where it does again', async () => {
		for (const [failures, names] of [
			[1, ['a']],
			[2, []]
		] as const) {
			const store = new MemoryStore();
			const { make } = indexes(store);
			let opened = 0;
			const layers = new OverlayFiles({
				store,
				read: (...given) => read(...given),
				open: (source) => (++opened <= failures ? Promise.reject(new WorkerEnded()) : make(source))
			});
			layers.add(fileOf(csv), 'a');
			await settled(layers);
			expect(namesOf(layers)).toEqual(names);
			expect(layers.jobs.map(({ state, hasEnded }) => [state, hasEnded])).toEqual(
				names.length > 0 ? [] : [['failed', true]]
			);
		}
	});

	it('can be stopped while they wait and while they are read; the next goes on', async () => {
		const { begun, held, release } = heldRead();
		const { layers, store, open } = layersOn(undefined, held);
		for (const name of ['a', 'b', 'c']) layers.add(fileOf(csv), name);
		await expect.poll(() => begun.length).toBe(1);
		layers.stop(layers.jobs[1]!);
		layers.stop(layers.jobs[0]!);
		expect(layers.news).toEqual({ what: 'stopped', name: 'a' });
		await expect.poll(() => begun.length).toBe(2);
		release();
		await settled(layers);
		expect(namesOf(layers)).toEqual(['c']);
		expect([store.kept.size, open.size, begun.length]).toEqual([1, 1, 2]);
	});

	it('can be stopped while they are made ready for the map', async () => {
		const store = new MemoryStore();
		const { open, make } = indexes(store);
		// eslint-disable-next-line prefer-const -- what opens its tables needs it, and it needs that
		let layers: OverlayFiles;
		const stopping = async (source: Table | string) => {
			layers.stop(layers.jobs[0]!);
			return make(source);
		};
		layers = new OverlayFiles({ store, read: (...given) => read(...given), open: stopping });
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		await expect.poll(() => [open.size, layers.files.length, store.kept.size]).toEqual([0, 0, 0]);
	});

	it('that are refused or fail say why until they are put away, and leave nothing', async () => {
		const { layers, store } = layersOn(undefined, async (file, choices, progress) => {
			if (file.size === 3) throw new Error('NotReadableError');
			return read(file, choices, progress);
		});
		layers.add(fileOf('%PDF-1.4'), 'a.csv');
		layers.add(fileOf('dir'), 'b');
		await settled(layers);
		const [refused, failed] = layers.jobs;
		expect([refused!.state, refused!.refusal]).toEqual(['refused', { reason: 'pdf', detail: null }]);
		expect([failed!.state, failed!.failure]).toEqual(['failed', 'NotReadableError']);
		expect(layers.news).toEqual({ what: 'failed', job: failed });
		layers.stop(refused!);
		layers.stop(failed!);
		expect([layers.jobs, layers.files, store.kept.size]).toEqual([[], [], 0]);
	});

	it.each([
		['there is no room', new DOMException('', 'QuotaExceededError'), 'full'],
		['the browser keeps nothing', new DOMException('', 'SecurityError'), 'refused']
	])('are shown and said not to be kept where %s', async (_, error, keeping) => {
		const { layers, store } = layersOn();
		store.fails.put = error;
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		expect(layers.files.map((file) => file.keeping)).toEqual([keeping]);
		expect(layers.news).toEqual({ what: 'not-kept', file: layers.files[0] });
		await layers.remove(layers.all[0]!.id);
		expect([layers.files, layers.fault]).toEqual([[], null]);
	});

	it('are read again in their place; what their columns are told apart by stays where they are the same', async () => {
		const { layers, store, open } = layersOn();
		layers.add(fileOf(csv), 'a');
		layers.add(fileOf(csv), 'b');
		await settled(layers);
		const file = layers.files[0]!;
		file.layer.name = 'renamed';
		file.layer.toggle(1);
		const { id } = file.layer;
		layers.readAgain(file, { swap: true });
		await settled(layers);
		expect(layers.files[0]).toBe(file);
		expect(file.layer.id).not.toBe(id);
		expect(file.layer.state).toMatchObject({ name: 'renamed', off: [1] });
		expect(file.guesses.swap).toBe(true);
		expect([...store.kept.values()].map(({ state, choices }) => [state.name, choices])).toEqual([
			['b', {}],
			['renamed', { swap: true }]
		]);
		layers.readAgain(file, { roles: { actor: 0 } });
		await settled(layers);
		expect(file.layer.state).toMatchObject({ name: 'renamed', off: [] });
		expect(open.size).toBe(2);
		const { layers: next } = layersOn(store);
		await next.restore();
		expect(namesOf(next)).toEqual(['renamed', 'b']);
	});

	it('stay as they were where they cannot be read again', async () => {
		const { layers, store, open } = layersOn();
		layers.add(fileOf('a\n'), 'a', { header: false });
		await settled(layers);
		const before = layers.all[0];
		layers.readAgain(layers.files[0]!, { header: true });
		await settled(layers);
		expect(layers.jobs.map(({ refusal }) => refusal?.reason)).toEqual(['no-rows']);
		expect(layers.all).toEqual([before]);
		expect([store.kept.size, open.size]).toEqual([1, 1]);
	});

	it('that say of no row where it is ask for that first', async () => {
		const { layers } = layersOn();
		layers.add(fileOf('a,b\nx,y\nz,w\n'), 'a');
		layers.add(fileOf('a,lat,lon\nx,999,999\n'), 'b');
		layers.add(fileOf(csv), 'c');
		await settled(layers);
		expect(layers.files.map(({ needsPlace }) => needsPlace)).toEqual([true, false, false]);
	});

	it('are gone at once and for good when they are removed, even while they are written', async () => {
		const { layers, store, open } = layersOn();
		layers.add(fileOf(csv), 'a');
		await expect.poll(() => layers.files.length).toBe(1);
		const removing = layers.remove(layers.all[0]!.id);
		expect(layers.files).toEqual([]);
		await removing;
		await settled(layers);
		expect([store.kept.size, open.size]).toEqual([0, 0]);
	});

	it('that the store still has are told of', async () => {
		const { layers, store } = layersOn();
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		store.fails.remove = new Error();
		await layers.remove(layers.all[0]!.id);
		expect([layers.files.length, layers.fault]).toEqual([0, 'remove']);
	});

	it('that another page has fetched are read once', async () => {
		const { layers, store } = layersOn();
		await store.wait({ file: fileOf(csv), name: 'fetched.csv' });
		await Promise.all([layers.restore(), layers.restore()]);
		await settled(layers);
		expect(namesOf(layers)).toEqual(['fetched.csv']);
		const { layers: next } = layersOn(store);
		await next.restore();
		await settled(next);
		expect(namesOf(next)).toEqual(['fetched.csv']);
	});

	it('come in without a store as with one', async () => {
		const { layers, store } = layersOn();
		store.fails = { ids: new Error(), put: new Error() };
		await layers.restore();
		expect(layers.fault).toBe('restore');
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		expect(namesOf(layers)).toEqual(['a']);
	});

	it('are in the store as on the page, whatever is done in whatever order', async () => {
		const step = fc.record({
			act: fc.constantFrom('add', 'add', 'refuse', 'stop', 'remove', 'again', 'rest'),
			at: fc.nat(5)
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
				const { layers, store, open } = layersOn();
				const removing: Promise<void>[] = [];
				for (const { act, at } of steps) {
					const file = layers.files[at % Math.max(1, layers.files.length)];
					if (act === 'add') layers.add(fileOf(csv), `file ${at}`);
					else if (act === 'refuse') layers.add(fileOf(''), 'empty');
					else if (act === 'stop' && layers.jobs[at]) layers.stop(layers.jobs[at]);
					else if (act === 'remove' && file) removing.push(layers.remove(file.layer.id));
					else if (act === 'again' && file) layers.readAgain(file, { swap: at % 2 === 0 });
					else if (act === 'rest') await settled(layers);
				}
				await settled(layers);
				await Promise.all(removing);
				const shown = layers.all.map(({ id }) => id);
				expect([...store.kept.keys()].sort()).toEqual([...shown].sort());
				expect([...open]).toHaveLength(shown.length);
				expect(layers.all.every(({ table }) => open.has(table))).toBe(true);
			}),
			{ numRuns: 40 }
		);
	});
});
