import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/lib/offline/manifest';
import { linesOf, pack, unpack, type ParcelFile } from '../../../src/lib/offline/parcel';

async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
	yield* values;
}

/** As Array.fromAsync, which Node 20 has not. */
async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const value of values) found.push(value);
	return found;
}

async function read(parcel: string, version = '1') {
	const [head, ...files] = await all(unpack(version, linesOf(each([parcel]))));
	return { head: head as Manifest, files: files as ParcelFile[] };
}

const known = { headers: { 'Content-Type': 'text/html' }, sha256: 'a'.repeat(64) };
const layout = '<nav><a href="/table">Table of all reports</a></nav>\n'.repeat(20);

/** Pieces that come in the same order wherever they come. */
const body = Array.from(
	{ length: 10 },
	(_, n) => `<p>Paragraph ${n} is long enough to be a piece.</p>\n`
).join('');

/** Texts that share pieces, as pages do, between others that share none. */
const texts = fc
	.array(
		fc.oneof(
			fc.constantFrom(layout, body, '}', '<p>', '\n', 'طرطوس'.repeat(20)),
			fc.string({ unit: 'binary' })
		)
	)
	.map((parts) => parts.join('').toWellFormed());

describe('a parcel', () => {
	it('gives back what was put into it', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.record({ path: fc.webPath(), text: texts, type: fc.constantFrom('a', 'b') })),
				async (given) => {
					const files = given.map(({ path, text, type }) => ({ path, text, ...known, headers: { type } }));
					const { head, files: got } = await read(pack('1', files, [{ path: '/x', ...known }]));
					expect(got).toEqual(files.map(({ path, text }) => ({ path, text })));
					expect(head).toMatchObject({ version: '1', packed: files.length });
					expect(head.files.map(([path, kind, hash]) => [path, head.headers[kind], hash])).toEqual(
						[...files, { path: '/x', ...known }].map(({ path, headers, sha256 }) => [path, headers, sha256])
					);
				}
			)
		);
	});

	it('says once what is in many files', () => {
		const files = Array.from({ length: 100 }, (_, index) => ({
			path: `/${index}`,
			...known,
			text: `${layout}<h1>${index}</h1>${layout}`
		}));
		expect(pack('1', files, []).length).toBeLessThan((100 * 2 * layout.length) / 8);
	});

	const whole = pack(
		'1',
		[
			{ path: '/a', ...known, text: layout },
			{ path: '/b', ...known, text: layout }
		],
		[]
	);

	it.each([
		['nothing', ''],
		['an end too early', whole.split('\n').slice(0, 2).join('\n')],
		['an end within a line', whole.slice(0, -10)],
		['a page of a network that wants a login', '<!doctype html>'],
		['a piece that was never said', whole.replace(/\d+(\]+)\n$/, '9999$1\n')]
	])('is refused with %s', async (_, text) => {
		expect(text).not.toBe(whole);
		await expect(read(text)).rejects.toThrow();
	});

	it('is refused in another version', async () => {
		await expect(read(whole, '2')).rejects.toThrow('version 2');
		expect((await read(whole)).files).toHaveLength(2);
	});
});

describe('lines', () => {
	it('are the same however a text is cut into parts', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.stringMatching(/^[ab\n]*$/)), async (parts) => {
				const lines = await all(linesOf(each(parts)));
				const expected = parts.join('').split('\n');
				if (expected.at(-1) === '') expected.pop();
				expect(lines).toEqual(expected);
			})
		);
	});
});
