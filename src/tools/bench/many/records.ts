/**
 * Made-up records of any number to measure with, always the same: valid, in the region of a data set, of actors and
 * publishers that do not exist. Everything in them says that it is made up. Pure.
 */
import { createHash } from 'node:crypto';
import { dayOfIso, isoOfDay } from '../../../lib/base/days';
import type { Boundaries } from '../../../lib/geodata/boundaries';
import type { Region } from '../../../lib/geodata/datasetSchema';
import type { ActorRecord, ArticleRecord, PlaceRecord, Position } from '../../../lib/geodata/schema';
import type { ReferenceRecord, ReportRecord, SourceRecord } from '../../../lib/geodata/schema';
import { claimKinds, keysOf, type PlaceKind } from '../../../lib/geodata/vocabulary';
import { hues } from '../../../lib/geodata/recordWords';
import { random } from '../made-up';

export interface Size {
	articles: number;
	reports: number;
	places: number;
}

/** As many articles and places as go with so many reports: ten reports an article, four a place. */
export const sizeOf = (reports: number): Size => ({
	reports,
	articles: Math.max(1, Math.round(reports / 10)),
	places: Math.max(1, Math.round(reports / 4))
});

export interface MadeUpRecords {
	actors: ActorRecord[];
	places: PlaceRecord[];
	articles: ArticleRecord[];
	sources: SourceRecord[];
	references: ReferenceRecord[];
	/** Sentences of the records, each with what it says in Arabic. */
	texts: Record<string, string>;
}

const license = 'CC-BY-4.0' as const;
const recorded = '2024-12-31';
const firstDay = dayOfIso('2012-01-01');
const days = 4500;
const gazetteer = 'made-up-gazetteer';
const kinds = ['garrison', 'air-base', 'positions', 'store', 'headquarters', 'event-place', 'port'] as const;
const reportsInPassage = 2;

/** @param boundaries places lie in the countries of the region, as Natural Earth draws them */
export function madeUpRecords(size: Size, region: Region, boundaries: Boundaries): MadeUpRecords {
	const next = random(size.reports);
	const number = (below: number) => Math.floor(next() * below);
	const pick = <T>(values: readonly T[]): T => values[number(values.length)]!;
	const texts: Record<string, string> = {};
	/** A sentence of ours, with its translation. */
	const said = (en: string, ar: string) => {
		texts[en] = ar;
		return en;
	};

	const reason = said('Made up: drawn at random.', 'مختلق: رُسم عشوائيًا.');
	const actors = hues.slice(0, 8).map((hue, index): ActorRecord => {
		const letter = String.fromCharCode(65 + index);
		const name = { en: `Made-up actor ${letter}`, ar: `طرف مختلق ${index + 1}` };
		return { id: `made-up-${letter.toLowerCase()}`, name, parent: null, letter, hue };
	});

	const position = (): Position => {
		const [west, south, east, north] = region.view;
		const width = east > west ? east - west : east - west + 360;
		for (;;) {
			const longitude = west + next() * width;
			const at: Position = [longitude > 180 ? longitude - 360 : longitude, south + next() * (north - south)];
			const rounded = at.map((degrees) => Number(degrees.toFixed(4))) as Position;
			if (region.countries.some((country) => boundaries.isIn(country, rounded, 0))) return rounded;
		}
	};
	const places = Array.from({ length: size.places }, (_, index): PlaceRecord => {
		const isRing = index % 10 === 9;
		const kind: PlaceKind = isRing ? 'positions' : pick(kinds);
		return {
			type: 'Feature',
			id: `made-up-place-${index + 1}`,
			geometry: { type: 'Point', coordinates: position() },
			properties: {
				name: { en: `Made-up place ${index + 1}`, ar: `موضع مختلق ${index + 1}` },
				aliases: [],
				kind,
				drawn: isRing ? 'ring' : 'point',
				precision: isRing
					? { where_prec: 3, radius_km: 10, reason }
					: { where_prec: index % 2 === 0 ? 1 : 2, radius_km: index % 2 === 0 ? null : 5, reason },
				related: [],
				alternatives: [],
				upstream: [],
				identifiers: {},
				references: [gazetteer],
				recorded,
				license
			}
		};
	});

	/** The first reports are of one place each, so that all places have one; then some places have far more than others. */
	const placeOf = (report: number) =>
		places[report < size.places ? report : Math.floor(next() ** 3 * size.places)]!;
	const sources = Array.from({ length: Math.ceil(size.articles / 20) }, (_, index): SourceRecord => ({
		id: `made-up-source-${index + 1}`,
		name: said(`Made-up source ${index + 1}`, `مصدر مختلق ${index + 1}`),
		kind: 'newspaper',
		date: null,
		references: []
	}));
	const made = { said, pick, number, placeOf, actors, sources };
	let reports = 0;
	const articles = Array.from({ length: size.articles }, (_, index) => {
		const until = Math.round(((index + 1) * size.reports) / size.articles);
		const article = articleOf(index, reports, until, made);
		reports = until;
		return article;
	});
	const references: ReferenceRecord[] = [
		{ id: gazetteer, title: 'Made-up gazetteer', urls: ['https://example.org/gazetteer'] }
	];
	return { actors, places, articles, sources, references, texts };
}

