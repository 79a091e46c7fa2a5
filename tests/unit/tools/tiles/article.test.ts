/** An article of ours becomes an archive by the records of its places, each as finely as its place. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { geodataDirectory } from '../../../../src/lib/server/geodata';
import { makeTiles } from '../../../../src/tools/tiles';
import { real } from '../../export/data';
import { rowsOf } from '../../overlay/made';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'attested-article-'))));
afterAll(() => rmSync(folder, { recursive: true }));

it('has a row for each report, on the map where its site is', async () => {
	const { id } = real.articles.find(({ reports }) => reports.some(({ unmapped }) => !unmapped))!;
	const { table } = await makeTiles(join(geodataDirectory(), 'articles', `${id}.json`), {
		output: join(folder, 'article.pmtiles'),
		name: 'An article'
	});
	const drawn = new Map(rowsOf(table).map(({ cells, geometry }) => [cells.id, geometry?.type ?? null]));
	const sites = new Map(real.sites.map((site) => [site.id, site]));
	for (const report of real.reports.filter(({ article }) => article.id === id)) {
		const site = sites.get(report.place?.id ?? '');
		const isPoint = drawn.get(report.id) === 'Point';
		expect([report.id, drawn.get(report.id) !== null, isPoint]).toEqual([
			report.id,
			site !== undefined,
			site?.drawn === 'point'
		]);
	}
});
