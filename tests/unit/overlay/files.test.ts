import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverlayFiles } from '../../../src/lib/overlay/files.svelte';
import { read } from '../../../src/lib/overlay/read/read';
import type { Table } from '../../../src/lib/overlay/table';
import { MemoryStore, browser, csv, fileOf, indexes, layersOn, namesOf, settled } from './filesMade';

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
		expect(await sites!.file!.text()).toBe(csv);
		expect(next.files.every(({ keeping }) => keeping === 'kept')).toBe(true);
	});

	it('that came with how they are shown are shown so; those of a link are kept once the reader says so', async () => {
		const { layers, store } = layersOn();
		const state = { name: 'Mine', colourBy: 0, off: [1], window: null, visible: false };
		layers.addBrought(fileOf(csv), 'a.csv', { header: true }, { state, isKept: true });
		layers.addBrought(fileOf(csv), 'b.csv', { swap: true }, { state: null, isKept: false });
		await settled(layers);
		const [mine, linked] = layers.files;
		expect(mine!.layer.state).toEqual(state);
		expect(mine!.choices).toEqual({ header: true });
		expect(linked!.guesses.swap).toBe(true);
		expect(layers.files.map(({ keeping }) => keeping)).toEqual(['kept', 'link']);
		expect(store.kept.size).toBe(1);

		// Read again it is still that of the link.
		layers.readAgain(linked!, {});
		await settled(layers);
		expect(linked!.keeping).toBe('link');
		linked!.layer.toggle(1);
		await layers.save();
		expect(store.kept.size).toBe(1);
		layers.keep(linked!);
		await settled(layers);
		expect(layers.files.map(({ keeping }) => keeping)).toEqual(['kept', 'kept']);
		expect(store.kept.size).toBe(2);
		expect(mine!.layer.state).toEqual(state);
	});

	it('of a link are gone when they are removed, and nothing that was kept goes with them', async () => {
		const { layers, store } = layersOn();
		layers.add(fileOf(csv), 'kept.csv');
		layers.addBrought(fileOf(csv), 'b.csv', {}, { state: null, isKept: false });
		await settled(layers);
		await layers.remove(layers.files[1]!.layer.id);
		expect(namesOf(layers)).toEqual(['kept.csv']);
		expect(store.kept.size).toBe(1);
		expect(layers.fault).toBeNull();
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
		layers = new OverlayFiles({
			store,
			read: (...given) => read(...given),
			open: stopping,
			openTabs: browser()
		});
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

	it('stay as they are in the store where another page has removed them', async () => {
		const [store, tabs] = [new MemoryStore(), browser()];
		const { layers: here } = layersOn(store, read, { openTabs: tabs });
		await here.restore();
		for (const name of ['a', 'b']) here.add(fileOf(csv), name);
		await settled(here);
		const { layers: there, open } = layersOn(store, read, { openTabs: tabs });
		await there.restore();
		expect(namesOf(there)).toEqual(['a', 'b']);
		await here.remove(here.all[0]!.id);
		expect([namesOf(there), there.news]).toEqual([['b'], { what: 'removed', name: 'a' }]);
		here.readAgain(here.files[0]!, { swap: true });
		await settled(here);
		await expect.poll(() => there.files.map(({ guesses }) => guesses.swap)).toEqual([true]);
		await expect.poll(() => open.size).toBe(1);
		await there.remove(there.all[0]!.id);
		expect([here.files, store.kept.size]).toEqual([[], 0]);
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
