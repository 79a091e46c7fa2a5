/**
 * `npm run bench -- draft [--texts DIR] [--misses]`: how well, and how fast, the desk reads the made-up paragraphs of
 * tests/fixtures/draft, and our own articles where DIR, or the environment's ARTICLE_TEXTS, has their texts. With --misses
 * each miss is printed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { optionValue, project } from '../command';
import { benchArticles } from './draft/articles';
import { readKnowledge } from './draft/knowledge';
import { readParagraphs, type Paragraph } from './draft/marked';
import { measureParagraphs, sorts } from './draft/paragraphs';
import { cells, percent } from './draft/score';
import { benchSpeed } from './draft/speed';
import { printTable } from './measure';

const folder = join(project, 'tests/fixtures/draft');

export function draft(): void {
	const isPrinting = process.argv.includes('--misses');
	const loading = performance.now();
	const knowledge = readKnowledge();
	console.log(`Gazetteer and tagger read in ${((performance.now() - loading) / 1000).toFixed(2)} s.`);
	const paragraphs = readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.flatMap((name) => readParagraphs(readFileSync(join(folder, name), 'utf8')));
	const groups: [string, Paragraph[]][] = [
		['English', paragraphs.filter(({ language, isHeld }) => language === 'en' && !isHeld)],
		['English, held', paragraphs.filter(({ language, isHeld }) => language === 'en' && isHeld)],
		['Arabic', paragraphs.filter(({ language, isHeld }) => language === 'ar' && !isHeld)],
		['Arabic, held', paragraphs.filter(({ language, isHeld }) => language === 'ar' && isHeld)]
	];
	const tables = groups.map(([name, list]) => ({
		name,
		// Held paragraphs are only measured: who reads their misses would tune on them.
		...measureParagraphs(list, knowledge, ({ id, text, isHeld }, { start, end }, what) => {
			if (isPrinting && !isHeld) console.log(`${id}  ${what}: ${text.slice(start, end)}`);
		})
	}));
	console.log('\nMade-up paragraphs');
	printTable(
		['what', 'texts', 'labelled', 'strict P', 'R', 'F1', 'overlap P', 'R', 'F1'],
		sorts.flatMap((sort) => tables.map(({ name, counts }) => [sort, name, ...cells(counts[sort])]))
	);
	printTable(
		[
			'texts',
			'places found: right first',
			'dates found: right value',
			'claims found: kind first',
			'kind offered',
			'wrong sentences for one right'
		],
		tables.map(({ name, places, dates, claims, offered }) => [
			name,
			percent(places.right, places.found),
			percent(dates.right, dates.found),
			percent(claims.first, claims.found),
			percent(claims.offered, claims.found),
			(offered.wrong / offered.right).toFixed(2)
		])
	);
	const texts = optionValue('--texts') ?? process.env.ARTICLE_TEXTS;
	if (texts)
		benchArticles(texts, knowledge, (article, what) => {
			if (isPrinting) console.log(`${article}  ${what}`);
		});
	console.log('\nSpeed');
	const english = paragraphs.filter(({ language }) => language === 'en').map(({ text }) => text);
	benchSpeed(english, knowledge);
}
