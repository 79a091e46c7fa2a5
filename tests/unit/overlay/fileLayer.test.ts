import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { palette } from '../../../src/lib/overlay/colours';
import { TableIndex, type RowFilter } from '../../../src/lib/overlay/query/tableIndex';
import type { OpenTable } from '../../../src/lib/overlay/query/openTable';
import { FileLayer } from '../../../src/lib/overlay/fileLayer.svelte';
import type { FileLayerState } from '../../../src/lib/overlay/fileLayerState';
import { dayOfIso } from '../../../src/lib/base/days';
import { tableOf } from './made';

const csv = `name,lat,lon,actor,kind,date
Tartus,34.89,35.89,Russia,port,2015-10-01
Hmeimim,35.40,35.95,Russia,base,2015-09-30
Masyaf,35.06,36.34,Iran,plant,2018-07-22
Masyaf,35.06,36.34,Israel,strike,2022-08-25
Aleppo,36.18,37.22,Israel,strike,2022-08-31
Somewhere,,,Iran,base,
`;

/** A layer on a table whose answers to `filter` come when the test lets them, as those of a worker come later. */
async function layerOf(text = csv, state: Partial<FileLayerState> = {}) {
	const tableIndex = new TableIndex(await tableOf(text));
	const filters: RowFilter[] = [];
	let latest = 0;
	const table: OpenTable = {
		summary: tableIndex.summary(),
		ask: async (name, ...given) => (tableIndex[name] as (...all: unknown[]) => never)(...given),
		filter: async (filter) => {
			const call = ++latest;
			filters.push(filter);
			await Promise.resolve();
			return call === latest ? tableIndex.filter(filter, async () => {}) : null;
		},
		keep: () => Promise.resolve(null),
		ended: new Promise(() => {}),
		close: () => {}
	};
	const layer = new FileLayer('a1', table, { name: 'sites.csv', ...state });
	onTestFinished(() => layer.close());
	await settled(layer);
	return { layer, tableIndex, filters };
}

const settled = (layer: FileLayer) => vi.waitFor(() => expect(layer.count).not.toBeNull());
const codeOf = (layer: FileLayer, wanted: string) =>
	layer.summary.colour!.values.find(({ value }) => value === wanted)!.code;
const counts = (layer: FileLayer) =>
	Object.fromEntries(layer.count!.values.map(({ value, count }) => [value, count] as const));

