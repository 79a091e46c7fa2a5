/** Writes made-up records as a data set, so that everything that reads one can be measured with it. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verificationOf } from '../../../lib/geodata/verification';
import { boundaries } from '../../../lib/server/boundaries';
import { geodataDirectory, loadRecords } from '../../../lib/server/geodata';
import { madeUpRecords, type Size } from './records';

/**
 * Writes a data set of a size into an empty folder. Region and background are those of another.
 * @param like folder of the other data set
 */
export function writeMadeUp(directory: string, size: Size, like = geodataDirectory()): void {
	const { dataset } = loadRecords(like);
	const { texts, actors, places, articles, sources, references } = madeUpRecords(
		size,
		dataset.region,
		boundaries()
	);
	const license = 'CC-BY-4.0';
	const write = (path: string, value: unknown) =>
		writeFileSync(join(directory, path), `${JSON.stringify(value, null, '\t')}\n`);
	for (const folder of ['', 'places', 'articles', 'verified', 'translations'])
		mkdirSync(join(directory, folder), { recursive: true });
	const about = {
		title: 'made-up sites, to measure with',
		introduction: 'Made-up records, to measure with.',
		disclaimer: 'None of it happened, and nobody reported it.'
	};
	Object.assign(texts, {
		[about.title]: 'مواقع مختلقة للقياس',
		[about.introduction]: 'سجلات مختلقة للقياس.',
		[about.disclaimer]: 'لم يحدث شيء منها ولم يذكره أحد.',
		'Made up.': 'مختلق.',
		// A sentence of the other data set that stays.
		[dataset.region.where]: loadRecords(like).translations.ar?.[dataset.region.where] ?? dataset.region.where
	});
	write('dataset.json', {
		...dataset,
		...about,
		id: 'made-up',
		keywords: ['made up'],
		publisher: { name: 'Made up' }
	});
	write('version.json', { version: '1.0.0', released: '2024-12-31', note: 'Made up.' });
	write('actors.json', { license, actors });
	write('sources.json', { license, sources });
	write('references.json', { license, references });
	write('translations/ar.json', { license, texts });
	for (const place of places) write(`places/${place.id}.geojson`, place);
	for (const [index, article] of articles.entries()) {
		write(`articles/${article.id}.json`, article);
		// A tenth counts as not compared with its text.
		if (index % 10 > 0) write(`verified/${article.id}.json`, verificationOf(article, '2024-12-31'));
	}
	for (const name of ['LICENSE', 'basemap'])
		if (existsSync(join(like, name))) cpSync(join(like, name), join(directory, name), { recursive: true });
}
