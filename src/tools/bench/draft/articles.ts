/**
 * The desk on the data set’s own articles, where their full texts are at hand: what of the records it would have
 * offered. The texts are not in the repository; a file is known by the hash that the record has of it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { booleanPointInPolygon, coordAll } from '@turf/turf';
import type { PlaceCandidate } from '../../../lib/draft/article';
import { overlaps, type Span } from '../../../lib/draft/recognise/span';
import { kilometresBetween } from '../../../lib/draft/resolve/score';
import { find, type Findings, type Knowledge } from '../../../lib/draft/suggest';
import { whensIn } from '../../../lib/draft/recognise/whens';
import { parseWhen } from '../../../lib/geodata/dates';
import type { ArticleRecord, PlaceRecord } from '../../../lib/geodata/schema';
import { loadRecords } from '../../../lib/server/geodata';
import { printTable } from '../measure';
import { ownAlone, withoutOwn } from './knowledge';
import { percent } from './score';

/** What is counted, in the order of its columns. */
const columns = [
	'mentions',
	'found',
	'same span',
	'right first',
	'actors',
	'actors found',
	'roles right',
	'others',
	'dates',
	'dates found',
	'first',
	'first or wider',
	'offered',
	'quotes',
	'quotes offered',
	'sentences',
	'sentences right',
	'kind first',
	'kind offered',
	'reports'
] as const;
type Figures = Record<(typeof columns)[number], number>;

/**
 * Prints a row for each article and one for all; and for all what is left without the data set's places, and with them alone.
 * @param directory a folder with the texts, whatever their names
 */
export function benchArticles(
	directory: string,
	knowledge: Knowledge,
	onmiss: (article: string, what: string) => void
): void {
	const texts = readdirSync(directory, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => readFileSync(join(directory, name), 'utf8'));
	const articles = loadRecords().articles.flatMap((article) => {
		const text = texts.find(
			(text) => createHash('sha256').update(text).digest('hex') === article.text.sha256
		);
		if (text === undefined) console.log(`No text of ${article.id} in ${directory}.`);
		return text === undefined ? [] : [{ article, text }];
	});
	const { places } = loadRecords();
	const measure = (knowledge: Knowledge, isPrinting = false) =>
		articles.map(({ article, text }) =>
			figuresOf(article, text, find(text, article.published.edtf, knowledge), places, (what) => {
				if (isPrinting) onmiss(article.id, what);
			})
		);
	const all = measure(knowledge, true);
	const total = sum(all);
	const names = [...articles.map(({ article }) => article.id), 'all'];
	const rows = [...all, total];

	console.log(
		'\nOur articles: names of places, with what the data set has of them, without it, and with that alone'
	);
	printTable(
		['knowing', 'mentions', 'found', 'same span', 'right at first suggestion', 'of those found'],
		(
			[
				['all that the desk knows', total],
				['without the data set’s places (skill)', sum(measure(withoutOwn(knowledge)))],
				['the data set’s places alone (memory)', sum(measure(ownAlone(knowledge)))]
			] as const
		).map(([name, row]) => [
			name,
			String(row.mentions),
			percent(row.found, row.mentions),
			percent(row['same span'], row.mentions),
			percent(row['right first'], row.mentions),
			percent(row['right first'], row.found)
		])
	);
	console.log('\nReports of our articles: what of them is offered');
	printTable(
		[
			'article',
			'mentions found',
			'right first',
			'actors found',
			'roles right',
			'other actors',
			'dates: words found',
			'value first',
			'first or wider',
			'offered',
			'quotes offered',
			'sentences right',
			'wrong for one right',
			'kind first',
			'kind offered'
		],
		rows.map((row, index) => [
			names[index]!,
			`${percent(row.found, row.mentions)} of ${row.mentions}`,
			percent(row['right first'], row.mentions),
			`${percent(row['actors found'], row.actors)} of ${row.actors}`,
			percent(row['roles right'], row.actors),
			String(row.others),
			`${percent(row['dates found'], row.dates)} of ${row.dates}`,
			`${percent(row.first, row.reports)} of ${row.reports}`,
			percent(row['first or wider'], row.reports),
			percent(row.offered, row.reports),
			`${percent(row['quotes offered'], row.quotes)} of ${row.quotes}`,
			`${percent(row['sentences right'], row.sentences)} of ${row.sentences}`,
			((row.sentences - row['sentences right']) / row['sentences right']).toFixed(2),
			percent(row['kind first'], row.reports),
			percent(row['kind offered'], row.reports)
		])
	);
}

const noFigures = () => Object.fromEntries(columns.map((column) => [column, 0])) as Figures;

function sum(rows: readonly Figures[]): Figures {
	const total = noFigures();
	for (const row of rows) for (const column of columns) total[column] += row[column];
	return total;
}