interface Made {
	said: (en: string, ar: string) => string;
	pick: <T>(values: readonly T[]) => T;
	number: (below: number) => number;
	placeOf: (report: number) => PlaceRecord;
	actors: readonly ActorRecord[];
	sources: readonly SourceRecord[];
}

/** An article with the reports from one number up to, but not including, another. */
function articleOf(index: number, from: number, until: number, made: Made): ArticleRecord {
	const { said, sources } = made;
	const id = `made-up-${index + 1}`;
	const published = isoOfDay(firstDay + 30 + made.number(days));
	const passages: ArticleRecord['passages'] = [];
	const reports: ReportRecord[] = [];
	let end = 0;
	for (let first = from; first < until; first += reportsInPassage) {
		const passage = `p${passages.length + 1}`;
		const start = end + 40;
		let text = '';
		const mentions: (typeof passages)[number]['mentions'] = [];
		for (let report = first; report < Math.min(until, first + reportsInPassage); report++) {
			const place = made.placeOf(report);
			const sentence = `In a made-up event number ${report + 1}, people were said to be at ${place.properties.name.en}, for nobody to believe.`;
			if (text !== '') text += ' ';
			const at = start + text.length;
			const name = place.properties.name.en!;
			const nameAt = at + sentence.indexOf(`${name},`);
			mentions.push({
				place: place.id,
				exact: name,
				start: nameAt,
				end: nameAt + name.length,
				sense: 'literal'
			});
			text += sentence;
			const quote = {
				passage,
				exact: sentence,
				prefix: '',
				suffix: '',
				start: at,
				end: at + sentence.length
			};
			reports.push(reportOf(`${id}-${reports.length + 1}`, place, quote, published, made));
		}
		end = start + text.length;
		passages.push({ id: passage, start, end, text, mentions });
	}
	const unknown = said('Made up, to measure with.', 'مختلق، للقياس.');
	return {
		id,
		title: `Made-up article ${index + 1}`,
		language: 'en',
		publisher: {
			name: `Made-up newspaper ${(index % 40) + 1}`,
			site: `paper-${(index % 40) + 1}.example.org`,
			note: unknown
		},
		author: { name: null, note: unknown },
		published: { edtf: published, stated: null, inferred: null },
		url: `https://example.org/made-up/${index + 1}`,
		urlNote: unknown,
		chain: [sources[index % sources.length]!.id],
		chainNote: unknown,
		standing: { note: unknown, references: [] },
		rights: unknown,
		text: { sha256: createHash('sha256').update(id).digest('hex'), length: 3 * end },
		caveats: [],
		passages,
		reports,
		references: [],
		recorded,
		license
	};
}

function reportOf(
	id: string,
	place: PlaceRecord,
	quote: ReportRecord['quotes'][number],
	published: string,
	{ said, pick, number, actors, sources }: Made
): ReportRecord {
	const claim = pick(keysOf(claimKinds));
	const role = claimKinds[claim].group === 'presence' ? 'deployed' : 'attacked';
	const isUnmapped = number(40) === 0;
	const isDisputed = number(25) === 0;
	const happened = isoOfDay(dayOfIso(published) - number(30));
	const { name } = place.properties;
	return {
		id,
		place: isUnmapped ? null : place.id,
		...(isUnmapped && {
			unmapped: {
				scope: 'none',
				reason: said('Made up: it gives no place.', 'مختلق: لا يذكر مكانًا.')
			}
		}),
		wording: [],
		summary: said(
			`Made up: somebody was reported at ${name.en} (${id}).`,
			`مختلق: ذُكر وجود أحد في ${name.ar} (${id}).`
		),
		claim,
		actors: [...new Set([pick(actors), pick(actors)])].map((actor) => ({ actor: actor.id, role })),
		when: { edtf: number(5) === 0 ? happened.slice(0, 7) : happened, stated: null, inferred: null },
		quotes: [quote],
		attribution: 'attributed',
		chain: number(3) === 0 ? [] : [pick(sources).id],
		caveats: isDisputed
			? [
					{
						kind: 'disputed',
						note: said('Made up: somebody denies it.', 'مختلق: ينفيه أحدهم.'),
						references: [gazetteer]
					}
				]
			: [],
		upstream: [],
		references: []
	};
}
