import { AsyncLocalStorage } from 'node:async_hooks';
import { version } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { ofSite, origin } from '$lib/base/home';
import MissingFiles from '$lib/features/frame/MissingFiles.svelte';
import { overwriteServerAsyncLocalStorage } from '$lib/words/compiled/runtime.js';
import { headOf } from '$lib/outward/head';
import { withLinkedData } from '$lib/outward/linked';
import { escaped } from '$lib/outward/tags';
import { makeFormatsOnce } from '$lib/server/formats';
import { m } from '$lib/words';
import { baseLocale, directionOf, locales, pathIn, readPath, type Locale } from '$lib/words/locale';

/** The archives that the site publishes stand in each page, so that its scripts are the same with and without them. */
const tiles = (import.meta.env.VITE_TILES ?? '')
	.split(',')
	.map((address: string) => ofSite(address.trim()))
	.join(',')
	.replaceAll('&', '&amp;')
	.replaceAll('"', '&quot;');

/** Where those who follow the site read what changed. */
const feeds = [
	['application/atom+xml', '/changes.atom'],
	['application/feed+json', '/changes.json']
] as const;

/**
 * What a page says of the site in its head: the manifest and the feeds in its language, and the same page in every language, for search
 * engines, which look for it in a reader's. No script of a page needs them.
 */
function linksOf(locale: Locale, path: string): string {
	const alternates = [...locales.map((tag) => [tag, tag] as const), ['x-default', baseLocale] as const];
	return [
		`<link rel="manifest" href="${pathIn(locale, '/manifest.webmanifest')}" />`,
		...feeds.map(
			([type, file]) =>
				`<link rel="alternate" type="${type}" title="${escaped(m.changes_feed())}" href="${pathIn(locale, file)}" />`
		),
		...alternates.map(
			([name, tag]) => `<link rel="alternate" hreflang="${name}" href="${origin + pathIn(tag, path)}" />`
		)
	].join('');
}

/**
 * An embed may be in a frame that its publisher gave no origin, where MapLibre's worker starts from its text
 * (src/lib/base/trusted.ts): the policy of embeds, and of no other page, lets it.
 */
const lettingWorkersBeText = (html: string) => html.replace("worker-src 'self'", "worker-src 'self' data:");

/** Several pages are written at the same time, each in its own language. */
const written = new AsyncLocalStorage<{ locale?: Locale }>();
overwriteServerAsyncLocalStorage(written);

makeFormatsOnce();

/** Writes each page in the language of its address. */
export const handle: Handle = ({ event, resolve }) => {
	const { locale: ofPath, path } = readPath(event.url.pathname);
	// Files are in one language, or in the one that their address names.
	const locale = locales.find((tag) => tag === event.params.language) ?? ofPath;
	const asked = { route: event.route.id ?? '', params: event.params, locale, path, origin };
	const isEmbed = event.route.id?.startsWith('/embed') === true;
	event.locals.locale = locale;
	return written.run({ locale }, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				withLinkedData(
					(isEmbed ? lettingWorkersBeText(html) : html)
						.replace('%lang%', locale)
						.replace('%dir%', directionOf(locale))
						.replace('%version%', version)
						.replace('%tiles%', () => tiles)
						.replace('%links%', () => linksOf(locale, path) + headOf(html, asked))
						.replace('%embed%', isEmbed ? 'data-embed' : '')
						.replace('<!--still-->', () => event.locals.still?.() ?? '')
						.replace('%missing%', render(MissingFiles, { props: { locale, path: event.url.pathname } }).body),
					asked
				)
		})
	);
};
