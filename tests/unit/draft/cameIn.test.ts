/** What comes to the desk and is no article: records and lists of annotations, whole or broken. */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorEach } from '../../../src/lib/draft/anchor';
import { toAnnotations, readAnnotations } from '../../../src/lib/draft/annotations';
import { cameIn } from '../../../src/lib/draft/cameIn';
import { newTo } from '../../../src/lib/draft/fromRecord';
import { apply } from '../../../src/lib/draft/commands';
import { newArticle } from '../../../src/lib/draft/article';
import { reportsOf } from '../../../src/lib/draft/quoteReports';
import { recordsOf } from '../../../src/lib/draft/record';
import { zipOf } from '../../../src/lib/draft/zip';
import { docx, paragraph, run } from './input/documents';
import { articleOf, known, on, reported } from './records';

const text = `Lemuria came. Its troops stand near the hill in the east.${' Nobody said more.'.repeat(20)}`;
const article = reported(articleOf(text), 'troops stand near the hill', 'the hill');
const { files } = recordsOf(article, known, on);
const file = (path: string) => files.find((other) => other.path === path)!;
const bytesOf = (value: unknown) => strToU8(typeof value === 'string' ? value : JSON.stringify(value));
const code = (bytes: Uint8Array, name = 'a.zip') => {
	const came = cameIn(bytes, name);
	return came.is === 'refused' ? came.fault.code : came.is;
};
const zip = (entries: Record<string, unknown>) =>
	zipSync(Object.fromEntries(Object.entries(entries).map(([path, value]) => [path, bytesOf(value)])));

describe('what comes in', () => {
	it('is what left the desk, with the places and lists that go with it', () => {
		const came = cameIn(zipOf(files, 'Read me'), 'made-up-2020.zip');
		if (came.is !== 'records') throw new Error(came.is);
		expect(came.origin.article).toEqual(JSON.parse(file('articles/made-up-2020.json').text));
		expect(came.origin.places.map(({ id }) => id)).toEqual(['zeta-hill']);
		expect(came.origin.files.map(({ path }) => path)).toEqual(['references.json']);
		const places = new Map([['zeta-hill', null]]);
		expect(newTo(came.origin, { places, actors: new Map() }).places).toEqual([]);
	});

	it('is a record, as a file or pasted', () => {
		expect(code(bytesOf(file('articles/made-up-2020.json').text), 'a.json')).toBe('records');
		expect(code(bytesOf(` ${file('articles/made-up-2020.json').text}`), '')).toBe('records');
	});

	it('is a list of annotations', () => {
		const quote = { exact: 'the hill', prefix: '', suffix: '', start: 0, end: 8, comment: '', tags: [] };
		expect(code(bytesOf(toAnnotations([quote])), 'a.jsonld')).toBe('annotations');
		expect(code(bytesOf({ total: 0, rows: [] }), 'a.json')).toBe('no-quotes');
	});

	it('is an article where it is neither, a document of Word too', () => {
		expect(code(docx(paragraph(run('Words'))), 'a.docx')).toBe('article');
		expect(code(bytesOf('[Reuters] Troops moved.'), '')).toBe('article');
		expect(code(bytesOf('{"a": 1}'), '')).toBe('article');
	});

	it.each<[string, Uint8Array, string, string]>([
		['broken JSON', bytesOf('{"passages": ['), 'a.json', 'broken-json'],
		['other JSON', bytesOf({ type: 'FeatureCollection', features: [] }), 'a.json', 'other-json'],
		['places alone', zip({ 'places/zeta-hill.geojson': {} }), 'a.zip', 'no-article'],
		['two articles', zip({ 'articles/a.json': {}, 'articles/b.json': {} }), 'a.zip', 'many-articles'],
		['a record that is none', bytesOf({ passages: [], reports: [] }), 'a.json', 'record'],
		['a file of something else', zip({ 'articles/a.json': {}, 'evil.exe': 'MZ' }), 'a.zip', 'name'],
		['JSON that is none', zip({ 'articles/a.json': '{' }), 'a.zip', 'broken-json'],
		['an archive that is cut off', zipOf(files, '').slice(0, 300), 'a.zip', 'article']
	])('is refused where it is %s', (_, bytes, name, expected) => {
		expect(code(bytes, name)).toBe(expected);
	});

	it('is told by what is in it, and never throws', () => {
		const start = fc.constantFrom('PK\x03\x04', '{', '[', '{"passages":1,"reports":', '[{"target":', '');
		fc.assert(
			fc.property(
				start,
				fc.string({ unit: 'binary' }),
				fc.constantFrom('a.json', 'a.zip', ''),
				(...parts) => {
					const [start, rest, name] = parts;
					expect(['article', 'records', 'annotations', 'refused']).toContain(
						cameIn(strToU8(start + rest, true), name).is
					);
				}
			)
		);
	});
});

it('quotes of another program become reports to look at, where they are in the text', () => {
	const list = readAnnotations({
		rows: [
			{
				uri: 'https://fixture.example/a',
				text: 'A note',
				target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'troops stand', prefix: 'Its ' }] }]
			},
			{
				target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'Whatever has never been here at all' }] }]
			}
		]
	})!;
	const first = newArticle(text);
	const command = reportsOf([...anchorEach(text, list.quotes)], first.next)!;
	const { reports } = apply(first, command);
	expect(reports).toMatchObject([{ decision: 'open', summary: 'A note', inferred: ['claim'] }]);
	expect(text.slice(reports[0]!.quote.start, reports[0]!.quote.end)).toBe('troops stand');
	expect(reportsOf([], 1)).toBeNull();
});
