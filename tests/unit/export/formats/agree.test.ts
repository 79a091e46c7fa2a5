/** The formats name one thing alike and say the same of it. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reportsCsv } from '../../../../src/lib/export/formats/csv';
import { allLayer, reportFeatures, siteFeatures } from '../../../../src/lib/export/formats/geojson';
import { context, real } from '../data';

/** What the CSV alone has: the point and the shape, which are the geometry of the others, and texts that are lists of objects there. */
const ofCsvAlone = ['longitude', 'latitude', 'wkt'];
const structured = ['caveats', 'quotes'];

describe('reports as CSV and as GeoJSON', () => {
	const rows = Papa.parse<Record<string, string>>(reportsCsv(real, context), {
		header: true,
		skipEmptyLines: true
	});
	const { features } = reportFeatures(real, context);

	it('have the same columns', () => {
		const names = Object.keys(features[0]!.properties);
		expect(rows.meta.fields!.filter((name) => !names.includes(name))).toEqual(ofCsvAlone);
		// One quote of several is there for maps that show text only.
		expect(names.filter((name) => !rows.meta.fields!.includes(name))).toEqual(['quote']);
	});

	it('say the same in each', () => {
		rows.data.forEach((row, index) => {
			for (const [name, value] of Object.entries(features[index]!.properties)) {
				if (structured.includes(name) || name === 'quote') continue;
				const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
				expect(row[name]!.replace(/^'/, ''), `${row.report} ${name}`).toBe(text);
			}
		});
	});
});

it('actors are names, and their ids stand beside them in the same order', () => {
	const names = new Map(real.actors.map(({ id, name }) => [id, name.en]));
	const lists = [
		reportFeatures(real, context),
		allLayer(real, context),
		siteFeatures(real.sites, context)
	].flatMap(({ features }) => features.map(({ properties }) => properties));
	for (const { actors, actor_ids } of lists) expect(actors).toEqual(actor_ids.map((id) => names.get(id)));
	for (const { properties } of siteFeatures(real.sites, context).features)
		expect(properties.named).toEqual(properties.named_ids.map((id) => names.get(id)));
});
