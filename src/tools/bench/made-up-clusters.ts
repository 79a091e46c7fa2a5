/** Six made-up clusters of points, of three made-up values: dense in the middle and thin at the rim, always the same. */
import { random } from './made-up';

export interface ClusterPoint {
	longitude: number;
	latitude: number;
	value: string;
}

/** Of each cluster its middle in degrees, how many of its points lie within one `spread`, and its share of all. */
export const clusters = [
	{ longitude: 36.3, latitude: 33.5, spread: 0.22, share: 0.36 },
	{ longitude: 37.15, latitude: 36.2, spread: 0.3, share: 0.26 },
	{ longitude: 40.15, latitude: 35.35, spread: 0.28, share: 0.16 },
	{ longitude: 38.3, latitude: 34.55, spread: 0.4, share: 0.1 },
	{ longitude: 36, latitude: 35.5, spread: 0.12, share: 0.08 },
	{ longitude: 41.2, latitude: 36.9, spread: 0.35, share: 0.04 }
] as const;

export const clusterValues = ['North', 'South', 'West'] as const;

/** Points about the middles of the clusters, as a normal distribution has them. */
export function madeUpClusters(count: number): ClusterPoint[] {
	const next = random(count);
	const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	const points: ClusterPoint[] = [];
	for (const { longitude, latitude, spread, share } of clusters)
		for (let at = 0; at < Math.round(count * share); at++)
			points.push({
				longitude: Number((longitude + spread * normal()).toFixed(5)),
				latitude: Number((latitude + 0.8 * spread * normal()).toFixed(5)),
				value: clusterValues[Math.floor(next() * next() * clusterValues.length)]!
			});
	return points;
}
