import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { reportColumns } from '../../../../src/lib/export/formats/csv';
import { reportFeatures } from '../../../../src/lib/export/formats/geojson';
import { reportsGeoParquet } from '../../../../src/lib/export/formats/geoparquet';
import type { Dataset } from '../../../../src/lib/geodata/views';
import { context, fixtures, naughtyStrings, real, withText } from '../data';

const comesBack = async (data: Dataset) => {
	const { buffer } = reportsGeoParquet(data, context);
	const rows = await parquetReadObjects({ file: buffer });
	const sites = new Map(data.sites.map((site) => [site.id, site]));
	expect(rows).toHaveLength(data.reports.length);
	rows.forEach(({ geometry, ...row }, index) => {
		const report = data.reports[index]!;
		const site = sites.get(report.place?.id ?? '');
		const cells = reportColumns(context.about).map(({ name, value }) => [name, value(report, site, context)]);
		expect(row).toEqual(Object.fromEntries(cells));
		expect(geometry ?? null).toEqual(reportFeatures(data, context).features[index]!.geometry);
	});
	return buffer;
};

describe('reports as GeoParquet, read by hyparquet', () => {
	it('come back with every cell and geometry', async () => {
		await comesBack(fixtures);
		const buffer = await comesBack(real);
		const geo = parquetMetadata(buffer).key_value_metadata!.find(({ key }) => key === 'geo')!;
		expect(JSON.parse(geo.value!)).toMatchObject({ version: '1.1.0', primary_column: 'geometry' });
	});

	it('take any text', async () => {
		for (const text of naughtyStrings) await comesBack(withText(text));
	});
});
