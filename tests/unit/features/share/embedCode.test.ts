/** The addresses of embedded maps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	embedAddress,
	embedCode,
	embedParts,
	embedQuery,
	heightMessage,
	heightScript,
	readEmbedParts,
	readEmbedTheme,
	withLanguageInPath
} from '$lib/features/share/embedCode';

const origin = 'https://example.org';
const options = { origin, site: null, query: '', theme: null, parts: [], language: 'en' } as const;

describe('the address of an embedded map', () => {
	it.each([
		[{}, '/embed'],
		[{ language: 'ar' }, '/ar/embed'],
		[{ site: 'tanf' }, '/embed/sites/tanf'],
		[{ site: 'tanf', language: 'ar', theme: 'dark' }, '/ar/embed/sites/tanf?theme=dark'],
		[{ query: '?actors=-iran', language: 'ar' }, '/ar/embed?actors=-iran'],
		[{ query: '?actors=-iran', theme: 'light' }, '/embed?actors=-iran&theme=light'],
		[{ site: 'tanf', parts: ['legend', 'timeline'] }, '/embed/sites/tanf?show=legend,timeline'],
		[
			{ query: '?from=2019-01-01&to=2019-12-31', theme: 'dark', parts: ['toggles'] },
			'/embed?from=2019-01-01&to=2019-12-31&theme=dark&show=toggles'
		]
	] as const)('of %o is %s', (asked, address) => {
		expect(embedAddress({ ...options, ...asked })).toBe(origin + address);
	});

	it('reads no theme but light and dark', () => {
		const read = (query: string) => readEmbedTheme(new URLSearchParams(query));
		expect([read('theme=dark'), read('theme=light'), read('theme=pink'), read('')]).toEqual([
			'dark',
			'light',
			null,
			null
		]);
	});

	it('asks for the parts that it reads, and reads nothing else', () => {
		fc.assert(
			fc.property(fc.subarray([...embedParts]), fc.constantFrom('', '?actors=-iran'), (parts, view) => {
				expect(readEmbedParts(new URLSearchParams(embedQuery(view, { theme: null, parts })))).toEqual(parts);
			})
		);
		const read = (query: string) => readEmbedParts(new URLSearchParams(query));
		expect(read('show=timeline,nothing,legend,legend')).toEqual(['legend', 'timeline']);
		expect([read(''), read('show='), read('show=all')]).toEqual([[], [], []]);
	});

	it('leaves nothing of a title outside of its attribute', () => {
		fc.assert(
			fc.property(fc.string(), (title) => {
				const code = embedCode({ ...options, title, width: 640, height: 480, grows: false });
				expect(code).toMatch(/^<iframe( [a-z]+="[^"<]*"){6}><\/iframe>$/);
			})
		);
	});
});

describe('an old address with its language in the query', () => {
	const leads = (address: string) => withLanguageInPath(new URL(address, origin));

	it.each([
		['/embed?lang=ar', '/ar/embed'],
		['/embed/sites/tanf?lang=ar', '/ar/embed/sites/tanf'],
		['/embed?actors=-iran&lang=ar&theme=dark', '/ar/embed?actors=-iran&theme=dark'],
		['/embed?q=a%20%26%20b&lang=ar', '/ar/embed?q=a%20%26%20b'],
		['/embed?lang=en', '/embed'],
		['/ar/embed?lang=ar', '/ar/embed']
	])('%s leads on to %s', (address, next) => {
		expect(leads(address)).toBe(next);
	});

	it('and one without, or with a language that there is not, leads nowhere else', () => {
		expect(['/embed', '/ar/embed?theme=dark', '/embed?lang=xx', '/embed?lang='].map(leads)).toEqual([
			null,
			null,
			null,
			null
		]);
	});

	it('never leads on twice', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('lang=ar', 'lang=en', 'l%61ng=ar', 'lang', 'lang=xx', 'q=1', '')),
				(parts) => {
					const next = leads(`/embed?${parts.join('&')}`);
					if (next !== null) expect(leads(next)).toBeNull();
				}
			)
		);
	});
});

describe('the script of pages with embeds', () => {
	/** What a message of a frame does to the heights of two frames, as the script of the code has it. */
	function heightsAfter(data: unknown): unknown[] {
		const frames = [
			{ contentWindow: {}, height: '480' as unknown },
			{ contentWindow: {}, height: '480' as unknown }
		];
		let hear: (event: { source: object; data: unknown }) => void = () => undefined;
		const [, code] = /^<script>(.*)<\/script>$/s.exec(heightScript)!;
		new Function('addEventListener', 'document', code!)(
			(type: string, listener: typeof hear) => type === 'message' && (hear = listener),
			{ querySelectorAll: (selector: string) => (selector === 'iframe' ? frames : []) }
		);
		hear({ source: frames[1]!.contentWindow, data });
		return frames.map(({ height }) => height);
	}

	it('gives the frame that tells its height that height, and no other', () => {
		expect(heightsAfter({ type: heightMessage, height: 612 })).toEqual(['480', 612]);
	});

	it('takes nothing else for a height', () => {
		for (const data of [
			null,
			'attested-height',
			{ type: 'height', height: 3 },
			{ type: heightMessage },
			{ type: heightMessage, height: -1 },
			{ type: heightMessage, height: 'tall' }
		])
			expect(heightsAfter(data)).toEqual(['480', '480']);
	});

	it('is two lines, and comes after the frame where it is asked for', () => {
		expect(heightScript.split('\n')).toHaveLength(2);
		const size = { title: 'Map', width: 640, height: 480 };
		expect(embedCode({ ...options, ...size, grows: true })).toBe(
			`${embedCode({ ...options, ...size, grows: false })}\n${heightScript}`
		);
	});
});
