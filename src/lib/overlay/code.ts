/** What a page with overlays needs of them, as one part that is fetched (`own.svelte.ts`). */
export { archives } from './archive/archiveLayer.svelte';
export { overlayFiles } from './files.svelte';
export { siteActors } from './siteActors.svelte';
export { daysBetween } from './timeWindow';
