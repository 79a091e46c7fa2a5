/** The backgrounds that a reader may choose beside the map's own, as whoever publishes the site names them. */
import type { BasemapRecord } from '$lib/geodata/basemapSchema';
import { ofSite } from '../../base/home';

/** One of them, with the hosts that it asks, as https://tiles.example.org; none where its files lie beside the site. */
export type Background = BasemapRecord & { hosts: readonly string[] };

/** Put here by the build (`src/tools/basemapsInCode.ts`). */
declare const __BASEMAPS__: readonly Background[] | undefined;

/** In the order in which they are offered. Files beside the site are below its own path. */
export const backgrounds: readonly Background[] = (
	typeof __BASEMAPS__ === 'undefined' ? [] : __BASEMAPS__
).map((background) => ({ ...background, url: ofSite(background.url) }));

/** The name of a host as people write it: tiles.example.org. */
export const hostName = (origin: string): string => origin.replace(/^https?:\/\//, '');