describe('a layer of a reader’s own', () => {
	it('has a name on the map that a sentence has room for, with what nobody sees written out', async () => {
		const { layer } = await layerOf();
		layer.name = 'long '.repeat(20);
		expect(layer.mapLayer!.name).toBe(`${'long '.repeat(8)}…`);
		layer.name = 'a\u202eb';
		expect(layer.mapLayer!.name).toMatch(/^a⟨U\+202E [^⟩]+⟩b$/);
	});

	it('answers to a toggle at once, and asks for no tile anew', async () => {
		const { layer } = await layerOf();
		const version = layer.mapLayer!.version;
		layer.toggle(codeOf(layer, 'Russia'));
		expect(layer.shownRows).toBe(4);
		expect(layer.mapLayer).toMatchObject({ version, off: new Set([codeOf(layer, 'Russia')]) });
		await vi.waitFor(() => expect(layer.count!.rows).toBe(4));
		expect(counts(layer).Russia, 'what turning it on would bring').toBe(2);
		layer.only([codeOf(layer, 'Iran')]);
		expect(layer.shownRows).toBe(2);
		layer.only();
		expect(layer.shownRows).toBe(6);
		layer.only([]);
		expect(layer.shownRows).toBe(0);
		expect(layer.mapLayer!.version).toBe(version);
	});

	it('counts what a search leaves, and has tiles of it cut anew', async () => {
		const { layer } = await layerOf();
		const version = layer.mapLayer!.version;
		layer.search('masy');
		layer.search('masyaf');
		await vi.waitFor(() => expect(layer.shownRows).toBe(2));
		expect(counts(layer)).toEqual({ Iran: 1, Israel: 1 });
		expect(layer.mapLayer!.version).toBe(version + 1);
		layer.search('');
		await vi.waitFor(() => expect(layer.shownRows).toBe(6));
		expect(layer.mapLayer!.version).toBe(version + 2);
	});

	const year = (number: number) => ({ from: dayOfIso(`${number}-01-01`), to: dayOfIso(`${number}-12-31`) });
	/** The marks of the tile with all of the world. */
	const marksOf = async (layer: FileLayer) => {
		const { count } = (await layer.mapLayer!.marks(0, 0, 0))!;
		return Array.from(count, (count) => ({ count }));
	};

	it('holds the time of the page and its own, which the map itself does for marks of one row', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		onTestFinished(() => void vi.useRealTimers());
		const { layer } = await layerOf();
		expect(await marksOf(layer)).toHaveLength(5);
		const version = layer.mapLayer!.version;
		layer.setWindow({ from: year(2015).from, to: year(2018).to });
		expect(layer.mapLayer).toMatchObject({ window: layer.window, version });
		layer.setPageWindow({ from: year(2018).from, to: year(2022).to });
		expect(layer.mapLayer!.window).toEqual(year(2018));
		await vi.waitFor(() => expect(layer.shownRows).toBe(1));
		await vi.advanceTimersByTimeAsync(1000);
		expect(layer.mapLayer!.version).toBe(version);
		expect(layer.state.window, 'of the page nothing is kept').toEqual({
			from: year(2015).from,
			to: year(2018).to
		});
		expect(await marksOf(layer), 'tiles have the other rows too').toHaveLength(5);
		layer.setPageWindow(null);
		expect(layer.mapLayer!.version).toBe(version);
		await vi.waitFor(() => expect(layer.shownRows).toBe(3));
	});

	it('has tiles cut for a window that rests where a mark stands for several rows', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
		onTestFinished(() => void vi.useRealTimers());
		const { layer } = await layerOf(`${csv}Hmeimim,35.40,35.95,Russia,base,2018-01-01\n`);
		const counts = async () => (await marksOf(layer)).map(({ count }) => count).sort();
		expect(await counts()).toEqual([1, 1, 1, 1, 2]);
		const version = layer.mapLayer!.version;
		layer.setWindow(year(2018));
		expect(layer.mapLayer!.version, 'the map itself takes the rest away').toBe(version);
		await vi.waitFor(() => expect(layer.shownRows).toBe(2));
		await vi.advanceTimersByTimeAsync(1000);
		expect(layer.mapLayer!.version).toBe(version + 1);
		expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]);
		layer.setWindow(year(2022));
		expect(layer.mapLayer!.version, 'nothing that another window shows is missing').toBe(version + 1);
		// Rows without a date are back in the tiles at once.
		layer.setWindow(null);
		expect(layer.mapLayer!.version).toBe(version + 2);
		expect(await counts()).toEqual([1, 1, 1, 1, 2]);
	});

	it('knows no time where no row has a date', async () => {
		const { layer } = await layerOf('name,lat,lon\nA,36,37\n');
		layer.setPageWindow({ from: 0, to: 1 });
		expect(layer.mapLayer!.window).toBeNull();
	});

	it('tells rows apart by any column that has few values, and turns on what was off', async () => {
		const { layer } = await layerOf();
		layer.toggle(codeOf(layer, 'Iran'));
		expect(await layer.colourBy(4)).toBe(true);
		expect(layer.summary.colour).toMatchObject({ column: 4, name: 'kind' });
		expect(layer.off.size).toBe(0);
		expect(layer.colours[codeOf(layer, 'base')]).toBe(palette[0]);
		expect(layer.state.colourBy).toBe(4);
		const many = Array.from({ length: 1200 }, (_, row) => `A,36,37,x${row},y`).join('\n');
		const { layer: other } = await layerOf(`name,lat,lon,note,actor\n${many}\n`);
		const before = other.summary;
		expect(await other.colourBy(3)).toBe(false);
		expect(other.summary).toBe(before);
		expect(other.state.colourBy).toBeUndefined();
	});

	it('takes the colours of the file where nothing else tells rows apart', async () => {
		const { layer } = await layerOf(
			'name,lat,lon,marker-color\nA,36,37,#f00\nB,36,37,url(x)\nC,36,37,#f00\n'
		);
		await vi.waitFor(() => expect(layer.summary.colour?.column).toBe(3));
		expect(layer.colours[codeOf(layer, '#f00')]).toBe('#ff0000');
		expect(layer.colours[codeOf(layer, 'url(x)')]).toBe(palette[0]);
	});

	it('is as it was when it is opened again', async () => {
		const { layer } = await layerOf();
		await layer.colourBy(4);
		layer.toggle(codeOf(layer, 'strike'));
		layer.setWindow({ from: dayOfIso('2015-01-01'), to: dayOfIso('2022-08-30') });
		layer.visible = false;
		layer.name = 'Sites';
		const { layer: again } = await layerOf(csv, JSON.parse(JSON.stringify(layer.state)));
		await vi.waitFor(() => expect(again.state).toEqual(layer.state));
		expect(again.mapLayer).toBeNull();
		await vi.waitFor(() => expect(again.shownRows).toBe(3));
	});

	it('opens what a mark stands for, a row of it, and goes back', async () => {
		const { layer } = await layerOf();
		const hit = { layer: 'a1', row: 2, count: 1, longitude: 36.34, latitude: 35.06, degrees: 0, code: 2 };
		await layer.select(hit);
		expect(layer.selected).toMatchObject({ row: null, group: { count: 2 } });
		expect(layer.mapLayer!.selected).toEqual({ at: [36.34, 35.06], radius: null });
		await layer.open(3);
		expect(layer.selected).toMatchObject({ row: { row: 3 }, group: { count: 2 } });
		layer.back();
		expect(layer.selected).toMatchObject({ row: null, group: { count: 2 } });
		await layer.open(5);
		expect(layer.selected).toMatchObject({ row: { row: 5, place: null }, group: null });
		expect(layer.mapLayer!.selected).toBeNull();
		await layer.select({ ...hit, row: 4 });
		expect(layer.selected).toMatchObject({ row: { row: 4 }, group: null });
		await layer.open(null);
		expect(layer.selected).toBeNull();
	});

	it('opens what was asked for last', async () => {
		const { layer } = await layerOf();
		await Promise.all([layer.open(1), layer.open(2)]);
		expect(layer.selected!.row!.row).toBe(2);
		await Promise.all([layer.open(1), layer.open(null)]);
		expect(layer.selected).toBeNull();
	});

	it('opens a row by its place in the table, in the order in which it is sorted, and the last that was asked for', async () => {
		const { layer } = await layerOf();
		await layer.sort({ column: 0, isDescending: false });
		await layer.openAt(0);
		expect(layer.selected?.row?.cells[0]).toBe('Aleppo');
		await Promise.all([layer.openAt(0), layer.open(0)]);
		expect(layer.selected?.row?.cells[0]).toBe('Tartus');
		await layer.openAt(6);
		expect(layer.selected?.row?.cells[0], 'there is none').toBe('Tartus');
	});

	it('exports the rows that are shown, in the order of the table', async () => {
		const { layer } = await layerOf();
		layer.only([codeOf(layer, 'Israel')]);
		await layer.sort({ column: 0, isDescending: false });
		const lines = (await (await layer.csv()).text()).trim().split(/\r?\n/);
		expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['Aleppo', 'Masyaf']);
	});

	it('filters as many rows as the worker does, whatever is done to it', async () => {
		const step = fc.oneof(
			fc.record({ toggle: fc.nat(3) }),
			fc.record({ search: fc.constantFrom('', 'masyaf', 'strike', '2022', 'nothing') }),
			fc.record({ year: fc.option(fc.constantFrom(2015, 2018, 2022)) }),
			fc.record({ around: fc.option(fc.constantFrom(2015, 2018, 2022)) })
		);
		const days = (year: number | null) =>
			year === null ? null : { from: dayOfIso(`${year}-01-01`), to: dayOfIso(`${year}-12-31`) };
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
				const { layer, tableIndex, filters } = await layerOf();
				for (const given of steps) {
					if ('toggle' in given) layer.toggle(given.toggle);
					else if ('search' in given) layer.search(given.search);
					else if ('year' in given) layer.setWindow(days(given.year));
					else layer.setPageWindow(days(given.around));
				}
				const last = filters.at(-1)!;
				const { rows } = await tableIndex.filter(last, async () => {});
				await vi.waitFor(() => expect([layer.shownRows, layer.count!.rows]).toEqual([rows, rows]), {
					interval: 1
				});
				layer.close();
			}),
			{ numRuns: 30 }
		);
	});

	it('says when the worker fails, and goes on', async () => {
		const { layer } = await layerOf();
		const { ask } = layer.table;
		layer.table.ask = () => Promise.reject(new Error('gone'));
		await layer.open(1);
		expect(layer.failed).toBe('gone');
		expect(layer.selected).toBeNull();
		layer.table.ask = ask;
		await layer.open(1);
		expect(layer.failed).toBeNull();
	});
});
