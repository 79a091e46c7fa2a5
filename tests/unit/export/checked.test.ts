/** What each format says of whether the quotes were compared with the full text. */
import { describe, expect, it } from 'vitest';
import { citationFormats, reportCitation, siteCitation } from '../../../src/lib/export/citations/citations';
import { reportColumns } from '../../../src/lib/export/formats/csv';
import { reportFeatures } from '../../../src/lib/export/formats/geojson';
import { sitesKml } from '../../../src/lib/export/formats/kml';
import { linkedPlaces } from '../../../src/lib/export/formats/linkedPlaces';
import { compile } from '../../../src/lib/geodata/compile';
import { loadRecords } from '../../../src/lib/server/geodata';
import { validDirectory } from '../records';
import { context } from './data';

const records = loadRecords(validDirectory);
const checked = compile(records);
const unchecked = compile({ ...records, verifications: [] });
const day = checked.reports[0]!.article.checked!;
const yes = `checked against the full text on ${day}`;
const no = 'not yet checked against the full text';

describe.each(Object.entries(citationFormats))('a citation as %s', (_, { write }) => {
	it.each(['report', 'site'] as const)('of a %s says of its articles which', (kind) => {
		const text = ({ reports, sites, articles }: typeof checked) =>
			write(
				kind === 'report'
					? reportCitation(reports[0]!, articles, context)
					: siteCitation(sites[0]!, articles, context)
			);
		expect(text(checked)).toContain(yes);
		expect(text(checked)).not.toContain(no);
		expect(text(unchecked)).toContain(no);
		expect(text(unchecked)).not.toContain('checked against the full text on');
	});
});

describe('a file of the data', () => {
	const column = reportColumns(context.about).find(({ name }) => name === 'checked')!;

	it('has the day, or nothing, in a column and in a property', () => {
		for (const [dataset, value] of [
			[checked, day],
			[unchecked, null]
		] as const) {
			expect(dataset.reports.map((report) => column.value(report, undefined, context))).toEqual(
				dataset.reports.map(() => value)
			);
			for (const { properties } of reportFeatures(dataset, context).features)
				expect(properties.checked).toBe(value);
		}
	});

	it('says it where it has a quote in a sentence', () => {
		const texts = ({ sites, actors }: typeof checked) => [
			sitesKml(sites, actors, context),
			JSON.stringify(linkedPlaces(sites, context))
		];
		for (const text of texts(checked)) {
			expect(text).toContain(yes);
			expect(text).not.toContain(no);
		}
		for (const text of texts(unchecked)) expect(text).toContain(no);
	});
});
