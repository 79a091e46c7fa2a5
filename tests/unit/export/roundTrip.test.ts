/**
 * Whatever the app writes it reads back equal: every file of the registry, and the rows of a reader's own table. A new
 * format is looked at without being named here, but where it is no table of sites or reports: then it is one of `others`.
 */
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../../src/lib/base/days';
import { allLayer } from '../../../src/lib/export/formats/geojson';
import { exportGeometry } from '../../../src/lib/export/geometry';
import { writeFile } from '../../../src/lib/export/onServer';
import { dataFiles, type DataFileName } from '../../../src/lib/export/registry';
import { parseWhen } from '../../../src/lib/geodata/dates';
import type { Dataset, ReportView, SiteView } from '../../../src/lib/geodata/views';
import { csvStream } from '../../../src/lib/overlay/query/csv';
import type { Choices } from '../../../src/lib/overlay/read/read';
import { firstDay, lastDay } from '../../../src/lib/overlay/table';
import { context, fixtures, real } from './data';
import { rolesOf, rowsOf, wholeOf } from '../overlay/made';

/** Files beside a table, which say nothing of any place. */
const others: readonly string[] = ['reports.csvt'];
/** Formats that know points alone: the shape is said by its middle and its radius. */
const ofPoints: readonly string[] = ['sites.gpx'];

const names = (Object.keys(dataFiles) as DataFileName[]).filter((name) => !others.includes(name));

/** What a row has to say. */
interface Wanted {
	geometry: Geometry | null;
	middle: Position | null;
	radius: number | null;
	/** First and last day. */
	days: [number, number] | null;
	texts: Record<string, unknown>;
	lists: Record<string, string[]>;
	nested: Record<string, unknown>;
}

function daysOf(reports: readonly ReportView[]): Wanted['days'] {
	const bounds = reports.map(({ when }) => parseWhen(when.edtf));
	const from = Math.min(...bounds.map(({ earliest }) => (earliest === null ? firstDay : dayOfIso(earliest))));
	const to = Math.max(...bounds.map(({ latest }) => (latest === null ? lastDay : dayOfIso(latest))));
	return from === firstDay && to === lastDay ? null : [from, to];
}

const placeOf = (site: SiteView | undefined) => ({
	geometry: site ? exportGeometry(site) : null,
	middle: !site ? null : site.geometry.type === 'Point' ? site.geometry.coordinates : site.position,
	radius: site?.precision.radius_km ?? null
});

function ofSite(site: SiteView, reports: readonly ReportView[]): Wanted {
	const { id, name, kind, drawn, precision, disputed, draft, recorded } = site;
	return {
		...placeOf(site),
		days: daysOf(reports),
		texts: {
			...{ site: id, name: name.en, name_ar: name.ar, kind, drawn, ...precision, disputed, draft, recorded },
			precision_reason: precision.reason,
			first_reported: site.firstReported.edtf,
			last_reported: site.lastReported.edtf,
			permalink: `https://attested.example/sites/${id}`
		},
		lists: {
			aliases: site.aliases,
			actors: site.actors.map((actor) => actor.name.en!),
			actor_ids: site.actors.map((actor) => actor.id),
			named: site.named.map((actor) => actor.name.en!),
			reports: reports.map((report) => report.id),
			dates: reports.map(({ when }) => when.edtf)
		},
		nested: { identifiers: site.identifiers }
	};
}

function ofReport(report: ReportView, site: SiteView | undefined): Wanted {
	const { id, place, claim, summary, when, article, attribution, disputed, actors } = report;
	return {
		...placeOf(site),
		days: daysOf([report]),
		texts: {
			...{ report: id, site: site?.id, name: place?.name.en, name_ar: place?.name.ar, kind: place?.kind },
			...{ drawn: site?.drawn, claim, summary, attribution, disputed, date: when.edtf },
			...{ date_stated: when.stated, date_inferred: when.inferred, article: article.id },
			...{ article_title: article.title, article_url: article.url, publisher: article.publisher },
			where_prec: site?.precision.where_prec,
			permalink: `https://attested.example/reports/${id}`
		},
		lists: {
			actors: actors.map(({ actor }) => actor.name.en!),
			actor_ids: actors.map(({ actor }) => actor.id),
			roles: actors.map(({ role }) => role),
			parts: actors.map(({ part }) => part),
			chain: report.chain.map(({ name }) => name)
		},
		nested: {}
	};
}

/** A list of a cell again. */
function listOf(text: string): string[] {
	if (text === '') return [];
	return text.startsWith('[') ? (JSON.parse(text) as string[]) : text.split('; ');
}

/** Points, lines and areas of a geometry, one by one: how they are bundled differs from format to format. */
function partsOf(geometry: Geometry): unknown[] {
	if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(partsOf);
	if (!geometry.type.startsWith('Multi')) return [geometry.coordinates];
	return geometry.coordinates as unknown[];
}

