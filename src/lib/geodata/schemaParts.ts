/** What the schemas of records (`schema.ts`) are put together from. */
import { z } from 'zod';
import { caveatKinds } from './vocabulary';

// The policy of our pages lets no code be made of text, which zod does where it may.
z.config({ jitless: typeof document !== 'undefined' });

export const id = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
	.describe('Lower-case letters, digits and hyphens; part of a public address, so it never changes.');
export const text = z.string().trim().min(1, 'must not be empty');
export const webAddress = z
	.url({ protocol: /^https?$/, error: 'must be an http or https address' })
	.describe('An http or https address.');
export const day = z.iso.date().describe('A day, YYYY-MM-DD.');
/** A copy of a page that an archive keeps, for when the page is gone: both or neither. */
export const archived = {
	archivedUrl: webAddress.optional().describe('A copy of the page that an archive keeps.'),
	archivedOn: day.optional().describe('The day of that copy, YYYY-MM-DD.')
};
/** Who did something to a report, and when. */
export const signature = z.strictObject({
	name: text.describe('Name or initials, as that person wants to be named.'),
	on: day
});
export const schemaAddress = z
	.string()
	.optional()
	.describe('Where an editor finds the JSON Schema of this file.');
export const license = z
	.literal('CC-BY-4.0')
	.describe('Licence of our own record (SPDX). Quotations stay their publishers’.');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal');
export const status = z
	.literal('draft')
	.optional()
	.describe('A draft: some of it is still to be written, and it is not published.');
export const languageTag = z
	.string()
	.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'use a BCP 47 tag such as en or ar');
export const name = z
	.record(languageTag, text)
	.refine((names) => Object.keys(names).length > 0, 'give the name in the language of the records')
	.describe('The name by language: in that of the records, and in others where it is known.');
export const referenceIds = z.array(id).describe('Ids of entries in references.json.');
export const someReferenceIds = z
	.array(id)
	.min(1, 'name at least one reference')
	.describe('Ids of entries in references.json; at least one.');

/** Longitude and latitude in degrees (WGS 84), in this order. */
export const position = z
	.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
	.describe('[longitude, latitude] in degrees, WGS 84.');

export const geometry = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('Point'), coordinates: position }),
	z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
	z.strictObject({
		type: z.literal('MultiLineString'),
		coordinates: z.array(z.array(position).min(2)).min(1)
	}),
	z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(position).min(4)).min(1) }),
	z.strictObject({
		type: z.literal('MultiPolygon'),
		coordinates: z.array(z.array(z.array(position).min(4)).min(1)).min(1)
	})
]);

/** A date or span in EDTF (ISO 8601-2) level 1, with what the text states and what was inferred. */
export const when = z
	.strictObject({
		edtf: text.describe('EDTF level 1: 2022-08-31, 2015-11, 2019-03-18?, 2022-09~, ../2015-09-24.'),
		stated: z
			.string()
			.nullable()
			.describe('The words of the text about the date, or null where it gives none.'),
		inferred: z.string().nullable().describe('What was inferred and from what, or null.')
	})
	.describe('When it was, as an EDTF date, with what is stated and what is inferred.');

export const quote = z
	.strictObject({
		passage: id.describe('The passage it stands in.'),
		exact: text.describe('The words, verbatim (W3C TextQuoteSelector).'),
		prefix: z.string().describe('Up to 32 characters before it.'),
		suffix: z.string().describe('Up to 32 characters after it.'),
		start: z.number().int().min(0).describe('UTF-16 offset in the full text (W3C TextPositionSelector).'),
		end: z.number().int().min(1).describe('UTF-16 offset of the first character after it.')
	})
	.describe('W3C Web Annotation selectors for the words.');

export const caveat = z.strictObject({
	kind: z.enum(caveatKinds),
	note: text.describe('One sentence.'),
	quotes: z
		.array(quote)
		.min(1, 'give at least one quote, or leave it out')
		.optional()
		.describe('The words of the article that say so, as a denial in it: they are not what is reported.'),
	references: referenceIds
});

export const upstream = z
	.strictObject({ note: text, references: someReferenceIds })
	.describe('What an earlier source says that the article does not. It never moves a point.');
