import { AsyncLocalStorage } from 'node:async_hooks';
import { version } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { render } from 'svelte/server';
import MissingFiles from '$lib/features/frame/MissingFiles.svelte';
import { overwriteServerAsyncLocalStorage } from '$lib/words/compiled/runtime.js';
import { directionOf, readPath, type Locale } from '$lib/words/locale';

/** The archives that the site publishes stand in each page, so that its scripts are the same with and without them. */
const tiles = (import.meta.env.VITE_TILES ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Several pages are written at the same time, each in its own language. */
const written = new AsyncLocalStorage<{ locale?: Locale }>();
overwriteServerAsyncLocalStorage(written);

/** Writes each page in the language of its address. */
export const handle: Handle = ({ event, resolve }) => {
	const { locale } = readPath(event.url.pathname);
	event.locals.locale = locale;
	return written.run({ locale }, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%dir%', directionOf(locale))
					.replace('%version%', version)
					.replace('%tiles%', () => tiles)
					.replace('%embed%', event.route.id?.startsWith('/embed') ? 'data-embed' : '')
					.replace('<!--still-->', () => event.locals.still?.() ?? '')
					.replace('%missing%', render(MissingFiles, { props: { locale, path: event.url.pathname } }).body)
		})
	);
};
