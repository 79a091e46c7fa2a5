/** The options of an embedded map: how its address says them, and the code that others put into their pages. */
import { locales, pathIn, readPath, type Locale } from '$lib/words/locale';

/** The key of what an embed shows beside its map. */
const partsKey = 'show';

/** Parts that an embed has only where its address asks for them: `show=toggles,timeline`. */
export const embedParts = ['toggles', 'legend', 'timeline'] as const;
export type EmbedPart = (typeof embedParts)[number];

/** The parts that a query string asks for; what is no part is ignored. */
export function readEmbedParts(query: URLSearchParams): EmbedPart[] {
	const asked = (query.get(partsKey) ?? '').split(',');
	return embedParts.filter((part) => asked.includes(part));
}

/**
 * The query string of an embed: that of a view, with the options of the embed after it.
 * @param view such as ?actors=russia; '' for the default
 */
export function embedQuery(
	view: string,
	{ theme, parts }: { theme: 'light' | 'dark' | null; parts: readonly EmbedPart[] }
): string {
	const options = [
		view.replace(/^\?/, ''),
		theme === null ? '' : `theme=${theme}`,
		parts.length > 0 ? `${partsKey}=${parts.join(',')}` : ''
	].filter(Boolean);
	return options.length > 0 ? `?${options.join('&')}` : '';
}

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
	/** What it has beside the map. */
	parts: readonly EmbedPart[];
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
	/** Whether the script comes along that makes it as high as its words need. */
	grows: boolean;
}

/** The type of the message in which an embed tells the page around how high it would be: `{ type, height }`, in pixels. */
export const heightMessage = 'attested-height';

/**
 * What a page needs once to follow the heights of all embeds in it. A frame is known by its window, since one without an
 * origin has no other name, so that each can change its own height alone.
 */
export const heightScript = `<script>addEventListener('message', ({ source, data }) => { if (data && data.type === '${heightMessage}' && data.height > 0)
document.querySelectorAll('iframe').forEach((frame) => { if (frame.contentWindow === source) frame.height = data.height; }); });</script>`;

/** The address of an embedded map. */
export function embedAddress({
	origin,
	site,
	query,
	theme,
	parts,
	language
}: Omit<EmbedCode, 'title' | 'width' | 'height' | 'grows'>): string {
	const path = site === null ? '/embed' : `/embed/sites/${encodeURIComponent(site)}`;
	const address = new URL(pathIn(language, path), origin);
	return address.href + embedQuery(query, { theme, parts });
}

/** An iframe as HTML, and on lines of its own the script that lets it grow. It never gets wider than where it is put. */
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
	return `<iframe${written.join('')}></iframe>${options.grows ? `\n${heightScript}` : ''}`;
}

function escaped(value: string): string {
	return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
