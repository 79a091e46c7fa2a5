import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compile } from '../../../src/lib/geodata/compile';
import { datasetSchema } from '../../../src/lib/geodata/datasetSchema';
import {
	actorSchema,
	articleSchema,
	placeSchema,
	referenceSchema,
	reportSchema,
	snapshotSchema,
	sourceSchema,
	versionSchema
} from '../../../src/lib/geodata/schema';
import type { Records } from '../../../src/lib/geodata/schema';
import { textsOf, translatable, translate } from '../../../src/lib/geodata/translate';
import type { TranslatableKind } from '../../../src/lib/geodata/translate';
import { loadRecords } from '../../../src/lib/server/geodata';
import { validDirectory } from '../records';

const records = loadRecords();
const texts = Object.entries(records.translations.ar!);

const schemas: Record<TranslatableKind, z.ZodType> = {
	dataset: datasetSchema,
	actor: actorSchema,
	place: placeSchema,
	article: articleSchema.omit({ reports: true }),
	report: reportSchema,
	source: sourceSchema,
	reference: referenceSchema,
	version: versionSchema,
	snapshot: snapshotSchema
};

/** What stays as it is: words of articles, names and titles as they were published, what is in each language, codes. */
const kept: Record<TranslatableKind, string[]> = {
	dataset: [
		'$schema',
		'keywords[]',
		'publisher.name',
		'publisher.contact',
		// What others call their pages; kinds are named in each language where they are added.
		'links[].name',
		'kinds.places.added{}.label{}',
		'kinds.claims.added{}.label{}'
	],
	actor: ['name{}', 'aliases[]', 'demonyms[]', 'seats[]'],
	place: ['$schema', 'properties.name{}', 'properties.aliases[]', 'properties.identifiers{}'],
	article: [
		'$schema',
		'title',
		'publisher.name',
		'publisher.site',
		'author.name',
		'published.edtf',
		'published.stated',
		'passages[].text',
		'passages[].mentions[].exact',
		'caveats[].quotes[].exact',
		'caveats[].quotes[].prefix',
		'caveats[].quotes[].suffix'
	],
	report: [
		'wording[]',
		'when.edtf',
		'when.stated',
		'quotes[].exact',
		'quotes[].prefix',
		'quotes[].suffix',
		'caveats[].quotes[].exact',
		'caveats[].quotes[].prefix',
		'caveats[].quotes[].suffix',
		// Names of people, as they sign.
		'recordedBy.name',
		'reviewedBy.name'
	],
	source: ['date'],
	reference: ['title'],
	version: ['$schema'],
	snapshot: [
		'$schema',
		'places[].name{}',
		'places[].kind',
		'places[].drawn',
		'reports[].claim',
		'reports[].actors[]',
		'reports[].when',
		'reports[].quotes[]',
		'reports[].caveats[].kind',
		'reports[].caveats[].quotes[]'
	]
};

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The paths of all strings of a schema that may be anything: no word of a list, no id, no day, no address. */
function freeTexts(schema: JsonSchema | boolean, path = ''): string[] {
	if (typeof schema === 'boolean') return [];
	const { properties, items, additionalProperties, anyOf, oneOf } = schema;
	const inner = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap((one) => freeTexts(one, path));
	if (inner.length > 0) return [...new Set(inner)];
	const types = [schema.type].flat();
	if (types.includes('string')) {
		return schema.enum || schema.const || schema.pattern || schema.format ? [] : [path];
	}
	if (types.includes('array')) return items && !Array.isArray(items) ? freeTexts(items, `${path}[]`) : [];
	return [
		...Object.entries(properties ?? {}).flatMap(([key, value]) =>
			freeTexts(value, path ? `${path}.${key}` : key)
		),
		...(additionalProperties ? freeTexts(additionalProperties, `${path}{}`) : [])
	];
}

describe('the table of what is translated', () => {
	it.each(Object.keys(translatable) as TranslatableKind[])(
		'has every text of a record of the kind “%s”, or it is said why not',
		(kind) => {
			const found = freeTexts(z.toJSONSchema(schemas[kind], { io: 'input' })).sort();
			expect(found).toEqual([...translatable[kind], ...kept[kind]].sort());
		}
	);
});

