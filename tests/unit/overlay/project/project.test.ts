/** A reader's map as one file: what is saved comes back equal, and what anybody wrote does no harm. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../../../src/lib/base/base64';
import { packed } from '../../../../src/lib/base/compressed';
import { choicesOf } from '../../../../src/lib/overlay/project/choices';
import {
	linkFragment,
	linkKey,
	mostCharacters,
	readFragment
} from '../../../../src/lib/overlay/project/link';
import {
	isProject,
	projectLimits,
	projectText,
	readProject,
	type Project
} from '../../../../src/lib/overlay/project/project';
import type { Choices } from '../../../../src/lib/overlay/read/read';

const dataset = { id: 'attested-syria', title: 'reported military sites in Syria' };
const csv = 'name,lat,lon,actor\nحلب,36.2,37.1,"a ""b"", c"\nB,35.1,36.7,\n';
/** All that a reader may have corrected. */
const choices: Choices = {
	encoding: 'windows-1256',
	delimiter: ';',
	header: false,
	firstLine: 3,
	part: 'Sheet 2',
	place: { by: 'pair', latitude: 1, longitude: 2, latitudeSign: 3, longitudeSign: 4, minutes: [5, 6] },
	radius: { column: 4, unit: 'km' },
	roles: { actor: 3, name: null },
	until: null,
	source: null,
	dayOrder: 'month-first',
	yearPairs: 'span',
	projection: 'EPSG:32637',
	swap: true,
	names: {
		column: 0,
		places: { Tadmur: { name: 'Palmyra', country: 'SY', longitude: 38.28, latitude: 34.56, radius_km: 5 } }
	}
};
const state = {
	name: 'Mine',
	colourBy: 3,
	off: [1, 2],
	window: { from: 16000, to: 17000 },
	visible: false,
	citation: 'Somebody, 2024'
};
const project = (files: Partial<Project['files'][number]>[] = [{}]): Project => ({
	dataset,
	view: '?actors=-iran&map=7/35/38',
	files: files.map((given) => ({ file: new Blob([csv]), fileName: 'a.csv', choices, state, ...given }))
});
const blobOf = (value: unknown) => new Blob([typeof value === 'string' ? value : JSON.stringify(value)]);
const bytesOf = async (file: Blob) => [...new Uint8Array(await file.arrayBuffer())];

async function opened(blob: Blob) {
	const found = await readProject(blob);
	if (found.fault) throw new Error(found.fault);
	return found;
}

