/** What a data set says of itself, in `geodata/dataset.json`: all that the site knows of a region stands there. */
import { z } from 'zod';
import { signNames } from './recordWords';
import { id, languageTag, license, name, schemaAddress, text, webAddress } from './schemaParts';
import { schemaVersion } from './schemaVersion';
import { claimKinds, keysOf, placeKinds, ploverTypes } from './vocabulary';

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-85).max(85);

/** West of its east side, or east of it where it lies across the antimeridian; south below north. */
const box = z
	.tuple([longitude, latitude, longitude, latitude])
	.refine(
		([, south, , north]) => south < north,
		'south, the second number, must be below north, the fourth: swap them'
	)
	.refine(([west, , east]) => west !== east, 'the first number, west, must not be the third, east')
	.describe('[west, south, east, north] in degrees, WGS 84; west is the larger across the antimeridian.');

const language = z.strictObject({
	tag: languageTag.describe('BCP 47: en, ar, fr. It stands in the addresses of its pages.'),
	region: z
		.string()
		.regex(/^[A-Z]{2}$/, 'use the two capitals of ISO 3166-1, such as SY')
		.optional()
		.describe('Whose names of months and order of dates it has (ISO 3166-1 alpha-2).'),
	calendar: z
		.string()
		.regex(/^[a-z0-9]{3,8}(-[a-z0-9]{3,8})*$/, 'use a calendar that Intl knows, such as gregory')
		.optional()
		.describe('Calendar of its dates, as Intl names it: gregory, persian, buddhist.'),
	digits: z
		.string()
		.regex(/^[a-z]{3,8}$/, 'use digits that Intl knows, such as latn or arab')
		.optional()
		.describe('Its digits, as Intl names them: latn, arab, mymr.')
});

/** Each once: the addresses of the pages begin with them. */
const languages = z
	.array(language)
	.min(1, 'name at least the language that the records are written in')
	.refine((all) => new Set(all.map(({ tag }) => tag)).size === all.length, 'name each language once')
	.describe('The languages of the pages; the first is that of the records.');

/** What a data set takes of a vocabulary of ours, and what it adds. */
const kindsOf = <Ours extends string, Own extends z.ZodRawShape>(ours: Record<Ours, unknown>, own: Own) =>
	z.strictObject({
		used: z
			.array(z.enum(keysOf(ours)))
			.min(1, 'name those that are used, or leave it out')
			.optional()
			.describe('Those of ours that records here may be of; without it all of them.'),
		added: z
			.record(
				id.refine(
					(name) => !Object.hasOwn(ours, name),
					'choose another: this is one of ours, which needs no adding'
				),
				z.strictObject({ label: name.describe('What it is called.'), ...own })
			)
			.optional()
			.describe('Others, by the name that records give them.')
	});

const kindsSchema = z.strictObject({
	places: kindsOf(placeKinds, {
		sign: z.enum(signNames).describe('The shape of its mark on the map.')
	}).optional(),
	claims: kindsOf(claimKinds, {
		plover: z
			.enum(ploverTypes)
			.optional()
			.describe('PLOVER event type of what happened; without it the claim says what is there.')
	}).optional()
});

export const datasetSchema = z.strictObject({
	$schema: schemaAddress,
	schemaVersion: z
		.literal(schemaVersion)
		.describe('The version of the schema that the records are written in (docs/schema-changelog.md).'),
	id: id.describe('Name of the data set for programs, such as attested-syria.'),
	title: text.describe('As in the middle of a sentence: reported military sites in Syria.'),
	subtitle: text
		.optional()
		.describe('As it follows the title after a comma, and alone in a line of its own: 2019 to 2023.'),
	introduction: text.describe('What is in it, in a sentence.'),
	disclaimer: text.describe('What a reader must not take it for.'),
	since: text
		.optional()
		.describe(
			'What has changed since the reports, in sentences, so that no reader takes them for today: in “about”.'
		),
	keywords: z.array(text).min(1, 'give at least one keyword'),
	license,
	languages,
	publisher: z.strictObject({
		name: text.describe('Who publishes it: the name that stands at the top of each page.'),
		url: webAddress.optional(),
		contact: text.optional().describe('How to reach them: an address, or how to find one.')
	}),
	review: z
		.literal('second-person')
		.optional()
		.describe(
			'With it npm run check -- --strict asks that a second person has reviewed each report (reviewedBy).'
		),
	links: z
		.array(z.strictObject({ name: text, url: webAddress }))
		.optional()
		.describe('Other addresses that readers may want: at the foot of the pages of words and in “about”.'),
	kinds: kindsSchema.optional().describe('Kinds of place and of claim: which of ours are used, and others.'),
	region: z.strictObject({
		where: text.describe('As in a sentence about what lies there: in Syria.'),
		countries: z
			.array(z.string().regex(/^[A-Z]{2}$/, 'use the two capitals of ISO 3166-1, such as SY'))
			.min(1, 'name at least one country')
			.describe(
				'A place whose record names no country lies there, if it is not foreign (ISO 3166-1 alpha-2).'
			),
		box: box.describe(
			'As far as the map reaches, [west, south, east, north] in degrees. What lies outside is foreign.'
		),
		view: box.describe('What the map shows first, [west, south, east, north] in degrees.')
	})
});

export type DatasetRecord = z.infer<typeof datasetSchema>;
export type Kinds = z.infer<typeof kindsSchema>;
export type AddedPlaceKind = NonNullable<NonNullable<Kinds['places']>['added']>[string];
export type Region = DatasetRecord['region'];
export type Language = DatasetRecord['languages'][number];
