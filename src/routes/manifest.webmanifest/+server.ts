import { asset, resolve } from '$app/paths';
import { getLocale, link, m } from '$lib/words';
import { directionOf } from '$lib/words/locale';

export const prerender = true;

/** What a browser needs to put the site beside a reader's other apps, in each language. */
export const GET = () =>
	new Response(
		JSON.stringify({
			id: link('/'),
			name: `${m.site_name()}: ${m.share_title()}`,
			short_name: m.site_name(),
			description: m.app_description(),
			lang: getLocale(),
			dir: directionOf(getLocale()),
			start_url: link('/'),
			scope: resolve('/'),
			display: 'standalone',
			// Those of the masthead and of the page while it is light; in a page that is open the <meta> says which.
			theme_color: '#ffffff',
			background_color: '#fbfaf6',
			icons: [
				{ src: asset('/icons/icon-192.png'), sizes: '192x192', type: 'image/png' },
				{ src: asset('/icons/icon-512.png'), sizes: '512x512', type: 'image/png' },
				{ src: asset('/icons/maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
				{ src: asset('/icon.svg'), sizes: 'any', type: 'image/svg+xml' }
			]
		}),
		{ headers: { 'content-type': 'application/manifest+json' } }
	);
