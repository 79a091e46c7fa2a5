/** What a data set says of itself, in `geodata/dataset.json`: all that the site knows of a region stands there. */
import { z } from 'zod';
import { id, license, schemaAddress, text, webAddress } from './schemaParts';
import { schemaVersion } from './schemaVersion';

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-85).max(85);

/** West of its east side, or east of it where it lies across the antimeridian; south below north. */
const box = z
	.tuple([longitude, latitude, longitude, latitude])
	.refine(([, south, , north]) => south < north, 'the second number, south, must be below the fourth, north')
	.refine(([west, , east]) => west !== east, 'the first number, west, must not be the third, east')
	.describe('[west, south, east, north] in degrees, WGS 84; west is the larger across the antimeridian.');

export const datasetSchema = z.strictObject({
	$schema: schemaAddress,
	schemaVersion: z
		.literal(schemaVersion)
		.describe('The version of the schema that the records are written in (docs/schema-changelog.md).'),
	id: id.describe('Name of the data set for programs, such as attested-syria.'),
	title: text.describe('As in the middle of a sentence: reported military sites in Syria.'),
	introduction: text.describe('What is in it, in a sentence.'),
	disclaimer: text.describe('What a reader must not take it for.'),
	keywords: z.array(text).min(1, 'give at least one keyword'),
	license,
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
export type Region = DatasetRecord['region'];
