/** The addresses of embedded maps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedAddress, embedCode, readEmbedTheme, withLanguageInPath } from '$lib/features/share/embedCode';

const origin = 'https://example.org';
const options = { origin, site: null, query: '', theme: null, language: 'en' } as const;

describe('the address of an embedded map', () => {
	it.each([
		[{}, '/embed'],
		[{ language: 'ar' }, '/ar/embed'],
		[{ site: 'tanf' }, '/embed/sites/tanf'],
		[{ site: 'tanf', language: 'ar', theme: 'dark' }, '/ar/embed/sites/tanf?theme=dark'],
		[{ query: '?actors=-iran', language: 'ar' }, '/ar/embed?actors=-iran'],
		[{ query: '?actors=-iran', theme: 'light' }, '/embed?actors=-iran&theme=light']
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

	it('leaves nothing of a title outside of its attribute', () => {
		fc.assert(
			fc.property(fc.string(), (title) => {
				const code = embedCode({ ...options, title, width: 640, height: 480 });
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
