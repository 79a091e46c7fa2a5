/** Made-up reports to measure with: as many as asked for, always the same, and never shown to anybody. */
import { dayOfIso, isoOfDay } from '../../lib/base/days';
import type { FeatureCollection, Point } from 'geojson';
import type { MarkProperties } from '../../lib/export/mapData';
import type { Filterable } from '../../lib/view/facets';

/** Numbers from 0 to 1, the same in every run (mulberry32, public domain, by Tommy Ettinger). */
export function random(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** One report at one site each, within Syria's box, with one or two actors and a day between 2015 and 2023. */
export function madeUp(count: number, actors: readonly string[]) {
	const next = random(count);
	const pick = <T>(values: readonly T[]) => values[Math.floor(next() * values.length)]!;
	const marks: FeatureCollection<Point, MarkProperties> = { type: 'FeatureCollection', features: [] };
	const reports: Filterable[] = [];
	for (let index = 0; index < count; index++) {
		const site = `made-up-${index}`;
		const involved = [...new Set([pick(actors), pick(actors)])].sort();
		marks.features.push({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [35.8 + next() * 6, 32.5 + next() * 4.5] },
			properties: {
				site,
				name: `Made up ${index}`,
				name_ar: '',
				kind: 'garrison',
				sign: 'garrison',
				hollow: false,
				disputed: false,
				draft: false,
				actors: involved.join(' '),
				reports: 1
			}
		});
		reports.push({
			id: site,
			claim: 'base',
			contested: false,
			origins: 1,
			precision: 1,
			actors: involved.map((id) => ({ id })),
			place: { id: site, kind: 'garrison', mapped: true },
			article: { id: 'made-up' },
			when: {
				edtf: isoOfDay(dayOfIso('2015-01-01') + Math.floor(next() * 3285)),
				stated: null,
				inferred: null
			}
		});
	}
	return { marks, reports };
}
