import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { palette } from '../../../src/lib/overlay/colours';
import { Engine, type Shown } from '../../../src/lib/overlay/query/query';
import type { OpenIndex } from '../../../src/lib/overlay/query/open';
import { Own, type OwnState } from '../../../src/lib/overlay/fileLayer.svelte';
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

/** An index whose answers to `show` come when the test lets them, as those of a worker come later. */
async function layerOf(text = csv, state: Partial<OwnState> = {}) {
	const engine = new Engine(await tableOf(text));
	const shows: Shown[] = [];
	let latest = 0;
	const index: OpenIndex = {
		summary: engine.summary(),
		ask: async (name, ...given) => (engine[name] as (...all: unknown[]) => never)(...given),
		show: async (shown) => {
			const own = ++latest;
			shows.push(shown);
			await Promise.resolve();
			return own === latest ? engine.show(shown, async () => {}) : null;
		},
		keep: () => Promise.resolve(null),
		close: () => {}
	};
	const own = new Own('a1', index, { name: 'sites.csv', ...state });
	onTestFinished(() => own.close());
	await settled(own);
	return { own, engine, shows };
}

const settled = (own: Own) => vi.waitFor(() => expect(own.count).not.toBeNull());
const codeOf = (own: Own, wanted: string) =>
	own.summary.colour!.values.find(({ value }) => value === wanted)!.code;
const counts = (own: Own) =>
	Object.fromEntries(own.count!.values.map(({ value, count }) => [value, count] as const));

