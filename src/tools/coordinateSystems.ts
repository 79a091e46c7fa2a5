import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What `src/lib/overlay/read/systems.ts` reads of each system. */
interface System {
	kind: string;
	name: string;
	proj4: string | null;
	bbox: number[] | null;
}

/** Of the list of coordinate systems what is read of it: a sixth. */
export const coordinateSystems: Plugin = {
	name: 'coordinate-systems',
	enforce: 'pre',
	load(id) {
		const path = id.replace(/\?.*$/, '');
		if (!path.replaceAll('\\', '/').endsWith('/epsg-index/all.json')) return;
		return JSON.stringify(readSystems(readFileSync(path, 'utf8')));
	}
};

/** @param text all.json of epsg-index */
export function readSystems(text: string): Record<string, System> {
	const all = Object.entries(JSON.parse(text) as Record<string, System>);
	return Object.fromEntries(
		all
			.filter(([, { kind, proj4 }]) => proj4 && /^CRS-(?:PROJ|GEOG)CRS$/.test(kind))
			.map(([code, { kind, name, proj4, bbox }]) => [code, { kind, name, proj4, bbox }])
	);
}
