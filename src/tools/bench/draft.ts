/**
 * `npm run bench -- draft [--texts DIR] [--misses]`: how well the recogniser of the desk reads the made-up paragraphs of
 * tests/fixtures/draft, and our own articles where DIR has their texts. With --misses each miss is printed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps, type Span } from '../../lib/draft/recognise/span';
import { optionValue, project } from '../command';
import { benchArticles } from './draft/articles';
import { readParagraphs, type Paragraph } from './draft/marked';
import { recognise, toponymsOf, type Named } from './draft/recognise';
import { cells, count, none, percent } from './draft/score';
import { printTable } from './measure';

const folder = join(project, 'tests/fixtures/draft');

/** Prints the tables. Claims, and the wider words around names, are measured with the labelled names of places. */
export function draft(): void {
	const paragraphs = readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.flatMap((name) => readParagraphs(readFileSync(join(folder, name), 'utf8')));
	const groups: [string, Paragraph[]][] = [
		['English', paragraphs.filter(({ language, isHeld }) => language === 'en' && !isHeld)],
		['English, held', paragraphs.filter(({ language, isHeld }) => language === 'en' && isHeld)],
		['Arabic', paragraphs.filter(({ language, isHeld }) => language === 'ar' && !isHeld)],
		['Arabic, held', paragraphs.filter(({ language, isHeld }) => language === 'ar' && isHeld)]
	];
	const tables = groups.filter(([, list]) => list.length > 0).map(([name, list]) => measured(name, list));
	printTable(
		['what', 'texts', 'labelled', 'strict P', 'R', 'F1', 'overlap P', 'R', 'F1'],
		tables.flatMap(({ rows }) => rows)
	);
	printTable(
		['texts', 'same EDTF of dates found', 'kind of claims found: first', 'offered'],
		tables.map(({ shares }) => shares)
	);
	const texts = optionValue('--texts');
	if (texts) benchArticles(texts);
}

function measured(name: string, paragraphs: Paragraph[]): { rows: string[][]; shares: string[] } {
	const sorts = ['places (memory)', 'wider words', 'actors', 'dates', 'claims', 'who says it'] as const;
	const counts = Object.fromEntries(sorts.map((sort) => [sort, none()])) as Record<
		(typeof sorts)[number],
		ReturnType<typeof none>
	>;
	const dates = { found: 0, same: 0 };
	const claims = { found: 0, first: 0, offered: 0 };
	for (const paragraph of paragraphs) {
		const { text, published, places, mentions } = paragraph;
		const named: Named[] = places.map((place) => ({ ...place, isWide: isCountry(text, place) }));
		const found = recognise(text, published, named);
		/** An article before a name makes no difference. */
		const bare = ({ start, end }: Span): Span => ({
			start: start + (/^(?:the|an?) /i.exec(text.slice(start, end))?.[0].length ?? 0),
			end
		});
		count(counts['places (memory)'], places, toponymsOf(text));
		count(
			counts['wider words'],
			mentions,
			found.mentions.filter((mention) => mentions.some((label) => overlaps(label, mention))),
			(label, { precision }) => label.precision === precision
		);
		count(counts.actors, paragraph.actors, found.actors, (label, { actor }) => label.actor === actor);
		count(counts.dates, paragraph.dates, found.dates);
		count(counts.claims, paragraph.claims, found.claims);
		const sources = found.attributions.map(({ source }) => source);
		count(counts['who says it'], paragraph.sources.map(bare), sources.map(bare));
		for (const label of paragraph.dates) {
			const date = found.dates.find((date) => overlaps(date, label));
			if (!date) continue;
			dates.found++;
			if (date.edtf === label.edtf) dates.same++;
			else miss(paragraph, label, `date ${label.edtf}, not ${date.edtf}`);
		}
		for (const label of paragraph.claims) {
			const claim = found.claims.find((claim) => overlaps(claim, label));
			if (!claim) continue;
			claims.found++;
			if (label.kinds.includes(claim.kinds[0]!)) claims.first++;
			if (claim.kinds.some((kind) => label.kinds.includes(kind))) claims.offered++;
		}
		for (const [sort, labels, finds] of [
			['actor', paragraph.actors, found.actors],
			['date', paragraph.dates, found.dates],
			['claim', paragraph.claims, found.claims],
			['says', paragraph.sources.map(bare), sources.map(bare)],
			['around', mentions, found.mentions]
		] as const) {
			const isIn = (spans: readonly Span[], span: Span) =>
				spans.some(({ start, end }) => start === span.start && end === span.end);
			for (const label of labels) if (!isIn(finds, label)) miss(paragraph, label, `${sort} missed`);
			if (sort !== 'around')
				for (const find of finds) if (!isIn(labels, find)) miss(paragraph, find, `${sort} wrongly found`);
		}
	}
	return {
		rows: sorts.map((sort) => [sort, name, ...cells(counts[sort])]),
		shares: [
			name,
			percent(dates.same, dates.found),
			percent(claims.first, claims.found),
			percent(claims.offered, claims.found)
		]
	};
}

const isPrinting = process.argv.includes('--misses');

/** Held paragraphs are only measured: who reads their misses would tune on them. */
function miss({ id, text, isHeld }: Paragraph, { start, end }: Span, what: string): void {
	if (isPrinting && !isHeld) console.log(`${id}  ${what}: ${text.slice(start, end)}`);
}

/** In the labels a country is a name with coordinates in whole degrees or halves. */
function isCountry(text: string, { start, end }: Span): boolean {
	return countries.test(text.slice(start, end));
}

const countries =
	/^(?:Syria|Israel|Lebanon|Chad|Sudan|Ukraine|Russia|Myanmar|Niger|Mali|Ecuador|Colombia|Haiti|Burkina Faso|Egypt|Turkey|Iraq|Iran|Jordan|سوريا|لبنان|السودان|إيران|العراق|روسيا)$/;
