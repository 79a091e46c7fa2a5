import { fits, headers, headersOf, languagesInPaths, type Pattern } from '../headers';
import { isOne } from './table';

/**
 * The `_headers` file of Netlify, Cloudflare Pages and their like. All rules that fit are added up there and none
 * can take a header away, so that what is not the same everywhere is said for each part of the site by itself.
 * Cloudflare reads 100 rules: what is said of a part in every language is one rule, with `:language` in it.
 * @param addresses paths of everything that the site has: `/about`, `/data/reports.csv`
 * @param base path of the site on its host
 * @throws Error where two addresses of one part have different headers
 */
export function headersFile(addresses: string[], base = ''): string {
	const common = Object.fromEntries(
		headers.filter(({ rows }) => isOne(rows)).map(({ name, rows }) => [name, rows[0]!.value!])
	);
	const fitsOthers = matcherOf(addresses.filter((address) => !isTranslated(address)));
	const rules = new Map<Pattern, Record<string, string>>([['/*', common]]);
	for (const address of addresses.toSorted()) {
		const pattern = ruleOf(address, fitsOthers);
		const own = Object.fromEntries(Object.entries(headersOf(address)).filter(([name]) => !(name in common)));
		const before = rules.get(pattern);
		if (before && JSON.stringify(before) !== JSON.stringify(own))
			throw new Error(`${pattern} of _headers would say the wrong thing of ${address}`);
		rules.set(pattern, own);
	}
	return [...rules]
		.filter(([, own]) => Object.keys(own).length > 0)
		.map(([pattern, own]) =>
			[base + pattern, ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
		)
		.join('\n');
}

const isTranslated = (address: string) => languagesInPaths.includes(address.split('/')[1]!);

/** The rule for an address: one for all languages, unless it would fit some address that has none. */
function ruleOf(address: string, fitsOthers: (below: Pattern) => boolean): Pattern {
	const part = partOf(address);
	const below = withoutFirst(part);
	if (!isTranslated(address) || below === '') return part;
	return fitsOthers(below) ? part : `/:language${below}`;
}

/**
 * Whether what stands below the first folder of some address fits a pattern. Each pattern is asked once: there are few, and
 * of a large data set hundreds of thousands of addresses.
 */
function matcherOf(addresses: readonly string[]): (below: Pattern) => boolean {
	const known = new Map<Pattern, boolean>();
	const belows = [...new Set(addresses.map(withoutFirst))];
	return (below) => {
		const before = known.get(below);
		if (before !== undefined) return before;
		const isFit = belows.some((other) => fits(other, below));
		known.set(below, isFit);
		return isFit;
	};
}

const withoutFirst = (path: string) => path.replace(/^\/[^/]+/, '');

/** The address itself at the top of the site, else the folder that it is in, in each language. */
function partOf(address: string): Pattern {
	const [, ...parts] = address.split('/');
	const language = isTranslated(address) ? 1 : 0;
	// Of these not everything has the same headers.
	const depth = language + (['_app', 'embed'].includes(parts[language]!) ? 2 : 1);
	return parts.length <= depth ? address : `/${parts.slice(0, depth).join('/')}/*`;
}
