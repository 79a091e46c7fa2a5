/** Formats whose readers are fetched when a file of theirs comes, in the worker and under the policy of the page. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from '../support/fixture';
import { cards, choose, fileOf, open } from '../support/panel';

const byGdal = (name: string) => readFileSync(new URL(`../../fixtures/own/gdal/${name}`, import.meta.url));

/** Two places, packed in a way that needs a reader of its own. */
const parquet = (codec: 'GZIP' | 'BROTLI') =>
	Buffer.from(
		parquetWriteBuffer({
			columnData: [
				{ name: 'name', type: 'STRING', data: ['Aleppo', 'Hama'] },
				{ name: 'lat', type: 'DOUBLE', data: [36.2, 35.1] },
				{ name: 'lon', type: 'DOUBLE', data: [37.1, 36.7] }
			],
			codec,
			compressors: {
				GZIP: (input) => new Uint8Array(gzipSync(input)),
				BROTLI: (input) => new Uint8Array(brotliCompressSync(input))
			}
		})
	);

test('Parquet in two packings, FlatGeobuf and GML are read and shown', async ({ page }) => {
	await open(page);
	await choose(
		page,
		fileOf(parquet('GZIP'), 'gzip.parquet'),
		fileOf(parquet('BROTLI'), 'brotli.parquet'),
		fileOf(byGdal('places.fgb'), 'places.fgb'),
		fileOf(byGdal('places.gml'), 'places.gml')
	);
	await expect(cards(page)).toHaveCount(4);
	for (const [index, rows] of [2, 2, 10, 10].entries())
		await expect(cards(page).nth(index)).toContainText(`${rows} rows`);
	await expect(cards(page).locator('[data-problem]')).toHaveCount(0);
});
