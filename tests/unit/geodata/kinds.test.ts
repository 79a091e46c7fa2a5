import { describe, expect, it } from 'vitest';
import { aboutOf } from '../../../src/lib/geodata/about';
import { compile } from '../../../src/lib/geodata/compile';
import { reportsCsv } from '../../../src/lib/export/formats/csv';
import { reportFeatures } from '../../../src/lib/export/formats/geojson';
import { sitesGpx } from '../../../src/lib/export/formats/gpx';
import { linkedPlaces } from '../../../src/lib/export/formats/linkedPlaces';
import { formatProblem, validate } from '../../../src/lib/geodata/validate';
import { kindNames } from '../../../src/lib/words/kindNames';
import { validFiles } from '../records';

/** The valid records, of which a place and a claim are of kinds that the data set adds. */
const files = validFiles.map(({ path, text }) => {
	const record = JSON.parse(text);
	if (path === 'dataset.json')
		record.kinds = {
			places: { added: { wharf: { sign: 'harbour', label: { en: 'Wharf', ar: 'رصيف' } } } },
			claims: {
				added: {
					raid: { plover: 'ASSAULT', label: { en: 'Raid', ar: 'غارة' } },
					outpost: { label: { en: 'Has an outpost', ar: 'لديه نقطة' } }
				}
			}
		};
	if (path === 'places/alpha-harbour.geojson') record.properties.kind = 'wharf';
	if (path === 'articles/fixture-one.json')
		[record.reports[0].claim, record.reports[1].claim] = ['raid', 'outpost'];
	return { path, text: JSON.stringify(record) };
});

describe('kinds that a data set adds', () => {
	const { problems, records } = validate(files);
	const data = compile(records!);
	const context = { origin: '', version: '1.0.0', about: aboutOf(records!.dataset), kindNames: kindNames() };
	const site = data.sites.find(({ id }) => id === 'alpha-harbour')!;

	it('are in order, and have the sign that the data set says', () => {
		expect(problems.map(formatProblem)).toEqual([]);
		expect(site).toMatchObject({ kind: 'wharf', sign: 'harbour' });
	});

	it('are events with their PLOVER type, or say what is there', () => {
		const rows = reportsCsv(data, context).split('\r\n');
		expect(rows.find((row) => row.startsWith('fixture-one-1,'))).toContain(',raid,event,ASSAULT,');
		expect(rows.find((row) => row.startsWith('fixture-one-2,'))).toContain(',outpost,presence,,');
		const { features } = reportFeatures(data, context);
		expect(features.find(({ id }) => id === 'fixture-one-1')?.properties.plover).toBe('ASSAULT');
	});

	it('are called in files what the data set calls them', () => {
		expect(sitesGpx([site], context)).toContain('<type>Wharf</type>');
		const [place] = linkedPlaces([site], context).features;
		expect(place?.types).toEqual([
			{
				label: 'Wharf',
				sourceLabels: [
					{ label: 'Wharf', lang: 'en' },
					{ label: 'رصيف', lang: 'ar' }
				]
			}
		]);
		expect(place?.properties.fclasses).toEqual(['S']);
	});
});
