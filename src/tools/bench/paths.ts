/** In the place of SvelteKit's `$app/paths` on pages that are measured without it. */
export const resolve = (path: string): string => path;