async function comesBack(name: string, data: Dataset, written: string | Uint8Array) {
	const { table } = await wholeOf(written);
	const rows = rowsOf(table);
	const isOfReports = rows.some(({ cells }) => cells.report);
	const ids = rows.map(({ cells }) => (isOfReports ? cells.report : cells.site));
	expect(new Set(ids)).toEqual(new Set((isOfReports ? data.reports : data.sites).map(({ id }) => id)));
	for (const { cells, geometry, days, radius } of rows) {
		const site = data.sites.find(({ id }) => id === cells.site);
		const report = data.reports.find(({ id }) => id === cells.report);
		// A site stands once in the folder of each of its actors, with what is reported of that one.
		const isIn = ({ attributed }: ReportView) =>
			!cells.folder ||
			cells.folder === 'No actor' ||
			attributed.some((actor) => actor.name.en === cells.folder);
		const wanted = report ? ofReport(report, site) : ofSite(site!, site!.reports.filter(isIn));
		const about = `${name} ${cells.report ?? cells.site}`;
		if (ofPoints.includes(name))
			expect(geometry, about).toEqual(wanted.middle && { type: 'Point', coordinates: wanted.middle });
		else expect(geometry && partsOf(geometry), about).toEqual(wanted.geometry && partsOf(wanted.geometry));
		expect(radius && radius / 1000, about).toBeCloseTo(wanted.radius as number, 4);
		expect(days, about).toEqual(wanted.days);
		for (const [key, value] of Object.entries(wanted.texts))
			if (key !== 'reason') expect(cells[key] ?? '', `${about} ${key}`).toBe(String(value ?? ''));
		for (const [key, list] of Object.entries(wanted.lists))
			expect(listOf(cells[key] ?? ''), `${about} ${key}`).toEqual(list);
		for (const [key, value] of Object.entries(wanted.nested))
			expect(JSON.parse(cells[key] || '{}'), `${about} ${key}`).toEqual(value);
	}
}

describe.each(names)('%s comes back as it was written', (name) => {
	it.each([
		['data set', real],
		['fixtures', fixtures]
	])('of the %s', (_, data) => comesBack(name, data, writeFile(name, data, context)));
});

it('the layer of all actors comes back as it was written', () =>
	comesBack('all.geojson', real, JSON.stringify(allLayer(real, context))));

/** Every row of a table as CSV, and read again. */
async function exported(content: string | Uint8Array, choices: Choices = {}) {
	const { table } = await wholeOf(content, choices);
	const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
	const bytes = new Uint8Array(await new Response(csvStream(table, rows)).arrayBuffer());
	return { table, again: (await wholeOf(bytes)).table };
}

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const files: [about: string, content: string, choices?: Choices][] = [
	['degrees', lines('name,lat,lon,date', 'A,36.1,37.1,2015-09-30', 'B,35.5,36.5,2016-01-01')],
	['angles in words', lines('name,position', 'A,"36°06′N 37°06′E"', 'B,"35.5 N, 36.5 E"')],
	[
		'metres of a grid that was chosen',
		lines('name,x,y', 'A,330000,4010000', 'B,340000,4020000'),
		{ projection: 'EPSG:32637' }
	],
	[
		'latitude and longitude that were swapped',
		lines('name,lat,lon', 'A,37.1,36.1', 'B,38.1,35.1'),
		{ swap: true }
	],
	[
		'days whose order was chosen',
		lines('name,lat,lon,date', 'A,36.1,37.1,03/04/2015', 'B,36.2,37.2,05/06/2015'),
		{ dayOrder: 'month-first' }
	],
	['spans', lines('name,lat,lon,start,end', 'A,36.1,37.1,2012-03,2019', 'B,36.2,37.2,2015-09-01,')],
	[
		'months and open ends',
		lines('name,lat,lon,date', 'A,36.1,37.1,2015-09', 'B,36.2,37.2,../2016', 'C,36.3,37.3,2011/..')
	],
	[
		'lines and areas',
		lines(
			'name,wkt',
			'A,"POLYGON ((36 35, 37 35, 37 36, 36 35))"',
			'B,POINT (36.5 35.5)',
			'C,"LINESTRING (36 35, 36.5 35.5)"',
			'D,'
		)
	],
	['a radius', lines('name,lat,lon,accuracy', 'A,36.1,37.1,12.5', 'B,36.2,37.2,')],
	['rows without a place', lines('name,lat,lon', 'A,36.1,37.1', 'B,,', 'C,36.3,37.3')],
	[
		'what a spreadsheet would run',
		lines('name,lat,lon,note', '=1+1,36.1,37.1,+2', "'=x,36.2,37.2,-A1", '@b,36.3,37.3,"\t=1"')
	]
];

describe('the rows of a reader’s own table', () => {
	it.each(files)('come back: %s', async (_, content, choices) => {
		const { table, again } = await exported(content, choices);
		const before = rowsOf(table);
		const after = rowsOf(again);
		expect(after.map(({ geometry }) => geometry)).toEqual(before.map(({ geometry }) => geometry));
		expect(after.map(({ days }) => days)).toEqual(before.map(({ days }) => days));
		expect(after.map(({ radius }) => radius)).toEqual(before.map(({ radius }) => radius));
		const names = table.columns.map(({ name }) => name);
		for (const [row, { cells }] of after.entries())
			expect(names.map((name) => cells[name])).toEqual(names.map((name) => before[row]!.cells[name]));
		expect(rolesOf(again).name).toBe(rolesOf(table).name);
	});

	it('has each of our columns once, however often it goes out and comes back', async () => {
		const content = files.find(([about]) => about === 'lines and areas')![1];
		const once = await exported(content);
		const rows = Uint32Array.from({ length: once.again.rows }, (_, row) => row);
		const bytes = new Uint8Array(await new Response(csvStream(once.again, rows)).arrayBuffer());
		const twice = (await wholeOf(bytes)).table;
		expect(twice.columns.map(({ name }) => name)).toEqual(once.again.columns.map(({ name }) => name));
	});
});
