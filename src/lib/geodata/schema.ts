/**
 * The shape of every record in `geodata/`. Types are inferred from here, JSON Schemas are generated from here
 * (`npm run schemas`), and nothing about a record is declared anywhere else. What one record alone cannot show
 * (references between records, a quote inside its passage) is checked in `validate.ts`.
 */
import { z } from 'zod';
import {
	id,
	text,
	webAddress,
	archived,
	schemaAddress,
	license,
	sha256,
	day,
	status,
	name,
	referenceIds,
	someReferenceIds,
	position,
	geometry,
	when,
	quote,
	signature,
	caveat,
	upstream
} from './schemaParts';
import { basemapsFileSchema } from './basemapSchema';
import { datasetSchema, type DatasetRecord } from './datasetSchema';
import { claimKinds, keysOf, placeKinds } from './vocabulary';
import {
	attributions,
	drawnAs,
	hues,
	mentionSenses,
	relationKinds,
	roles,
	sourceKinds,
	unmappedScopes
} from './recordWords';

export const actorSchema = z.strictObject({
	id,
	name,
	parent: id.nullable().describe('The actor that this one belongs to, or null.'),
	letter: z
		.string()
		.regex(/^[A-Z][a-z]?$/, 'use one capital, or a capital and a small letter')
		.describe('Shown on the mark, so that colour is never the only cue. Unique.'),
	hue: z.enum(hues).describe('Colour on the map; the parent’s where there is one.'),
	aliases: z
		.array(text)
		.optional()
		.describe(
			'Other names, in any script, that always mean this actor: spellings, bodies, offices, persons.'
		),
	demonyms: z
		.array(text)
		.optional()
		.describe('Words for its people and what is theirs, in any script: Russian, Russians, روسي.'),
	seats: z
		.array(text)
		.optional()
		.describe(
			'Places whose name may stand for it: its capital, its country. Read so only where it acts or speaks.'
		),
	note: z.string().optional(),
	status
});

const actorsFileSchema = z.strictObject({
	$schema: schemaAddress,
	license,
	actors: z.array(actorSchema).min(1)
});

export const placeSchema = z.strictObject({
	$schema: schemaAddress,
	type: z.literal('Feature'),
	id,
	status,
	geometry: geometry
		.nullable()
		.describe('No finer than what is known. A ring has its centre here. Null where nothing can be said.'),
	properties: z.strictObject({
		name,
		aliases: z.array(text).describe('Other spellings and names, in any script.'),
		kind: z
			.enum(keysOf(placeKinds))
			.or(id)
			.describe('What sort of place it is: one of these, or one that dataset.json adds.'),
		drawn: z.enum(drawnAs),
		foreign: z.boolean().optional().describe('True for a place outside the region of the map.'),
		countries: z
			.array(z.string().regex(/^[A-Z]{2}$/, 'use the two capitals of ISO 3166-1, such as SY'))
			.optional()
			.describe(
				'The countries that it lies in (ISO 3166-1 alpha-2); without it, those of the data set. Empty where none can be named.'
			),
		precision: z.strictObject({
			where_prec: z.literal([1, 2, 3, 4, 5, 6, 7]).describe('UCDP GED where_prec, 1 exact to 7.'),
			radius_km: z.number().positive().max(500).nullable().describe('Uncertainty in km, or null.'),
			reason: text.describe('Why it is here, and why no finer: one to three sentences.')
		}),
		label: z
			.strictObject({ bearing: z.number().min(0).max(360) })
			.optional()
			.describe('Where on a ring its hollow mark sits: degrees clockwise from north.'),
		related: z
			.array(
				z.strictObject({
					place: id,
					relation: z.enum(relationKinds),
					reason: text,
					references: referenceIds
				})
			)
			.describe('Ties to other places, said from both sides.'),
		alternatives: z
			.array(z.strictObject({ position, note: text, references: referenceIds }))
			.describe('Other positions that sources give; shown as text.'),
		upstream: z.array(upstream),
		identifiers: z.record(z.string(), z.string()).describe('ICAO, IATA, GeoNames, OurAirports, Wikidata ...'),
		references: someReferenceIds,
		recorded: day.describe('When this record was made or last changed.'),
		license
	})
});

