/**
 * `npm run bench -- clusters`: draws docs/clusters.webp, six made-up clusters of points on a plain map of MapLibre and, by way
 * of `npm run tiles`, on ours. What is dense has to look dense; `tests/unit/tools/tiles/clusters.test.ts` measures it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../command';
import { writeOutputs } from '../output';
import { serve } from '../serve';
import { makeTiles } from '../tiles';
import { webp } from '../webp';
import { madeUpClusters } from './made-up-clusters';
import { withBrowser, withBuiltPage } from './measure';

const rows = 60_000;

export const clusterPicture = (path = join(project, 'docs/clusters.webp')): Promise<void> =>
	withBuiltPage('clusters.html', async (directory) => {
		const points = madeUpClusters(rows);
		const csv = points.map(({ value, latitude, longitude }) => `${value},${latitude},${longitude}\n`);
		writeFileSync(join(directory, 'points.csv'), `value,lat,lon\n${csv.join('')}`);
		await makeTiles(join(directory, 'points.csv'), {
			output: join(directory, 'points.pmtiles'),
			name: 'Clusters',
			colour: 'value'
		});
		const features = points.map(({ value, longitude, latitude }) => ({
			type: 'Feature',
			properties: { value },
			geometry: { type: 'Point', coordinates: [longitude, latitude] }
		}));
		writeFileSync(join(directory, 'points.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
		const { address, close } = await serve(directory, { port: 4396 });
		try {
			await withBrowser(async (browser) => {
				const page = await browser.newPage({ viewport: { width: 1040, height: 494 } });
				page.on('pageerror', (error) => console.error(error.message));
				await page.goto(`${address}src/tools/bench/clusters.html`);
				await page.evaluate(() => (globalThis as unknown as { draw: () => Promise<void> }).draw());
				writeOutputs([{ path, content: await webp(page, browser, 0.7) }]);
			});
		} finally {
			await close();
		}
	});
