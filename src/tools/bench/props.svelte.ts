/** What the measured map is given; changing it is what is measured. */
import type SiteMap from '../../lib/map/SiteMap.svelte';
import type { ComponentProps } from 'svelte';

export const props = $state({} as ComponentProps<typeof SiteMap>);