export const reportSchema = z.strictObject({
	id: id.describe('The id of the article, a hyphen and a number: never changed, never used again.'),
	place: id.nullable(),
	unmapped: z
		.strictObject({ scope: z.enum(unmappedScopes), reason: text })
		.optional()
		.describe('Needed where there is no place, or one that is not drawn: why.'),
	wording: z
		.array(text)
		.describe('What the quote calls the place where it uses none of its names; empty otherwise.'),
	summary: text.describe('What is claimed, in one neutral sentence of ours.'),
	claim: z
		.enum(keysOf(claimKinds))
		.or(id)
		.describe('What it says was there or happened: one of these, or one that dataset.json adds.'),
	actors: z
		.array(z.strictObject({ actor: id, role: z.enum(keysOf(roles)), note: z.string().optional() }))
		.min(1, 'name at least one actor'),
	when,
	quotes: z.array(quote).min(1, 'a report needs a quote').describe('The first is shown first.'),
	attribution: z.enum(attributions),
	chain: z
		.array(id)
		.describe(
			'Ids in sources.json, from the first origin to what the article drew on; empty: the author’s own.'
		),
	chainNote: z.string().optional(),
	caveats: z.array(caveat),
	upstream: z.array(upstream),
	references: referenceIds,
	recordedBy: signature.optional().describe('Who recorded it as it is, and on which day.'),
	reviewedBy: signature
		.optional()
		.describe('Who compared it with the article after that, and on which day: never who recorded it.'),
	withdrawn: z
		.strictObject({ on: day, reason: text })
		.optional()
		.describe('Taken back: it keeps its address, where it says so, and is on no map and in no list.')
});

export const passageSchema = z.strictObject({
	id,
	start: z.number().int().min(0).describe('UTF-16 offset in the full text.'),
	end: z.number().int().min(1),
	text: text.describe('A sentence or two, verbatim, at most 75 words.'),
	mentions: z
		.array(
			z.strictObject({
				place: id,
				exact: text,
				start: z.number().int().min(0),
				end: z.number().int().min(1),
				sense: z.enum(mentionSenses)
			})
		)
		.describe('The places named in it, with UTF-16 offsets in the full text.')
});

export const articleSchema = z.strictObject({
	$schema: schemaAddress,
	id,
	status,
	title: text,
	language: z.string().regex(/^[a-z]{2}(-[A-Za-z0-9]+)*$/, 'use a BCP 47 tag such as en or ar'),
	publisher: z.strictObject({ name: text, site: text, note: text }),
	author: z.strictObject({ name: text.nullable(), note: text }),
	published: when,
	url: webAddress,
	...archived,
	urlNote: text.describe('How the address is known.'),
	chain: z
		.array(id)
		.describe('Ids in sources.json, first origin first: what the article as a whole draws on.'),
	chainNote: text,
	standing: z.strictObject({ note: text, references: referenceIds }),
	rights: text.describe('Whose the quoted words are.'),
	text: z.strictObject({
		sha256: sha256.describe('Of the bytes of the full text.'),
		length: z.number().int().min(1).describe('UTF-16 code units of the full text.')
	}),
	caveats: z.array(caveat),
	passages: z.array(passageSchema).min(1),
	reports: z.array(reportSchema).min(1),
	references: referenceIds,
	recorded: day,
	license
});

export const sourceSchema = z.strictObject({
	id,
	name: text,
	kind: z.enum(sourceKinds),
	date: z.string().nullable().describe('EDTF date of what it published, or null.'),
	references: referenceIds,
	note: z.string().optional()
});

const sourcesFileSchema = z.strictObject({
	$schema: schemaAddress,
	license,
	sources: z.array(sourceSchema)
});

export const referenceSchema = z.strictObject({
	id,
	title: text,
	urls: z.array(webAddress).min(1, 'give at least one address'),
	...archived,
	note: z.string().optional(),
	status
});

const referencesFileSchema = z.strictObject({
	$schema: schemaAddress,
	license,
	references: z.array(referenceSchema)
});