function figuresOf(
	article: ArticleRecord,
	text: string,
	found: Findings,
	places: readonly PlaceRecord[],
	miss: (what: string) => void
): Figures {
	const figures = noFigures();
	const whensOf = whensIn(text, found.dates, article.published.edtf);
	const words = ({ start, end }: Span) => text.slice(start, end).replaceAll('\n', ' ');
	for (const label of article.passages.flatMap(({ mentions }) => mentions)) {
		const hits = found.mentions.flatMap((mention, index) =>
			overlaps(label, mention) ? [{ mention, place: found.places[index]! }] : []
		);
		figures.mentions++;
		if (hits.length > 0) figures.found++;
		if (hits.some(({ mention }) => mention.start === label.start && mention.end === label.end))
			figures['same span']++;
		const record = places.find(({ id }) => id === label.place)!;
		if (hits.some(({ place }) => place.candidates[0] && isPlace(record, place.candidates[0])))
			figures['right first']++;
		else
			miss(
				`place ${label.place}: ${words(label)}: ${
					hits
						.map(
							({
								place: {
									candidates: [first]
								}
							}) => `${first?.name}, ${first?.country}`
						)
						.join('; ') || 'not found'
				}`
			);
	}
	for (const report of article.reports) {
		const { quotes, when } = report;
		const isIn = (span: Span) => quotes.some((quote) => overlaps(quote, span));
		const named = new Set(found.actors.filter(isIn).flatMap(({ actor }) => actor ?? []));
		const wanted = new Set(report.actors.map(({ actor }) => actor));
		figures.actors += wanted.size;
		figures['actors found'] += [...wanted].filter((id) => named.has(id)).length;
		figures.others += [...named].filter((id) => !wanted.has(id)).length;
		for (const id of wanted) if (!named.has(id)) miss(`actor ${id}: ${report.id}`);

		const claims = found.claims.filter(isIn);
		const roles = claims.flatMap((claim) => claim.roles);
		for (const { actor, role } of report.actors)
			if (roles.some((offered) => offered.actor === actor && offered.role === role)) figures['roles right']++;
			else if (report.claim === 'strike' || report.claim === 'casualty')
				miss(
					`role ${actor} ${role}, not ${roles
						.filter((offered) => offered.actor === actor)
						.map((offered) => offered.role)
						.join(', ')}: ${report.id}`
				);
		figures.reports++;
		if (when.stated !== null) {
			figures.dates++;
			if (found.dates.some((date) => isIn(date))) figures['dates found']++;
			else miss(`date “${when.stated}” not found: ${report.id}`);
		}
		const values = quotes.map((quote) => whensOf(quote, kindsIn(found, quote)).map(({ edtf }) => edtf));
		if (values.some(([edtf]) => edtf === when.edtf)) figures.first++;
		else miss(`when ${when.edtf}, not ${values.map(([edtf]) => edtf).join(' or ')}: ${report.id}`);
		if (values.some(([edtf]) => edtf !== undefined && isWithin(when.edtf, edtf))) figures['first or wider']++;
		if (values.some((each) => each.includes(when.edtf))) figures.offered++;
		if (claims.some(({ kinds: [kind] }) => kind === report.claim)) figures['kind first']++;
		if (claims.some(({ kinds }) => kinds.some((kind) => kind === report.claim))) figures['kind offered']++;
	}
	const quotes = [
		...new Map(
			article.reports.flatMap(({ quotes }) => quotes).map((quote) => [`${quote.start}-${quote.end}`, quote])
		).values()
	];
	for (const quote of quotes) {
		figures.quotes++;
		if (found.claims.some((claim) => overlaps(claim, quote))) figures['quotes offered']++;
		else miss(`quote not offered: ${words(quote)}`);
	}
	for (const claim of found.claims) {
		figures.sentences++;
		if (quotes.some((quote) => overlaps(quote, claim))) figures['sentences right']++;
		else miss(`sentence offered that is in no report: ${words(claim)}`);
	}
	return figures;
}

/** The kinds of the sentence of a quote, where it is offered. */
const kindsIn = ({ claims }: Findings, quote: Span) => claims.find((claim) => overlaps(claim, quote))?.kinds;

/** Whether a value lies within a wider one, which then says nothing that is not so. */
function isWithin(edtf: string, wider: string): boolean {
	const [inner, outer] = [parseWhen(edtf), parseWhen(wider)];
	const isFrom = outer.earliest === null || (inner.earliest !== null && inner.earliest >= outer.earliest);
	return isFrom && (outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest));
}

/** How far from a place that is drawn as a point its suggestion may be, and from an area. */
const near_km = 25;
const nearArea_km = 40;

function isPlace({ id, properties, geometry }: PlaceRecord, candidate: PlaceCandidate): boolean {
	if (candidate.id !== null)
		return candidate.id === id || (geometry !== null && isNear(candidate, geometry, 0));
	return geometry === null
		? candidate.name === properties.name.en
		: isNear(candidate, geometry, properties.precision.radius_km ?? 0);
}

function isNear(
	{ position }: PlaceCandidate,
	geometry: NonNullable<PlaceRecord['geometry']>,
	radius_km: number
): boolean {
	if (!position) return false;
	const { longitude, latitude } = position;
	if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
		if (booleanPointInPolygon([longitude, latitude], geometry)) return true;
	}
	const limit = geometry.type === 'Point' ? Math.max(near_km, radius_km + 10) : nearArea_km;
	return coordAll(geometry).some(
		([lon, lat]) => kilometresBetween(position, { longitude: lon!, latitude: lat! }) <= limit
	);
}
