import { error } from '@sveltejs/kit';
import { origin } from '$lib/base/home';
import { embedCode } from '$lib/features/share/embedCode';
import { pictureOf } from '$lib/outward/cards';
import { oembed } from '$lib/outward/oembed';
import { dataset, home } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';
import { m, named } from '$lib/words';
import { locales } from '$lib/words/locale';

export const prerender = true;
export const entries = () =>
	locales.flatMap((language) => [
		{ language, kind: 'map', id: 'all' },
		...entriesOf(dataset().sites.map(({ id }) => ({ language, kind: 'sites', id })))
	]);

/** As a chat or an article shows it beside text. */
const size = { width: 640, height: 480 };

/** What a publishing system embeds for a link to a site, or to the whole map. */
export const GET = ({ params, locals: { locale } }) => {
	const site = params.kind === 'sites' ? dataset(locale).sites.find(({ id }) => id === params.id) : null;
	if (site === undefined || !['sites', 'map'].includes(params.kind)) error(404, 'There is no such site');
	const title = site ? m.share_title_site({ site: named(site.name) }) : m.share_title();
	const look = { query: '', theme: null, parts: [], grows: false };
	const frame = { site: site?.id ?? null, ...look, language: locale, title, ...size };
	const asked = { route: site ? '/sites/[site]' : '/', params: { site: params.id }, locale, title };
	return new Response(
		oembed({
			title,
			provider: m.site_name(),
			home,
			frame: origin ? { html: embedCode({ ...frame, origin }), ...size } : null,
			picture: pictureOf(asked, home)
		}),
		{ headers: { 'content-type': 'application/json' } }
	);
};
