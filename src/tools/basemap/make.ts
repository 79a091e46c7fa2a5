/** Makes the background of a map of any region, from what npm has of OpenStreetMap, Natural Earth, GeoNames and CLDR. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Feature, Geometry } from 'geojson';
import { unwrapBox, unwrapper, type DegreeBox } from '../../lib/base/antimeridian';
import { writeOutputs } from '../output';
import { coarsenings, detailOf } from './detail';
import { breakaway } from './disputed';
import { divisionLines, divisionsOf } from './divisions';
import { bordersOf, breakawayLines, mosaicOf, simplerLand } from './land';
import { countryLabels } from './labels';
import { fetchPackages } from './packages';
import type { BasemapOptions, BasemapReport } from './options';
import { papersOf } from './papers';
import { collection, programsOf } from './programs';
import { grown } from './region';
import { readAtlas, readSources, roughLand, shiftedLine } from './sources';
import { rankedTowns } from './towns';
import { riverLines, simplerWater, waterAreas } from './water';

/** Bytes, gzipped, that the first view of a map may load of its background. */
const mostBytes = 400_000;

/** What the layers are called, in the order in which they are told. */
const layers = ['land', 'borders', 'governorates', 'water', 'rivers', 'cities', 'labels'] as const;
type Layers = Record<(typeof layers)[number], Feature<Geometry, unknown>[]>;

/**
 * Makes `basemap/` in the folder of a data set, over what was there.
 * @throws Error where a package can't be fetched, a country is not known or the folder can't be written
 */
export async function makeBasemap(options: BasemapOptions): Promise<BasemapReport> {
	const { directory, languages, say = () => undefined } = options;
	const packages = await fetchPackages(say, options.cache);
	say('reading');
	const toMap = unwrapper(options.box);
	const [box, view] = [
		unwrapBox(options.box),
		unwrapBox(options.view).map((v, i) => (i % 2 ? v : toMap(v)))
	] as [DegreeBox, DegreeBox];
	const sources = readSources(packages, toMap);
	const programs = programsOf(packages);
	const alpha3 = new Map([...sources.alpha2].map(([three, two]) => [two, three]));
	const home = new Set(options.countries.map((code) => alpha3.get(code) ?? code));
	const notes: string[] = [];
	const focus = grown(view, 0.1);

	say('cutting out land and water');
	const atlas = readAtlas((two) => alpha3.get(two));
	const { land: mosaic, islands } = await mosaicOf(
		sources.countries,
		roughLand(atlas, alpha3, toMap),
		box,
		programs
	);
	if (islands > 0)
		notes.push(
			`${islands} islands that are not in the package of OpenStreetMap are drawn from Natural Earth, 1:10 million: to a kilometre or two.`
		);
	const areas = await waterAreas(sources.water, box, programs);
	const finest = detailOf(focus, box, 1);
	const weighed = programs.weigh(programs.topology(mosaic), finest.weight);
	const apart = breakawayLines(atlas, breakaway, (lines) =>
		lines
			.map((line) => shiftedLine(line, toMap))
			.filter((line) => line.some(([x, y]) => x! > box[0] && x! < box[2] && y! > box[1] && y! < box[3]))
	);
	const divisions = options.countries.map((country) => ({
		country,
		all: divisionsOf(country, sources.divisions)
	}));
	for (const { country, all } of divisions)
		if (all.length < 2)
			notes.push(`No governorates, states or provinces of ${country} are drawn: the source has none.`);
	const cities = rankedTowns(sources.towns, { countries: options.countries, view, box, languages });

	let made: Layers | null = null;
	let firstView = 0;
	for (const coarser of coarsenings) {
		say(coarser === 1 ? 'simplifying' : `too heavy (${Math.round(firstView / 1000)} KB): simplifying more`);
		const detail = detailOf(focus, box, coarser);
		const land = await simplerLand(weighed, home, programs, detail, coarser);
		const own = land.filter((each) => each.properties.home);
		const water = simplerWater(areas, programs, detail);
		const lines = await Promise.all(
			divisions.map(({ country, all }) => {
				const its = own.filter(({ properties }) =>
					properties.iso.split(' ').includes(alpha3.get(country) ?? '')
				);
				return divisionLines(all, its, programs, detail.weight);
			})
		);
		made = {
			land,
			borders: [...bordersOf(land, programs), ...apart],
			governorates: lines.flat(),
			water,
			rivers: await riverLines(sources.rivers, water, box, programs, detail),
			cities,
			labels: await countryLabels(land, box, languages, (code) => sources.alpha2.get(code), programs)
		};
		firstView = layers.reduce((sum, name) => sum + gzipped(made![name]), 0);
		if (firstView <= mostBytes) {
			if (coarser > 1)
				notes.push(
					`Lines are drawn to about ${Math.round(detail.metres)} m where the map begins, and not to ${Math.round(finest.metres)} m, and small islands and lakes are left out: the first view would be more than ${mostBytes / 1000} KB.`
				);
			break;
		}
	}
	if (firstView > mostBytes)
		notes.push(
			`The first view is ${Math.round(firstView / 1000)} KB, more than ${mostBytes / 1000} KB: give a smaller box.`
		);
	if (made!.rivers.length + made!.water.length === 0)
		notes.push('There is no river and no lake large enough to be drawn.');
	notes.push(...unnamed(cities, languages));
	return write(directory, made!, { ...options, notes, firstView });
}

const textOf = (features: readonly Feature<Geometry, unknown>[]) =>
	`${JSON.stringify(collection(features))}\n`;
const gzipped = (features: readonly Feature<Geometry, unknown>[]) =>
	gzipSync(textOf(features), { level: 9 }).length;

/** How many towns have no name in a language. */
function unnamed(towns: readonly Feature[], languages: readonly string[]): string[] {
	return languages.slice(1).flatMap((language) => {
		if (new Intl.Locale(language).maximize().script === 'Latn') return [];
		const without = towns.filter(({ properties }) => !properties?.[`name_${language}`]).length;
		return without === 0
			? []
			: [
					`${without} of ${towns.length} towns have no name in ${language}: GeoNames has none that could be told to be one.`
				];
	});
}

function write(
	directory: string,
	made: Layers,
	about: BasemapOptions & { notes: string[]; firstView: number }
): BasemapReport {
	const folder = join(directory, 'basemap');
	mkdirSync(folder, { recursive: true });
	const texts = layers.map((name) => ({
		name: `${name}.json`,
		text: textOf(made[name]),
		features: made[name].length
	}));
	const files = texts.map(({ name, text, features }) => ({
		name,
		features,
		bytes: Buffer.byteLength(text),
		gzipped: gzipSync(text, { level: 9 }).length
	}));
	const report: BasemapReport = { files, firstView: about.firstView, notes: about.notes };
	const papers = papersOf(report, about);
	writeOutputs(
		[...texts.map(({ name, text }) => ({ name, text })), ...papers].map(({ name, text }) => ({
			path: join(folder, name),
			content: text
		}))
	);
	return report;
}
