/** The programs that work on the shapes, as far as a background needs them, with types. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { feature } from './geometry';
import type { Packages } from './packages';

export type Layer = Topology<{ layer: GeometryCollection<Properties> }>;
type Properties = Record<string, unknown>;
/** What goes in, and what comes out: what that is, the step that asked for it says. */
type AnyFeature = Feature<Geometry, object>;
type Made = Feature<Geometry, Properties>;

export interface Programs {
	/** Lines that shapes share are one arc, so that they stay shared. */
	topology(features: readonly AnyFeature[]): Layer;
	/** Weighs each point of a topology, once for all degrees of simplifying. */
	weigh(topology: Layer, weight: (triangle: Position[]) => number): Layer;
	/** Leaves out the points of less weight. */
	simpler(weighed: Layer, least: number): Layer;
	/** Runs commands of mapshaper on features; gives those that it makes. */
	mapshaper(
		features: readonly AnyFeature[],
		commands: string,
		others?: Record<string, readonly AnyFeature[]>
	): Promise<Made[]>;
}

interface Mapshaper {
	applyCommands(
		commands: string,
		input: Record<string, string>
	): Promise<Record<string, Uint8Array | string>>;
}
interface Simplify {
	presimplify(topology: Layer, weight: (triangle: Position[]) => number): Layer;
	simplify(topology: Layer, least: number): Layer;
}
interface Server {
	topology(objects: Record<string, FeatureCollection<Geometry, object>>): Layer;
}

export const collection = <G extends Geometry, P>(
	features: readonly Feature<G, P>[]
): FeatureCollection<G, P> => ({
	type: 'FeatureCollection',
	features: [...features]
});

export function programsOf(packages: Packages): Programs {
	const mapshaper = packages.program('mapshaper') as Mapshaper;
	const { topology } = packages.program('topojson-server') as Server;
	const { presimplify, simplify } = packages.program('topojson-simplify') as Simplify;
	return {
		topology: (features) => topology({ layer: collection(features) }),
		weigh: presimplify,
		simpler: simplify,
		async mapshaper(features, commands, others = {}) {
			const input = Object.entries({ in: features, ...others }).map(
				([name, layer]) => [`${name}.json`, JSON.stringify(collection(layer))] as const
			);
			const line = `-i in.json ${commands} -o out.json format=geojson precision=0.000001`;
			const output = await mapshaper.applyCommands(line, Object.fromEntries(input));
			const made = JSON.parse(String(output['out.json'])) as
				| FeatureCollection<Geometry, Properties>
				| { geometries: Geometry[] };
			// It writes bare geometries where no feature has properties.
			return 'features' in made
				? made.features.filter(({ geometry }) => geometry as Geometry | null)
				: made.geometries.map((geometry) => feature({}, geometry));
		}
	};
}
