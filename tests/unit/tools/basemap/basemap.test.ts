import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Polygon, Position } from 'geojson';
import { afterAll, describe, expect, it } from 'vitest';
import { boxFrom, regionOfCountries } from '../../../../src/tools/basemap/asked';
import { detailOf } from '../../../../src/tools/basemap/detail';
import { holders, isDisputed } from '../../../../src/tools/basemap/disputed';
import { divisionsOf, ledOut } from '../../../../src/tools/basemap/divisions';
import { isInRing } from '../../../../src/lib/base/rings';
import { feature, innerPoint, tidyPolygons } from '../../../../src/tools/basemap/geometry';
import { countryNames } from '../../../../src/tools/basemap/labels';
import { stretches } from '../../../../src/tools/basemap/land';
import { basemapNotes, basemapProblems } from '../../../../src/tools/basemap/missing';
import { nameIn } from '../../../../src/tools/basemap/names';
import { datasetSchema } from '../../../../src/lib/geodata/datasetSchema';
import { papersOf } from '../../../../src/tools/basemap/papers';
import { regionOfAreas, regionOfView } from '../../../../src/tools/basemap/region';
import { rankedTowns, townsOf, type Town } from '../../../../src/tools/basemap/towns';

const square = (west: number, south: number, side: number): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[west, south],
			[west + side, south],
			[west + side, south + side],
			[west, south + side],
			[west, south]
		]
	]
});
const folder = mkdtempSync(join(tmpdir(), 'attested-basemap-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the region of a map', () => {
	it('is about the parts of a country that lie together; what is far is told', () => {
		const { view, box, far } = regionOfAreas([square(10, 0, 10), square(21, 4, 1), square(70, -40, 0.5)]);
		expect(view[0]).toBeLessThan(10);
		expect(view[2]).toBeGreaterThan(22);
		expect(view[2]).toBeLessThan(24);
		expect(far).toEqual([[70, -40, 70.5, -39.5]]);
		expect(box[0]).toBeLessThan(view[0] - 5);
		expect(box[3]).toBeGreaterThan(view[3] + 3);
	});

	it('goes on over the antimeridian, whichever side the larger part is on', () => {
		for (const areas of [
			[square(178, -18, 1.9), square(-179.9, -17, 0.6)],
			[square(-179.9, -17, 1.6), square(178.9, -18, 1)]
		]) {
			const { view, box } = regionOfAreas(areas);
			expect(view[0]).toBeGreaterThan(177);
			expect(view[2]).toBeLessThan(-178);
			expect(box[0]).toBeGreaterThan(0);
			expect(box[2]).toBeLessThan(0);
		}
	});

	it('has room for windows that are wide and for those that are high', () => {
		const wide = regionOfView([0, 0, 20, 2]);
		expect(wide.box[3] - wide.box[1]).toBeGreaterThan(20);
		const high = regionOfView([0, 0, 2, 20]);
		expect(high.box[2] - high.box[0]).toBeGreaterThan(20);
	});

	it('is known of countries by their code', () => {
		const said: string[] = [];
		const { view } = regionOfCountries(['FJ'], (line) => said.push(line));
		expect(view[0]).toBeGreaterThan(view[2]);
		expect(said.join()).toContain('--bbox');
		expect(() => regionOfCountries(['XX'])).toThrow('There is no country XX');
	});

	it('is read from a box, and a wrong one is said', () => {
		expect(boxFrom('176,-21,-178,-12')).toEqual([176, -21, -178, -12]);
		expect(() => boxFrom('1,2,3')).toThrow('W,S,E,N');
		expect(() => boxFrom('1,5,3,2')).toThrow('south above its north');
		expect(() => boxFrom('1,a,3,4')).toThrow('is no box');
	});
});

describe('borders', () => {
	it('are disputed where lands are held by several or by nobody, or where the table says so', () => {
		expect(isDisputed('RUS UKR', 'UKR', [34, 46])).toBe(true);
		expect(isDisputed('', 'EGY', [34, 22])).toBe(true);
		expect(isDisputed('SSD', 'SDN', [30, 10])).toBe(true);
		expect(isDisputed('PAK', 'IND', [75, 34])).toBe(true);
		expect(isDisputed('IND', 'PAK', [70, 26])).toBe(false);
		expect(isDisputed('CHL', 'PER', [-70, -18])).toBe(false);
	});

	it('do not part a dependency from the state that it belongs to', () => {
		expect(holders(['FRA', 'WLF'])).toEqual(['WLF']);
		expect(holders(['UKR', 'RUS', 'UKR'])).toEqual(['RUS', 'UKR']);
	});

	it('are parted where that changes along them', () => {
		const line = [
			[0, 0],
			[1, 0],
			[2, 0],
			[3, 0]
		];
		expect(stretches(line, ([x]) => x! < 1 || x! > 2)).toEqual([
			[
				[0, 0],
				[1, 0]
			],
			[
				[2, 0],
				[3, 0]
			]
		]);
	});
});

describe('divisions', () => {
	const division = (iso: string, region?: string) => feature({ iso_3166_2: iso, region }, square(0, 0, 1));

	it('are those of a country by their code, whoever holds the land', () => {
		const all = [division('UA-43'), division('UA-30'), division('RU-MOS')];
		expect(divisionsOf('UA', all).map(({ properties }) => properties.name)).toEqual(['UA-43', 'UA-30']);
	});

	it('are their groups where there are very many', () => {
		const many = Array.from({ length: 120 }, (_, index) => division(`AA-${index}`, `group ${index % 4}`));
		expect(new Set(divisionsOf('AA', many).map(({ properties }) => properties.name)).size).toBe(4);
	});

	it('have lines that are led to the outline of the land, but not where they meet', () => {
		const outline: Position[][] = square(0, 0, 1).coordinates;
		const ends = new Map([
			['0.5,0.05', 1],
			['0.5,0.5', 3]
		]);
		const line = [
			[0.5, 0.05],
			[0.5, 0.5]
		];
		expect(ledOut(line, ends, outline)).toEqual([[0.5, 0], ...line]);
		expect(ledOut(line, new Map([['0.5,0.05', 2]]), outline)).toEqual(line);
	});
});

describe('shapes', () => {
	it('are wound as RFC 7946 asks, rounded, and small ones are left out', () => {
		const turned = square(10, 10, 0.51234567).coordinates.map((ring) => ring.toReversed());
		const tidy = tidyPolygons([turned, square(0, 0, 0.001).coordinates], () => 1);
		expect(tidy).toEqual({
			type: 'Polygon',
			coordinates: square(10, 10, 0.5123).coordinates.map(
				(ring) =>
					expect.arrayContaining(
						ring.map(([x, y]) => [Number(x!.toFixed(4)), Number(y!.toFixed(4))])
					) as unknown
			)
		});
	});

	it('have a position inside, also one that is bent', () => {
		const bent: Position[] = [
			[0, 0],
			[10, 0],
			[10, 10],
			[9, 10],
			[9, 1],
			[0, 1],
			[0, 0]
		];
		expect(isInRing(innerPoint(bent), bent)).toBe(true);
	});

	it('may lose more where the map is not used close up, and more still on a large map', () => {
		const focus: [number, number, number, number] = [0, 0, 5, 5];
		const small = detailOf(focus, [-5, -5, 10, 10], 1);
		const large = detailOf(focus, [-40, -40, 60, 60], 1);
		const triangle = (x: number): Position[] => [
			[x, 1],
			[x + 0.002, 1.002],
			[x + 0.004, 1]
		];
		expect(small.weight(triangle(1))).toBe(large.weight(triangle(1)));
		expect(small.weight(triangle(8))).toBeLessThan(small.weight(triangle(1)));
		expect(large.weight(triangle(8))).toBeLessThan(small.weight(triangle(8)));
		expect(large.least('island')([20, 20])).toBeGreaterThan(small.least('island')([8, 8]));
	});
});

describe('names of towns', () => {
	const named = (ascii: string, country: string, ...aliases: string[]) => ({ ascii, country, aliases });

	it('are told by script and letters', () => {
		expect(nameIn('uk', named('Donetsk', 'UA', 'Donetsk', 'Сталіне', 'Донецк', 'Донецьк'))).toBe('Донецьк');
		expect(nameIn('ar', named('Damascus', 'SY', 'Dimashq', 'دمشق', 'د مشق', 'دمشک'))).toBe('دمشق');
		expect(nameIn('ar', named('Latakia', 'SY', 'لاذقية', 'اللاذقية'))).toBe('اللاذقية');
		expect(nameIn('my', named('Bago', 'MM', 'Pegu', 'ပဲခူးမြို့'))).toBe('ပဲခူးမြို့');
	});

	it('are none rather than wrong ones', () => {
		expect(nameIn('ar', named('Kosti', 'SD', 'ربك'))).toBeNull();
		expect(nameIn('ru', named('Kyiv', 'UA', 'Кыив', 'Киев'))).toBeNull();
		expect(nameIn('ar', named('Suva', 'FJ', 'Suva'))).toBeNull();
		expect(nameIn('fr', named('Suva', 'FJ', 'Suva'))).toBeNull();
	});

	it('of countries are those of CLDR, in each language that differs', () => {
		expect(countryNames('SD', ['en', 'fr', 'ar'])).toEqual({
			name: 'Sudan',
			name_fr: 'Soudan',
			name_ar: 'السودان'
		});
		expect(countryNames('FJ', ['fr', 'en'])).toEqual({ name: 'Fidji', name_en: 'Fiji' });
	});
});

describe('towns', () => {
	let id = 0;
	const town = (name: string, x: number, y: number, population: number, more: Partial<Town> = {}): Town => ({
		id: ++id,
		name,
		ascii: name,
		aliases: [],
		position: [x, y],
		code: 'PPL',
		country: 'SD',
		population,
		...more
	});
	const rules = {
		countries: ['SD'],
		view: [20, 10, 30, 20] as [number, number, number, number],
		box: [0, 0, 50, 30] as [number, number, number, number],
		languages: ['en']
	};

	it('are ranked by what they matter: the capital first, and no suburb beside it', () => {
		const ranked = rankedTowns(
			[
				town('Village', 29, 19, 900),
				town('Capital', 25, 15, 50_000, { code: 'PPLC' }),
				town('Suburb', 25.05, 15, 400_000, { code: 'PPLX' }),
				town('Twin', 25.02, 15.02, 300_000),
				town('Port', 28, 12, 200_000, { code: 'PPLA' }),
				town('Abroad', 40, 10, 5_000_000, { code: 'PPLC', country: 'ET' }),
				town('Elsewhere', 90, 10, 5_000_000)
			],
			rules
		);
		const ranks = Object.fromEntries(ranked.map(({ properties }) => [properties.name, properties.rank]));
		expect(ranks).toEqual({ Capital: 1, Port: 1, Village: 1, Abroad: 2 });
	});

	it('are read from the table, on the map’s side of the antimeridian', () => {
		const row = [
			'1',
			'Súva',
			'Suva',
			'Suva,سوفا',
			'-18.14',
			'-179.5',
			'P',
			'PPLC',
			'FJ',
			'',
			'C',
			'',
			'',
			'',
			'77366',
			'',
			'',
			'',
			''
		];
		const [read] = townsOf(row.join('\t'), (x) => (x < 0 ? x + 360 : x));
		expect(read).toMatchObject({ position: [180.5, -18.14], aliases: ['Suva', 'سوفا'], population: 77366 });
		const [drawn] = rankedTowns([read!], {
			...rules,
			countries: ['FJ'],
			view: [176, -20, 182, -15],
			box: [170, -25, 190, -10],
			languages: ['en', 'ar']
		});
		expect(drawn!.properties).toEqual({ name: 'Súva', name_ar: 'سوفا', rank: 1, population: 77366 });
	});
});

describe('what stands beside a background', () => {
	it('names sources, licences, the view of borders and what was left out', () => {
		const papers = papersOf(
			{
				files: [{ name: 'land.json', features: 3, bytes: 10, gzipped: 5 }],
				firstView: 5000,
				notes: ['Something is left out.']
			},
			{ box: [170, -25, -170, -10], view: [176, -20, -178, -15], countries: ['FJ'], languages: ['en'] }
		);
		expect(papers.map(({ name }) => name).sort()).toEqual(['LICENSE.md', 'README.md', 'sources.json']);
		const readme = papers.find(({ name }) => name === 'README.md')!.text;
		expect(readme).toContain('Something is left out.');
		expect(readme).toContain('170° E to 170° W');
		expect(readme).toContain('who holds a place, not who claims it');
		// What it says to type is what the command takes, for the same region.
		const [region] = /^\{.*\}$/m.exec(readme)!;
		expect(JSON.parse(region)).toEqual({
			countries: ['FJ'],
			box: [170, -25, -170, -10],
			view: [176, -20, -178, -15]
		});
		expect(datasetSchema.shape.region.safeParse({ where: 'in Fiji', ...JSON.parse(region) }).success).toBe(
			true
		);
		expect(readme).toMatch(/^npm run basemap -- --data DIR$/m);
		// Whose table the dashed lines are: nobody else's.
		expect(readme).not.toContain('United');
		const sources = JSON.parse(papers.find(({ name }) => name === 'sources.json')!.text) as {
			attribution: string;
		}[];
		expect(new Set(sources.map(({ attribution }) => attribution)).size).toBe(sources.length);
	});

	it('is said to be missing, whole or in part', () => {
		expect(basemapProblems(folder)).toEqual([]);
		expect(basemapNotes(folder).join()).toContain('npm run basemap');
		mkdirSync(join(folder, 'basemap'));
		writeFileSync(join(folder, 'basemap/land.json'), '{}');
		const missing = basemapProblems(folder).map(({ file }) => file);
		expect(missing).toContain('basemap/sources.json');
		expect(missing).not.toContain('basemap/land.json');
		expect(basemapNotes(folder)).toEqual([]);
		expect([...basemapProblems('geodata'), ...basemapNotes('geodata')]).toEqual([]);
	});
});
