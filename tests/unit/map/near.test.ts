import { booleanPointInPolygon } from '@turf/turf';
import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Geometry, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { haversine_km } from '../../../src/lib/base/haversine';
import { loadRecords } from '../../../src/lib/server/geodata';
import { towns } from '../../../src/lib/map/towns';

type Position = [number, number];
const read = (name: string) =>
	JSON.parse(readFileSync(`geodata/basemap/${name}.json`, 'utf8')) as FeatureCollection<Geometry>;
const near = read('near').features;
const of = (part: string) => near.filter(({ properties }) => properties!.part === part);
const points = loadRecords().places.flatMap(({ id, geometry, properties }) =>
	geometry?.type === 'Point' && properties.drawn !== 'none'
		? [{ id, at: geometry.coordinates as Position }]
		: []
);
const isNear = (at: Position, km: number) => points.some((point) => haversine_km(point.at, at) < km);

describe('the ground near the sites', () => {
	const [sea] = of('near-sea') as Feature<MultiPolygon>[];
	const coast = of('near-coast').flatMap(
		({ geometry }) => (geometry as MultiLineString).coordinates as Position[][]
	);

	it('lies over all of the coarser coast within ten kilometres of a site', () => {
		const vertices = read('land').features.flatMap(
			({ geometry }) =>
				(geometry as Polygon | MultiPolygon).coordinates.flat(
					geometry.type === 'Polygon' ? 1 : 2
				) as Position[]
		);
		const counts = new Map<string, number>();
		for (const at of vertices) counts.set(at.join(), (counts.get(at.join()) ?? 0) + 1);
		// A border is of two countries; the first point of a ring is its last too.
		const shore = vertices.filter((at) => counts.get(at.join()) === 1 && isNear(at, 9.5));
		expect(shore.length).toBeGreaterThan(20);
		expect(shore.filter((at) => !booleanPointInPolygon(at, sea!))).toEqual([]);
	});

	it('has a coast without leaps', () => {
		const steps = coast.flatMap((line) => line.slice(1).map((at, index) => haversine_km(line[index]!, at)));
		expect(steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)]).toBeLessThan(0.1);
		expect(coast.flat().filter((at) => !booleanPointInPolygon(at, sea!))).toEqual([]);
	});

	it('names villages, each once, in Latin letters and more than half in Arabic', () => {
		const villages = of('village').map(({ properties }) => properties as Record<string, unknown>);
		expect(villages.length).toBeGreaterThan(300);
		expect(villages.filter(({ name }) => !/^\p{Lu}[\p{Script=Latin}\p{M} -]+$/u.test(String(name)))).toEqual(
			[]
		);
		expect(villages.filter(({ name_ar }) => name_ar).length).toBeGreaterThan(villages.length * 0.5);
		const places = towns().map(({ at }) => at.join());
		expect(new Set(places).size).toBe(places.length);
	});
});
