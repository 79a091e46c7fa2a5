import type { Reroute } from '@sveltejs/kit';
import { base } from '$lib/base/home';
import { readPath } from '$lib/words/locale';

/** One set of pages for all languages: the language before a path says how a page is written, not which it is. */
export const reroute: Reroute = ({ url }) => base + readPath(url.pathname).path;