describe('translating', () => {
	it('puts the texts of the table into the language and leaves everything else', () => {
		const made = loadRecords(validDirectory);
		const { records: arabic, missing } = translate(made, 'ar');
		expect(missing).toEqual(new Set());
		const [report] = arabic.articles[0]!.reports;
		expect(report).toEqual({
			...made.articles[0]!.reports[0],
			summary: 'لبحرية أطلانطس قاعدة في مرفأ ألفا.'
		});
		expect(arabic.articles[0]!.publisher).toEqual({
			name: 'The Fixture',
			site: 'fixture.example',
			note: 'مختلق لأجل الاختبارات.'
		});
		expect(arabic.sources.map(({ name }) => name)).toEqual(['وكالة التجهيزات', 'سائق شاحنة']);
		expect(made.articles[0]!.reports[0]!.summary).toBe('The navy of Atlantis has a base in Alpha Harbour.');
	});

	it('gives the records themselves in their own language', () => {
		expect(translate(records, 'en').records).toBe(records);
	});

	it('leaves a text that has no translation and says so, whatever it is called', () => {
		const named = { ...records, actors: [{ ...records.actors[0]!, note: 'constructor' }] };
		const { records: arabic, missing } = translate(named, 'ar');
		expect(arabic.actors[0]!.note).toBe('constructor');
		expect(missing).toEqual(new Set(['constructor']));
	});

	it('with each text put in brackets, differs from the original by brackets alone', () => {
		fc.assert(
			fc.property(fc.subarray(Object.keys(records.translations.ar!)), (some) => {
				const ar = Object.fromEntries(some.map((text) => [text, `⟦${text}⟧`]));
				const { records: bracketed, missing } = translate({ ...records, translations: { ar } }, 'ar');
				const plain = JSON.parse(JSON.stringify(bracketed).replace(/[⟦⟧]/g, '')) as Records;
				expect({ ...plain, translations: records.translations }).toEqual(records);
				expect([...some, ...missing].sort()).toEqual(Object.keys(records.translations.ar!).sort());
			}),
			{ numRuns: 20 }
		);
	});

	it('names the place of each text', () => {
		const report = records.articles
			.flatMap(({ reports }) => reports)
			.find(({ caveats }) => caveats.length > 1)!;
		expect(textsOf('report', report)).toContainEqual({
			at: 'caveats[1].note',
			text: report.caveats[1]!.note
		});
		expect(textsOf('actor', { note: '' })).toEqual([]);
		expect(textsOf('report', { when: { inferred: null } })).toEqual([]);
	});
});

describe('the Arabic of the records', () => {
	it('changes no place, actor, date or quote of what is shown', () => {
		const [english, arabic] = [compile(records), compile(translate(records, 'ar').records)];
		const facts = ({ reports, sites }: typeof english) => [
			reports.map(({ id, place, when, quotes, article, attributed, caveats }) => [
				id,
				place?.id,
				when.edtf,
				quotes,
				article.title,
				attributed.map((actor) => actor.id),
				caveats.map(({ kind }) => kind)
			]),
			sites.map(({ id, geometry, contested, origins }) => [id, geometry, contested, origins])
		];
		expect(facts(arabic)).toEqual(facts(english));
	});

	it.each(texts)('says the same numbers: %s', (english, arabic) => {
		expect(numbersIn(arabic)).toEqual(numbersIn(english));
	});

	it('is in Arabic letters, with at most three Latin words in a row', () => {
		for (const [, arabic] of texts) {
			expect(arabic).toMatch(/\p{Script=Arabic}/u);
			expect(arabic).not.toMatch(/(?:[A-Za-z][A-Za-z’'-]*[,.;:]?\s+){3}[A-Za-z]/);
		}
	});

	it('has Arabic digits but in names, codes and quoted words', () => {
		const names = /\u2066[^\u2069]*\u2069|«[^»]*»|الفوج 49|إس-200/g;
		for (const [, arabic] of texts) expect(arabic.replace(names, '')).not.toMatch(/[0-9]/);
	});
});

/** The numbers in a text, each once: 7,000 and ٧٠٠٠ are one number, and so are 0.25 and ٠٫٢٥. */
function numbersIn(text: string): string[] {
	const plain = text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replaceAll('٫', '.')
		.replace(/(\d),(?=\d{3}\b)/g, '$1');
	return [...new Set(plain.match(/\d+(?:\.\d+)?/g))].sort();
}
