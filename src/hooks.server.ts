import { AsyncLocalStorage } from 'node:async_hooks';
import { version } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { ofSite, origin } from '$lib/base/home';
import MissingFiles from '$lib/features/frame/MissingFiles.svelte';
import { overwriteServerAsyncLocalStorage } from '$lib/words/compiled/runtime.js';
import { makeFormatsOnce } from '$lib/server/formats';
import { baseLocale, directionOf, locales, pathIn, readPath, type Locale } from '$lib/words/locale';

/** The archives that the site publishes stand in each page, so that its scripts are the same with and without them. */
const tiles = (import.meta.env.VITE_TILES ?? '')
	.split(',')
	.map((address: string) => ofSite(address.trim()))
	.join(',')
	.replaceAll('&', '&amp;')
	.replaceAll('"', '&quot;');

/**
 * What a page says of the site in its head: the manifest in its language, and the same page in every language, for search
 * engines, which look for it in a reader's. No script of a page needs either.
 */
function linksOf(locale: Locale, path: string): string {
	const alternates = [...locales.map((tag) => [tag, tag] as const), ['x-default', baseLocale] as const];
	return [
		`<link rel="manifest" href="${pathIn(locale, '/manifest.webmanifest')}" />`,
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
	const { locale, path } = readPath(event.url.pathname);
	const isEmbed = event.route.id?.startsWith('/embed') === true;
	event.locals.locale = locale;
	return written.run({ locale }, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				(isEmbed ? lettingWorkersBeText(html) : html)
					.replace('%lang%', locale)
					.replace('%dir%', directionOf(locale))
					.replace('%version%', version)
					.replace('%tiles%', () => tiles)
					.replace('%links%', () => linksOf(locale, path))
					.replace('%embed%', isEmbed ? 'data-embed' : '')
					.replace('<!--still-->', () => event.locals.still?.() ?? '')
					.replace('%missing%', render(MissingFiles, { props: { locale, path: event.url.pathname } }).body)
		})
	);
};