describe('a layer of a reader’s own', () => {
	it('answers to a toggle at once, and asks for no tile anew', async () => {
		const { own } = await layerOf();
		const version = own.layer!.version;
		own.toggle(codeOf(own, 'Russia'));
		expect(own.shownRows).toBe(4);
		expect(own.layer).toMatchObject({ version, off: new Set([codeOf(own, 'Russia')]) });
		await vi.waitFor(() => expect(own.count!.rows).toBe(4));
		expect(counts(own).Russia, 'what turning it on would bring').toBe(2);
		own.only([codeOf(own, 'Iran')]);
		expect(own.shownRows).toBe(2);
		own.only();
		expect(own.shownRows).toBe(6);
		own.only([]);
		expect(own.shownRows).toBe(0);
		expect(own.layer!.version).toBe(version);
	});

	it('counts what a search leaves, and has tiles of it cut anew', async () => {
		const { own } = await layerOf();
		const version = own.layer!.version;
		own.search('masy');
		own.search('masyaf');
		await vi.waitFor(() => expect(own.shownRows).toBe(2));
		expect(counts(own)).toEqual({ Iran: 1, Israel: 1 });
		expect(own.layer!.version).toBe(version + 1);
		own.search('');
		await vi.waitFor(() => expect(own.shownRows).toBe(6));
		expect(own.layer!.version).toBe(version + 2);
	});

	it('holds the time of the page and its own, and cuts tiles for it when it rests', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		onTestFinished(() => void vi.useRealTimers());
		const { own } = await layerOf();
		const version = own.layer!.version;
		const year = (number: number) => ({ from: dayOfIso(`${number}-01-01`), to: dayOfIso(`${number}-12-31`) });
		own.setWindow({ from: year(2015).from, to: year(2018).to });
		expect(own.layer).toMatchObject({ window: own.window, version });
		own.setAround({ from: year(2018).from, to: year(2022).to });
		expect(own.layer!.window).toEqual(year(2018));
		await vi.waitFor(() => expect(own.shownRows).toBe(1));
		expect(own.layer!.version, 'the map itself takes the rest away').toBe(version);
		await vi.advanceTimersByTimeAsync(1000);
		expect(own.layer!.version).toBe(version + 1);
		expect(own.state.window, 'of the page nothing is kept').toEqual({
			from: year(2015).from,
			to: year(2018).to
		});
		// What was cut away is back in the tiles at once.
		own.setAround(null);
		expect(own.layer!.version).toBe(version + 2);
		await vi.waitFor(() => expect(own.shownRows).toBe(3));
	});

	it('knows no time where no row has a date', async () => {
		const { own } = await layerOf('name,lat,lon\nA,36,37\n');
		own.setAround({ from: 0, to: 1 });
		expect(own.layer!.window).toBeNull();
	});

	it('tells rows apart by any column that has few values, and turns on what was off', async () => {
		const { own } = await layerOf();
		own.toggle(codeOf(own, 'Iran'));
		expect(await own.colourBy(4)).toBe(true);
		expect(own.summary.colour).toMatchObject({ column: 4, name: 'kind' });
		expect(own.off.size).toBe(0);
		expect(own.colours[codeOf(own, 'base')]).toBe(palette[0]);
		expect(own.state.colourBy).toBe(4);
		const many = Array.from({ length: 1200 }, (_, row) => `A,36,37,x${row},y`).join('\n');
		const { own: other } = await layerOf(`name,lat,lon,note,actor\n${many}\n`);
		const before = other.summary;
		expect(await other.colourBy(3)).toBe(false);
		expect(other.summary).toBe(before);
		expect(other.state.colourBy).toBeUndefined();
	});

	it('takes the colours of the file where nothing else tells rows apart', async () => {
		const { own } = await layerOf('name,lat,lon,marker-color\nA,36,37,#f00\nB,36,37,url(x)\nC,36,37,#f00\n');
		await vi.waitFor(() => expect(own.summary.colour?.column).toBe(3));
		expect(own.colours[codeOf(own, '#f00')]).toBe('#ff0000');
		expect(own.colours[codeOf(own, 'url(x)')]).toBe(palette[0]);
	});

	it('is as it was when it is opened again', async () => {
		const { own } = await layerOf();
		await own.colourBy(4);
		own.toggle(codeOf(own, 'strike'));
		own.setWindow({ from: dayOfIso('2015-01-01'), to: dayOfIso('2022-08-30') });
		own.visible = false;
		own.name = 'Sites';
		const { own: again } = await layerOf(csv, JSON.parse(JSON.stringify(own.state)));
		await vi.waitFor(() => expect(again.state).toEqual(own.state));
		expect(again.layer).toBeNull();
		await vi.waitFor(() => expect(again.shownRows).toBe(3));
	});

	it('opens what a mark stands for, a row of it, and goes back', async () => {
		const { own } = await layerOf();
		const hit = { layer: 'a1', row: 2, count: 1, longitude: 36.34, latitude: 35.06, degrees: 0, code: 2 };
		await own.choose(hit);
		expect(own.chosen).toMatchObject({ row: null, together: { count: 2 } });
		expect(own.layer!.selected).toEqual([36.34, 35.06]);
		await own.open(3);
		expect(own.chosen).toMatchObject({ row: { row: 3 }, together: { count: 2 } });
		own.back();
		expect(own.chosen).toMatchObject({ row: null, together: { count: 2 } });
		await own.open(5);
		expect(own.chosen).toMatchObject({ row: { row: 5, place: null }, together: null });
		expect(own.layer!.selected).toBeNull();
		await own.choose({ ...hit, row: 4 });
		expect(own.chosen).toMatchObject({ row: { row: 4 }, together: null });
		await own.open(null);
		expect(own.chosen).toBeNull();
	});

	it('opens what was asked for last', async () => {
		const { own } = await layerOf();
		await Promise.all([own.open(1), own.open(2)]);
		expect(own.chosen!.row!.row).toBe(2);
		await Promise.all([own.open(1), own.open(null)]);
		expect(own.chosen).toBeNull();
	});

	it('exports the rows that are shown, in the order of the table', async () => {
		const { own } = await layerOf();
		own.only([codeOf(own, 'Israel')]);
		await own.sort({ column: 0, isDescending: false });
		const lines = (await (await own.csv()).text()).trim().split(/\r?\n/);
		expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['Aleppo', 'Masyaf']);
	});

	it('shows as many rows as the worker does, whatever is done to it', async () => {
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
				const { own, engine, shows } = await layerOf();
				for (const given of steps) {
					if ('toggle' in given) own.toggle(given.toggle);
					else if ('search' in given) own.search(given.search);
					else if ('year' in given) own.setWindow(days(given.year));
					else own.setAround(days(given.around));
				}
				const last = shows.at(-1)!;
				const { rows } = await engine.show(last, async () => {});
				await vi.waitFor(() => expect([own.shownRows, own.count!.rows]).toEqual([rows, rows]), {
					interval: 1
				});
				own.close();
			}),
			{ numRuns: 60 }
		);
	});

	it('says when the worker fails, and goes on', async () => {
		const { own } = await layerOf();
		const { ask } = own.index;
		own.index.ask = () => Promise.reject(new Error('gone'));
		await own.open(1);
		expect(own.failed).toBe('gone');
		expect(own.chosen).toBeNull();
		own.index.ask = ask;
		await own.open(1);
		expect(own.failed).toBeNull();
	});
});
