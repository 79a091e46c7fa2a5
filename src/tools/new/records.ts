/**
 * The first records of a new data set: what it says of itself, its actors, and one article to be replaced, which says of
 * itself in every sentence that it is made up. Pure.
 */
import { createHash } from 'node:crypto';
import { slug } from '../../lib/base/slug';
import { markActors } from '../../lib/geodata/actorMarks';
import { countryName } from '../../lib/geodata/names';
import type { Position } from '../../lib/geodata/schema';
import { schemaVersion } from '../../lib/geodata/schemaVersion';
import type { NewRegion } from './region';

export interface NewDataset {
	title: string;
	publisher: string;
	region: NewRegion;
	/** BCP 47; the first is that of the records. */
	languages: readonly string[];
	/** Names, in the language of the records. */
	actors: readonly string[];
	/** Where the made-up place is. */
	spot: Position;
	/** Today, YYYY-MM-DD. */
	on: string;
	/** Address of the folder of JSON Schemas from the folder of the data set, for editors. */
	schemas: string;
}

const license = 'CC-BY-4.0';
const madeUp = 'Made up, to be replaced.';
/** Kilometres around the made-up place. */
const radius = 25;

const force = 'Made-up Force';
const place = 'Exampleton';
const quote = `The ${force} keeps a camp near ${place}`;
const sentence = `${quote}, a made-up spokesman told the Made-up News Agency.`;
const text = `A made-up article, to be replaced

This article was made up, so that a new map has something to show. None of it happened, nobody wrote it, and no newspaper has it.

${sentence}

Replace it by an article of your own: open the desk, paste the text, accept what is right in it, and take the records out. Then remove this article, its place, its actor and its sources.
`;

/** The files by their paths in the folder, as values to be written as JSON. */
export function newRecords(dataset: NewDataset): Map<string, object> {
	const { title, publisher, region, languages, on, schemas, spot } = dataset;
	const own = languages[0]!;
	const name = (words: string) => ({ [own]: words });
	const at = (kind: string, up = '') => ({ $schema: `${up}${schemas}/${kind}.schema.json` });
	const reference = 'made-up-reference';
	const article = `made-up-${on.slice(0, 4)}`;
	const start = text.indexOf(sentence);
	const inQuote = start + quote.indexOf(place);
	return new Map<string, object>([
		[
			'dataset.json',
			{
				...at('dataset'),
				schemaVersion,
				id: slug(title),
				title,
				introduction: `What news articles report about military sites ${region.where}.`,
				disclaimer:
					'Every record rests on a quote; a place is drawn no finer than its article gives it, and a record is a report, not a finding.',
				keywords: [...region.countries.map(countryName), 'military sites', 'news reports', 'provenance'],
				license,
				languages: languages.map((tag) => ({ tag })),
				publisher: { name: publisher },
				region: { where: region.where, countries: region.countries, box: region.box, view: region.view }
			}
		],
		['actors.json', { ...at('actors'), license, actors: actorsOf(dataset, name) }],
		[
			'sources.json',
			{
				...at('sources'),
				license,
				sources: [
					{
						id: 'made-up-spokesman',
						name: 'A made-up spokesman',
						kind: 'person',
						date: null,
						references: []
					},
					{ id: 'made-up-agency', name: 'Made-up News Agency', kind: 'agency', date: null, references: [] }
				]
			}
		],
		[
			'references.json',
			{
				...at('references'),
				license,
				references: [
					{
						id: reference,
						title: 'A made-up reference, to be replaced',
						urls: ['https://example.org/made-up-reference']
					}
				]
			}
		],
		[
			'places/made-up-place.geojson',
			{
				...at('place', '../'),
				type: 'Feature',
				id: 'made-up-place',
				geometry: { type: 'Point', coordinates: spot },
				properties: {
					name: name(place),
					aliases: [],
					kind: 'garrison',
					countries: [],
					drawn: 'ring',
					precision: { where_prec: 3, radius_km: radius, reason: `${madeUp} There is no such place.` },
					related: [],
					alternatives: [],
					upstream: [],
					identifiers: {},
					references: [reference],
					recorded: on,
					license
				}
			}
		],
		[
			`articles/${article}.json`,
			{
				...at('article', '../'),
				id: article,
				title: 'A made-up article, to be replaced',
				language: 'en',
				publisher: { name: 'Made-up News', site: 'example.org', note: madeUp },
				author: { name: null, note: madeUp },
				published: { edtf: `${on.slice(0, 4)}-01`, stated: null, inferred: madeUp },
				url: 'https://example.org/made-up-article',
				urlNote: madeUp,
				chain: ['made-up-spokesman', 'made-up-agency'],
				chainNote: madeUp,
				standing: { note: madeUp, references: [reference] },
				rights: 'Made up: nobody’s.',
				text: { sha256: createHash('sha256').update(text).digest('hex'), length: text.length },
				caveats: [],
				passages: [
					{
						id: 'p1',
						start,
						end: start + sentence.length,
						text: sentence,
						mentions: [
							{
								place: 'made-up-place',
								exact: place,
								start: inQuote,
								end: inQuote + place.length,
								sense: 'literal'
							}
						]
					}
				],
				reports: [
					{
						id: `${article}-1`,
						place: 'made-up-place',
						wording: [],
						summary: `Made up, to be replaced: a ${force} has a camp near ${place}.`,
						claim: 'base',
						actors: [{ actor: 'made-up-force', role: 'operates' }],
						when: { edtf: `../${on.slice(0, 4)}-01`, stated: null, inferred: madeUp },
						quotes: [
							{
								passage: 'p1',
								exact: quote,
								prefix: text.slice(Math.max(0, start - 32), start),
								suffix: text.slice(start + quote.length, start + quote.length + 32),
								start,
								end: start + quote.length
							}
						],
						attribution: 'attributed',
						chain: ['made-up-spokesman', 'made-up-agency'],
						caveats: [],
						upstream: [],
						references: []
					}
				],
				references: [],
				recorded: on,
				license
			}
		],
		[
			'version.json',
			{ ...at('version'), version: '0.1.0', released: on, note: 'The first records, which are made up.' }
		]
	]);
}

/** The actors with their marks; the last is that of the made-up article. */
function actorsOf({ actors }: NewDataset, name: (words: string) => Record<string, string>): object[] {
	const names = [...actors, force];
	const ids = names.reduce<string[]>((all, words, index) => {
		const id = slug(words) || `actor-${index + 1}`;
		return [...all, all.includes(id) ? `${id}-${index + 1}` : id];
	}, []);
	const { marks } = markActors(
		names.map((words, index) => ({ id: ids[index]!, name: words, parent: null })),
		[]
	);
	return names.map((words, index) => {
		const { hue, letter } = marks[index]!;
		const note = index === actors.length ? { note: madeUp } : {};
		return { id: ids[index], name: name(words), parent: null, letter, ...(hue && { hue }), ...note };
	});
}
