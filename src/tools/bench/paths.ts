/** In the place of SvelteKit's `$app/paths` on pages that are measured without it. */

/** A file of the site stands at its own path. */
export const asset = (path: string): string => path;
export const resolve = (path: string): string => path;
