/** Knows which sites the clusters on the map stand for. */
import type { GeoJSONSource, Map as MapLibre, MapGeoJSONFeature } from 'maplibre-gl';
import type { MapSite } from '../data';
import { onMap } from '../onMap';
import { marksSource } from '../style/sources';
import { membersIn } from '../style/clusterImage';
import { visibleActorsAt } from '../visible';
import type { ClusterHit, EngineState } from './types';

export interface Cluster {
	id: number;
	/** By which its feature state is set. */
	key: string;
	position: [longitude: number, latitude: number];
}

export class Clusters {
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#onfound: () => void;
	#bySite = new Map<string, Cluster>();
	/** The whole zoom that the clusters are of: at another one sites stand at their own positions until its tiles come. */
	#zoom = -1;
	/** Whether the map moved or tiles came since the clusters were looked for. */
	#isStale = true;

	/** @param onfound called after the clusters were looked for */
	constructor(map: MapLibre, state: Readonly<EngineState>, onfound: () => void) {
		this.#map = map;
		this.#state = state;
		this.#onfound = onfound;
		// Looked for after a frame, since only a frame asks for the tiles of where the map is and lets go of others. And
		// not at rest alone: while a file of the basemap is missing the map never comes to rest.
		map.on('render', () => {
			if (this.#isStale) this.#find();
		});
		map.on('idle', () => this.#find());
		map.on('moveend', () => (this.#isStale = true));
		map.on('sourcedata', ({ sourceId }) => {
			if (sourceId === marksSource) this.#isStale = true;
		});
	}

	/** Whether it is known what the clusters of this zoom are. */
	get isCurrent(): boolean {
		return Math.floor(this.#map.getZoom()) === this.#zoom;
	}

	/** The cluster that stands for a site; undefined where the site stands alone. */
	of(site: string): Cluster | undefined {
		return this.isCurrent ? this.#bySite.get(site) : undefined;
	}

	/** Forgets all clusters, as for other data. */
	clear(): void {
		this.#bySite.clear();
	}

	/** A cluster that was hit; null where none of its sites is visible. */
	hitOf({ geometry, properties }: MapGeoJSONFeature): ClusterHit | null {
		if (geometry.type !== 'Point') return null;
		const sites = this.#membersOf(properties).filter(
			(site) => visibleActorsAt(site, this.#state.view).length > 0
		);
		if (sites.length === 0) return null;
		const { x, y } = this.#map.project(onMap(geometry.coordinates as [number, number]));
		return { id: properties.cluster_id as number, x, y, sites: sites.map(({ id }) => id) };
	}

	/** The zoom at which a cluster splits; Infinity where the map no longer has it. */
	splitZoom(cluster: number): Promise<number> {
		const source = this.#map.getSource(marksSource) as GeoJSONSource;
		return source.getClusterExpansionZoom(cluster).catch(() => Infinity);
	}

	#find(): void {
		if (!this.#map.getSource(marksSource) || !this.#map.getLayer('clusters')) return;
		const zoom = Math.floor(this.#map.getZoom());
		// Until the tiles of this zoom have come, those of another stand in for them, with other clusters.
		if (zoom !== this.#zoom && !this.#map.isSourceLoaded(marksSource)) return;
		this.#isStale = false;
		this.#bySite.clear();
		this.#zoom = zoom;
		const found = this.#map.querySourceFeatures(marksSource, { filter: ['has', 'point_count'] });
		for (const { geometry, properties } of found) {
			if (geometry.type !== 'Point') continue;
			const cluster = {
				id: properties.cluster_id as number,
				key: String(properties.site),
				position: onMap(geometry.coordinates as [number, number])
			};
			for (const { id } of this.#membersOf(properties)) this.#bySite.set(id, cluster);
		}
		this.#onfound();
	}

	/** The sites that a cluster stands for, visible or not. */
	#membersOf({ members }: Record<string, unknown>): MapSite[] {
		return membersIn(String(members)).flatMap((number) => this.#state.data?.numbered[number] ?? []);
	}
}
