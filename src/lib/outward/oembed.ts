/**
 * What a publishing system is told that is given a link to a site: the map of it as something to embed, by oEmbed
 * (https://oembed.com). A static host answers no question, so each page names a file of its own, of one size. Pure.
 */
import type { Picture } from './tags';

export interface Embeddable {
	title: string;
	/** Who publishes it, with the address of the whole site. */
	provider: string;
	home: string;
	/** The frame as HTML; null where its address is not known, since it would lead nowhere from another host. */
	frame: { html: string; width: number; height: number } | null;
	picture?: Picture | undefined;
}

/** The answer, as JSON. Without a frame it is that of a plain link. */
export function oembed({ title, provider, home, frame, picture }: Embeddable): string {
	return `${JSON.stringify(
		{
			version: '1.0',
			...(frame ? { type: 'rich', ...frame } : { type: 'link' }),
			title,
			provider_name: provider,
			provider_url: `${home}/`,
			cache_age: 86_400,
			...(picture && {
				thumbnail_url: picture.address,
				thumbnail_width: picture.width,
				thumbnail_height: picture.height
			})
		},
		null,
		'\t'
	)}\n`;
}

/** The address of the answer for a page, by its route, from the root of the site; null for pages that can't be embedded. */
export function oembedPath(
	route: string,
	params: Partial<Record<string, string>>,
	locale: string
): string | null {
	if (route.endsWith('/sites/[site]')) return `/oembed/${locale}/sites/${params.site}.json`;
	return route === '/(map)' || route === '/embed' ? `/oembed/${locale}/map/all.json` : null;
}
