/** The options of an embedded map: how its address says them, and the code that others put into their pages. */

export interface EmbedOptions {
	/** Null follows the reader's system. */
	theme: 'light' | 'dark' | null;
	/** Of the names on the map. */
	language: 'en' | 'ar';
}

/** Reads the options from a query string. What it does not know it leaves out of account. */
export function readEmbedOptions(query: URLSearchParams): EmbedOptions {
	const theme = query.get('theme');
	return {
		theme: theme === 'light' || theme === 'dark' ? theme : null,
		language: query.get('lang') === 'ar' ? 'ar' : 'en'
	};
}

export interface EmbedCode extends EmbedOptions {
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
	const address = new URL(site === null ? '/embed' : `/embed/sites/${encodeURIComponent(site)}`, origin);
	const parts = [
		query.replace(/^\?/, ''),
		theme === null ? '' : `theme=${theme}`,
		language === 'en' ? '' : `lang=${language}`
	].filter(Boolean);
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
