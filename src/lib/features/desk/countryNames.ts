/** Countries by their names in the languages of the site, as the browser has them. */

/** All codes of ISO 3166-1 alpha-2 that the browser can name. */
const codes: readonly string[] = (() => {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	// Groups of countries, and codes that were given to none.
	const others = new Set([
		'EU',
		'EZ',
		'UN',
		'QO',
		'XA',
		'XB',
		'ZZ',
		'AC',
		'CP',
		'CQ',
		'DG',
		'IC',
		'TA',
		'EA'
	]);
	return letters
		.flatMap((first) => letters.map((second) => first + second))
		.filter((code) => !others.has(code) && names.of(code) !== undefined);
})();

const namesIn = (tag: string) => new Intl.DisplayNames(tag, { type: 'region' });

export const countryName = (code: string, tag: string): string => namesIn(tag).of(code) ?? code;

/** All countries with their names in a language, in the order of its alphabet. */
export function countriesIn(tag: string): { code: string; name: string }[] {
	const names = namesIn(tag);
	return codes
		.map((code) => ({ code, name: names.of(code) ?? code }))
		.sort((a, b) => a.name.localeCompare(b.name, tag));
}

/** The names of a country in some languages by one of them, or null where it is none. */
export function countryNamesOf(name: string, tags: readonly string[]): Record<string, string> | null {
	const names = tags.map((tag) => [tag, namesIn(tag)] as const);
	const wanted = name.toLowerCase();
	const code = codes.find((code) => names.some(([, each]) => each.of(code)?.toLowerCase() === wanted));
	return code ? Object.fromEntries(names.map(([tag, each]) => [tag, each.of(code)!])) : null;
}
