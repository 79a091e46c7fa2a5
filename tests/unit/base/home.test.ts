import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

/** What the modules say that were built for a site below a path. */
async function builtFor(base: string) {
	vi.stubEnv('BASE_PATH', base);
	vi.resetModules();
	const [home, locale, embed] = await Promise.all([
		import('$lib/base/home'),
		import('$lib/words/locale'),
		import('$lib/features/share/embedCode')
	]);
	return { ...home, ...locale, ...embed };
}

describe.each(['', '/map', '/maps/v1.2'])('a site at “%s” of its host', (base) => {
	let site: Awaited<ReturnType<typeof builtFor>>;
	beforeAll(async () => void (site = await builtFor(base)));
	afterAll(() => vi.resetModules());

	it('has all its pages below that, in every language', () => {
		expect(site.pathIn('en', '/')).toBe(`${base}/`);
		expect(site.pathIn('ar', '/')).toBe(`${base}/ar`);
		expect(site.pathIn('en', '/sites/a')).toBe(`${base}/sites/a`);
		expect(site.pathIn('ar', '/sites/a')).toBe(`${base}/ar/sites/a`);
	});

	it('knows its pages by their addresses', () => {
		for (const [locale, path] of [
			['en', '/'],
			['ar', '/'],
			['en', '/table'],
			['ar', '/sites/a']
		] as const)
			expect(site.readPath(site.pathIn(locale, path))).toEqual({ locale, path });
	});

	it('is shown in the pages of others', () => {
		const options = {
			origin: 'https://example.org',
			query: '',
			theme: null,
			parts: [],
			language: 'ar'
		} as const;
		expect(site.embedAddress({ ...options, site: null })).toBe(`https://example.org${base}/ar/embed`);
		expect(site.withLanguageInPath({ pathname: `${base}/embed`, search: '?lang=ar' })).toBe(
			`${base}/ar/embed`
		);
	});

	it('takes addresses in settings that begin with a slash for its own files', () => {
		expect(site.ofSite('/reports.pmtiles')).toBe(`${base}/reports.pmtiles`);
		expect(site.ofSite('https://tiles.example/a.pmtiles')).toBe('https://tiles.example/a.pmtiles');
		expect(site.ofSite('//tiles.example/a.pmtiles')).toBe('//tiles.example/a.pmtiles');
		expect(site.ofSite('')).toBe('');
	});

	it('keeps what it keeps in a browser under names of its own', () => {
		expect(site.ownName('attested-desk')).toBe(base === '' ? 'attested-desk' : `attested-desk ${base}`);
	});
});
