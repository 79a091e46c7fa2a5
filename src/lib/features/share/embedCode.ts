/** The options of an embedded map: how its address says them, and the code that others put into their pages. */
import { locales, pathIn, readPath, type Locale } from '$lib/words/locale';

/** Light or dark as the query string asks for; null, the reader's system, for anything else. */
export function readEmbedTheme(query: URLSearchParams): 'light' | 'dark' | null {
	const theme = query.get('theme');
	return theme === 'light' || theme === 'dark' ? theme : null;
}

/** Where an address leads on to that has its language in the query, as the first ones did; null for all others. */
export function withLanguageInPath({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string | null {
	const query = new URLSearchParams(search);
	const language = locales.find((tag) => tag === query.get('lang'));
	if (!language) return null;
	const kept = search
		.slice(1)
		.split('&')
		.filter((part) => !new URLSearchParams(part).has('lang'));
	return pathIn(language, readPath(pathname).path) + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

export interface EmbedCode {
	/** Null follows the reader's system. */
	theme: 'light' | 'dark' | null;
	language: Locale;
	/** Address of this site without a slash at its end. */
	origin: string;
	/** The site to open on, or null for the whole map. */
	site: string | null;
	/** Query string of the view to keep, such as ?actors=russia; '' for the default. */
	query: string;
	title: string;
	width: number;
	height: number;
}

/** The address of an embedded map. */
export function embedAddress({
	origin,
	site,
	query,
	theme,
	language
}: Omit<EmbedCode, 'title' | 'width' | 'height'>): string {
	const path = site === null ? '/embed' : `/embed/sites/${encodeURIComponent(site)}`;
	const address = new URL(pathIn(language, path), origin);
	const parts = [query.replace(/^\?/, ''), theme === null ? '' : `theme=${theme}`].filter(Boolean);
	return address.href + (parts.length > 0 ? `?${parts.join('&')}` : '');
}

/** An iframe as HTML. It never gets wider than where it is put. */
export function embedCode(options: EmbedCode): string {
	const attributes = {
		src: embedAddress(options),
		title: options.title,
		width: String(options.width),
		height: String(options.height),
		loading: 'lazy',
		style: 'border:1px solid #ccc;max-width:100%'
	};
	const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
	return `<iframe${written.join('')}></iframe>`;
}

function escaped(value: string): string {
	return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
