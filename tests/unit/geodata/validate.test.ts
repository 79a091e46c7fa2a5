import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem, validate } from '../../../src/lib/geodata/validate';
import type { SourceFile } from '../../../src/lib/geodata/validate';
import { boundaries } from '../../../src/lib/server/boundaries';
import { brokenFiles, caseNames, expectedLines, laidOver, validFiles } from '../records';

const linesOf = (files: SourceFile[]) => validate(files, boundaries()).problems.map(formatProblem);

describe('records in order', () => {
	it('have no problem', () => {
		expect(linesOf(validFiles)).toEqual([]);
	});

	it('come back whole, in the order of their files', () => {
		const { records } = validate([...validFiles].reverse());
		expect(records?.articles.map(({ id }) => id)).toEqual(['fixture-one', 'fixture-two']);
		for (const { path, text } of validFiles.filter((file) => file.path.startsWith('articles/'))) {
			expect(records?.articles).toContainEqual(JSON.parse(text));
			expect(path).toMatch(/^articles\/fixture-/);
		}
		expect(records?.places).toHaveLength(5);
		expect(records?.actors).toHaveLength(3);
		expect(records?.sources).toHaveLength(2);
		expect(records?.references).toHaveLength(2);
	});

	it('may have markup in them: it is text', () => {
		const markup = '<script>alert(1)</script> & <b>bold</b>';
		const files = changed(
			'translations/ar.json',
			({ texts }) => {
				delete texts['The navy of Atlantis has a base in Alpha Harbour.'];
				texts[markup] = markup;
			},
			changed('articles/fixture-one.json', (article) => {
				article.title = markup;
				article.reports[0].summary = markup;
			})
		);
		expect(linesOf(files)).toEqual([]);
		expect(validate(files).records?.articles[0]?.title).toBe(markup);
	});

	it('may lie outside the region where they are marked foreign', () => {
		const files = changed('places/alpha-harbour.geojson', (place) => {
			place.geometry.coordinates = [2.35, 48.85];
			place.properties.foreign = true;
		});
		expect(linesOf(files)).toEqual([]);
	});

	it('may have a licence, a read-me and a basemap beside them', () => {
		const beside = ['LICENSE', 'README.md', 'basemap/land.json'].map((path) => ({ path, text: '{' }));
		expect(linesOf([...validFiles, ...beside])).toEqual([]);
	});
});

describe('broken records', () => {
	it('are of at least thirty kinds', () => {
		expect(caseNames.length).toBeGreaterThanOrEqual(30);
	});

	it.each(caseNames)('%s', (caseName) => {
		const expected = expectedLines(caseName);
		expect(expected).not.toEqual([]);
		expect(linesOf(brokenFiles(caseName))).toEqual(expected);
		expect(validate(brokenFiles(caseName), boundaries()).records).toBeNull();
	});

	it('give one line each, even with line breaks in them', () => {
		const files = changed('articles/fixture-one.json', (article) => {
			article.reports[0].actors[0].role = 'a\nb\r\nc';
		});
		expect(linesOf(files)).toHaveLength(1);
		expect(linesOf(files)[0]).not.toMatch(/[\r\n]/);
	});
});

// Hundreds of checks of a whole set of records each: a busy machine needs more than the usual five seconds.
describe('any input at all', { timeout: 60_000 }, () => {
	const anyPath = fc.constantFrom(...validFiles.map(({ path }) => path), 'articles/new.json', 'x.txt', '');

	it('never throws for any text in any file', () => {
		fc.assert(
			fc.property(anyPath, fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (path, text) => {
				expectVerdict(laidOver(validFiles, [{ path, text }]));
			})
		);
	});

	it('never throws for a text with a piece cut out or put in', () => {
		const piece = fc.constantFrom(
			'',
			'"',
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'\\',
			'\u0001',
			'\ufeff',
			'null',
			'1e999'
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...validFiles),
				fc.nat(),
				fc.nat({ max: 20 }),
				piece,
				({ path, text }, where, length, put) => {
					const start = where % text.length;
					const torn = text.slice(0, start) + put + text.slice(start + length);
					expectVerdict(laidOver(validFiles, [{ path, text: torn }]));
				}
			),
			{ numRuns: 100 }
		);
	});

	it('never throws for any value at any path of a valid record', () => {
		const odd = fc.constantFrom<unknown>(
			'',
			'p1',
			'alpha-harbour',
			'2021',
			'../..',
			-1,
			1e308,
			null,
			[],
			{},
			[[]]
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...validFiles),
				fc.nat(),
				fc.oneof(odd, fc.jsonValue()),
				({ path, text }, where, value) => {
					const record: unknown = JSON.parse(text);
					const spots = spotsOf(record);
					const spot = spots[where % spots.length];
					if (spot) spot.holder[spot.key] = value;
					expectVerdict(laidOver(validFiles, [{ path, text: JSON.stringify(record) }]));
				}
			),
			{ numRuns: 150 }
		);
	});

	it('never throws for brackets without end', () => {
		expectVerdict(laidOver(validFiles, [{ path: 'actors.json', text: '['.repeat(200_000) }]));
		const deep = '['.repeat(50_000) + ']'.repeat(50_000);
		expectVerdict(laidOver(validFiles, [{ path: 'actors.json', text: `{"actors": ${deep}}` }]));
	});
});

/** Either problems or records, never both, never neither. */
function expectVerdict(files: SourceFile[]): void {
	const { problems, records } = validate(files);
	expect(problems.length > 0).toBe(records === null);
	for (const { file, message, fix } of problems) {
		expect(file + message).not.toBe('');
		expect(fix).not.toBe('');
	}
}

// A record as it stands in a file is whatever the test makes of it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function changed(path: string, change: (record: any) => void, files = validFiles): SourceFile[] {
	const record = JSON.parse(files.find((file) => file.path === path)?.text ?? '');
	change(record);
	return laidOver(files, [{ path, text: JSON.stringify(record) }]);
}

/** Every place in a value where another value could stand. */
function spotsOf(value: unknown): { holder: Record<string, unknown>; key: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	const holder = value as Record<string, unknown>;
	return Object.keys(holder).flatMap((key) => [{ holder, key }, ...spotsOf(holder[key])]);
}