describe('a project', () => {
	it('comes back equal: bytes, corrections, how it is shown, order and view', async () => {
		const bytes = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 256);
		const whole = project([
			{},
			{ file: new Blob([bytes]), fileName: 'b.xlsx', choices: {}, state: null },
			{ file: new Blob(['\ufeffname\r\nA\r\n']), fileName: 'c.csv' },
			{ file: new Blob(['x'.repeat(2_000_000)]), fileName: 'large.csv' },
			{ file: new Blob([]), fileName: 'empty.csv' }
		]);
		const { project: back, lost } = await opened(blobOf(await projectText(whole, new Date(0), '\t')));
		expect(lost).toBe(0);
		expect({ ...back, files: [] }).toEqual({ ...whole, files: [] });
		for (const [at, file] of back.files.entries()) {
			const { file: before, ...rest } = whole.files[at]!;
			expect({ ...file, file: null }).toEqual({ ...rest, file: null });
			expect(await bytesOf(file.file)).toEqual(await bytesOf(before));
		}
	});

	it('is a text that people and programs can read, and is told by how it begins', async () => {
		const text = await projectText(project(), new Date(0), '\t');
		expect(JSON.parse(text)).toEqual({
			format: 'attested-project',
			version: 1,
			saved: '1970-01-01T00:00:00.000Z',
			dataset,
			view: '?actors=-iran&map=7/35/38',
			files: [{ fileName: 'a.csv', choices, state, data: { text: csv } }]
		});
		expect(await isProject(blobOf(text))).toBe(true);
		expect(await isProject(blobOf(`\ufeff${text}`))).toBe(true);
		for (const other of [
			'{"type":"FeatureCollection","features":[]}',
			'{"a":{"format":"attested-project"}}',
			''
		])
			expect(await isProject(blobOf(other))).toBe(false);
	});

	it('of a newer version, of something else, damaged, empty or too large is told', async () => {
		const text = await projectText(project(), null);
		const written = JSON.parse(text) as Record<string, unknown>;
		const faultOf = async (value: unknown, limits = projectLimits) =>
			(await readProject(blobOf(value), limits)).fault;
		expect(await readProject(blobOf({ ...written, version: 7 }))).toEqual({ fault: 'newer', version: 7 });
		expect(await faultOf({ type: 'FeatureCollection' })).toBe('no-project');
		expect(await faultOf({ ...written, files: [] })).toBe('no-files');
		for (const broken of [
			text.slice(0, -9),
			{ ...written, files: 3 },
			{ ...written, version: 'x' },
			'null',
			'[]'
		])
			expect(await faultOf(broken)).toMatch(/damaged|no-project/);
		expect(await faultOf(text, { ...projectLimits, whole: 10 })).toBe('too-large');
		expect(await faultOf(text, { ...projectLimits, unpacked: 10 })).toBe('too-large');
		const gzip = await projectText(project([{ file: new Blob([new Uint8Array(5_000_000)]) }]), null);
		expect(gzip.length).toBeLessThan(10_000);
		expect(await faultOf(gzip, { ...projectLimits, unpacked: 1_000_000 })).toBe('too-large');
	});

	it('leaves out files that can’t be had, and counts them', async () => {
		const text = JSON.stringify({
			...(JSON.parse(await projectText(project([{}, {}]), null)) as object)
		}).replace('"data":{"text"', '"data":{"gzip"');
		const found = await opened(blobOf(text));
		expect(found.project.files).toHaveLength(1);
		expect(found.lost).toBe(1);
	});

	it('takes no address, script or markup for a view', async () => {
		const written = JSON.parse(await projectText(project(), null)) as object;
		for (const view of [
			'https://example.org/',
			'//example.org',
			'javascript:alert(1)',
			'/sites/x',
			`?${'x'.repeat(9999)}`,
			3
		])
			expect((await opened(blobOf({ ...written, view }))).project.view).toBe('');
	});

	it('never throws, whatever a file holds', async () => {
		await fc.assert(
			fc.asyncProperty(fc.json(), fc.json({ maxDepth: 2 }), async (one, other) => {
				for (const text of [
					one,
					`{"format":"attested-project","version":1,"files":[${one}]}`,
					`{"format":"attested-project","version":1,"files":[{"fileName":${one},"choices":${other},"state":${one},"data":{"text":"a","gzip":${other}}}]}`
				]) {
					const { fault, project } = await readProject(blobOf(text));
					if (!fault) expect(project!.files.length).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('choices of anybody’s', () => {
	it('are those of a reader, and nothing else', () => {
		expect(choicesOf(JSON.parse(JSON.stringify(choices)))).toEqual(choices);
		for (const place of [null, { by: 'geometry' }, { by: 'text', column: 3 }] as const)
			expect(choicesOf({ place })).toEqual({ place });
	});

	it.each([
		{ effort: 1e9 },
		{ encoding: 'nothing' },
		{ delimiter: '' },
		{ firstLine: 1e9 },
		{ place: { by: 'pair', latitude: -1, longitude: 0 } },
		{ place: 'x' },
		{ projection: '+proj=longlat +nadgrids=x' },
		{ dayOrder: 'x', swap: 1, radius: { column: 'a' }, until: 'x', other: true },
		{ names: { column: 0, places: 3 } },
		JSON.parse('{"__proto__":{"swap":true}}') as unknown,
		[],
		null
	])('leave out %j', (value) => expect(choicesOf(value)).toEqual({}));

	it('leave out places that are nowhere', () => {
		const place = { name: 'a', country: '', longitude: 1, latitude: 2, radius_km: 3 };
		const places = { a: place, b: { ...place, latitude: 91 }, c: { ...place, radius_km: null }, d: 1 };
		expect(choicesOf({ names: { column: 0, places } })).toEqual({
			names: { column: 0, places: { a: place } }
		});
	});
});

describe('a link with data', () => {
	it('comes back equal, and is an address that nothing has to escape', async () => {
		const fragment = (await linkFragment(project()))!;
		expect(fragment).toMatch(/^#data=[\w-]+$/);
		expect(new URL(`https://example.org/${fragment}`).hash).toBe(fragment);
		const found = await readFragment(fragment);
		if (found.fault) throw new Error(found.fault);
		const { file, ...rest } = found.project.files[0]!;
		expect(rest).toEqual({ fileName: 'a.csv', choices, state });
		expect(await file.text()).toBe(csv);
	});

	it('takes some hundred rows, and is not made of what never fits', async () => {
		const rows = Array.from(
			{ length: 500 },
			(_, at) =>
				`Site ${at},${(33 + ((at * 37) % 400) / 100).toFixed(2)},${(36 + ((at * 53) % 500) / 100).toFixed(2)},Iran`
		);
		const file = new Blob([`name,lat,lon,actor\n${rows.join('\n')}\n`]);
		const few = await linkFragment(project([{ file, choices: {} }]));
		expect(few!.length).toBeLessThan(mostCharacters);
		expect(await linkFragment(project([{ file: new Blob(['x'.repeat(1_100_000)]) }]))).toBeNull();
	});

	it('that was cut off, changed or made to do harm is told, and never throws', async () => {
		const fragment = (await linkFragment(project()))!;
		for (const cut of [fragment.slice(0, -3), fragment.slice(0, 40), linkKey, `${linkKey}%3Cscript%3E`])
			expect((await readFragment(cut)).fault).toBe('damaged');
		expect((await readFragment('#other')).fault).toBe('no-project');
		expect((await readFragment(linkKey + 'A'.repeat(500_000))).fault).toBe('too-large');
		// 40 MB of blanks, in a few characters.
		const bomb = linkKey + toBase64Url(await packed(' '.repeat(40_000_000), 'deflate'));
		expect(bomb.length).toBeLessThan(60_000);
		expect((await readFragment(bomb)).fault).toBe('too-large');
		const other = linkKey + toBase64Url(await packed('{"format":"attested-project","version":9}', 'deflate'));
		expect(await readFragment(other)).toEqual({ fault: 'newer', version: 9 });
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
				expect((await readFragment(linkKey + text)).fault).toBeDefined();
			})
		);
	});
});

it('bytes as text for addresses come back', () =>
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			const text = toBase64Url(bytes);
			expect(text).toMatch(/^[\w-]*$/);
			expect([...fromBase64Url(text)]).toEqual([...bytes]);
		})
	));