export const versionSchema = z.strictObject({
	$schema: schemaAddress,
	version: z
		.string()
		.regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'use three numbers, as in 1.2.0')
		.describe('Version of the records (https://semver.org), raised by npm run release.'),
	released: day,
	note: text.describe('What is new, in a sentence or two.')
});

/** What versions are compared by: a released version of the records, cut down to that. Written by a command. */
export const snapshotSchema = versionSchema.extend({
	places: z.array(
		z.strictObject({
			id,
			name,
			kind: text,
			drawn: text,
			geometry: geometry.nullable(),
			where_prec: z.number().int().min(1).max(7),
			radius_km: z.number().nullable(),
			reason: text
		})
	),
	reports: z.array(
		z.strictObject({
			id,
			place: id.nullable(),
			summary: text,
			claim: text,
			actors: z.array(text).describe('Id of an actor and its role, with a space between.'),
			when: text,
			quotes: z.array(text),
			chain: z.array(id),
			caveats: z.array(z.strictObject({ kind: text, note: text, quotes: z.array(text).optional() })),
			withdrawn: reportSchema.shape.withdrawn
		})
	)
});

/** What of an article was compared with its full text, and when. Written by a command and never by a person. */
export const verificationSchema = z.strictObject({
	$schema: schemaAddress,
	article: id.describe('The article that was compared; the file has its name.'),
	text: sha256.describe('SHA-256 of the full text that it was compared with.'),
	words: sha256.describe('SHA-256 of its passages, mentions and quotes as they were compared.'),
	on: day.describe('The day of the comparing, UTC.'),
	comparison: z.number().int().min(1).describe('Version of the code that compared.'),
	digest: sha256.describe('SHA-256 of the fields above: it fits only what npm run verify wrote.')
});

export const translationsSchema = z.strictObject({
	$schema: schemaAddress,
	license,
	texts: z
		.record(z.string(), text)
		.describe(
			'Each sentence of the records, as it stands there, with what it says in the language of the file.'
		)
});

/** The schema of each kind of file, under the name that its JSON Schema is published by. */
export const fileSchemas = {
	actors: actorsFileSchema,
	place: placeSchema,
	article: articleSchema,
	sources: sourcesFileSchema,
	references: referencesFileSchema,
	dataset: datasetSchema,
	version: versionSchema,
	changes: snapshotSchema,
	translations: translationsSchema,
	verified: verificationSchema,
	basemaps: basemapsFileSchema
} as const;

export type FileKind = keyof typeof fileSchemas;
export type ActorRecord = z.infer<typeof actorSchema>;
export type PlaceRecord = z.infer<typeof placeSchema>;
export type ArticleRecord = z.infer<typeof articleSchema>;
export type ReportRecord = z.infer<typeof reportSchema>;
export type PassageRecord = z.infer<typeof passageSchema>;
export type SourceRecord = z.infer<typeof sourceSchema>;
export type ReferenceRecord = z.infer<typeof referenceSchema>;
export type VersionRecord = z.infer<typeof versionSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
export type VerificationRecord = z.infer<typeof verificationSchema>;
export type Translations = z.infer<typeof translationsSchema>;
export type Position = z.infer<typeof position>;
export type Geometry = z.infer<typeof geometry>;
/**
 * A name of the records by language. Where records were checked, that in their own language is the first, so that
 * `ownName` finds it.
 */
export type Name = z.infer<typeof name>;
export type When = z.infer<typeof when>;
export type Caveat = z.infer<typeof caveat>;

/** All records of `geodata/`, parsed. */
export interface Records {
	/** What the data set says of itself. */
	dataset: DatasetRecord;
	actors: ActorRecord[];
	places: PlaceRecord[];
	articles: ArticleRecord[];
	sources: SourceRecord[];
	references: ReferenceRecord[];
	version: VersionRecord;
	/** The released versions, oldest first. */
	snapshots: Snapshot[];
	/** What was compared with the full texts. */
	verifications: VerificationRecord[];
	/** The sentences of all of these in the other languages of the data set, by tag, as far as they are translated. */
	translations: Record<string, Translations['texts']>;
}
