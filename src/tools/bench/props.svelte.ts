/** What the measured map is given; changing it is what is measured. */
import type SiteMap from '../../lib/map/SiteMap.svelte';
import type { ComponentProps } from 'svelte';

export const props = $state({} as ComponentProps<typeof SiteMap>);

/** Keeps the overlays of the map as a function of state gives them. */
export function follow(overlays: () => NonNullable<(typeof props)['overlays']>): void {
	$effect.root(() => {
		$effect(() => {
			props.overlays = overlays();
		});
	});
}
