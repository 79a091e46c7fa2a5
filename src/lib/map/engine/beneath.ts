/**
 * Finds which marks of ours cover rows of overlays, and has a ring of their colour look out from under each, by feature
 * state: no source is touched, so the next frame has it.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import type { OverlayMark, Overlays } from '../overlay/overlays';
import { clusterReach, sizeAt } from '../style/markSize';
import { reach } from '../style/slots';
import { beneathState, marksSource } from '../style/sources';
import { visibleActorsAt } from '../visible';
import type { Clusters } from './clusters';
import type { MapStyle } from './mapStyle';
import type { Callbacks, EngineState, Spot } from './types';

/** A mark of a site, or of the cluster that stands for several: in pixels. */
interface Mark {
	x: number;
	y: number;
	reach: { x: number; y: number };
	sites: string[];
}

export interface BeneathParts {
	overlays: Pick<Overlays, 'marksAt'>;
	clusters: Pick<Clusters, 'of' | 'isCurrent'>;
	style: Pick<MapStyle, 'drawRowsBeneath'>;
}

/** Of more marks the rest has no ring: to look under all of them would hold up the map. */
const mostMarks = 300;
/** More rows of one spot than these are found by zooming in, or in the table. */
const mostRows = 8;

export class Beneath {
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#parts: BeneathParts;
	#callbacks: Pick<Callbacks, 'onbeneath'>;
	#isStale = true;
	/** The colours that are on the map, by the key of the mark. */
	#shown: ReadonlyMap<string, string> = new Map();
	#sites: ReadonlySet<string> = new Set();
	#hasRings = false;

	constructor(
		map: MapLibre,
		state: Readonly<EngineState>,
		parts: BeneathParts,
		callbacks: Pick<Callbacks, 'onbeneath'>
	) {
		this.#map = map;
		this.#state = state;
		this.#parts = parts;
		this.#callbacks = callbacks;
		const isStale = () => (this.#isStale = true);
		map.on('moveend', isStale);
		map.on('sourcedata', isStale);
		// After a frame, as only then it is known what the frame has; and not at rest alone, since a map that misses a file
		// never comes to rest.
		map.on('render', () => this.#find());
		map.on('idle', () => {
			isStale();
			this.#find();
		});
	}

	/** Whether a row of an overlay looks out from under a mark as a ring. */
	get hasRings(): boolean {
		return this.#hasRings;
	}

	/** Looks again, as for other filters or overlays. */
	update(): void {
		this.#isStale = true;
	}

	/** On a style that has no feature state. */
	restore(): void {
		this.#shown = new Map();
		this.#isStale = true;
	}

	/** The rows that lie under the mark of a site, or of the cluster that stands for it, the nearest to its middle first. */
	rowsAt(site: string): Spot['rows'] {
		const mark = [...this.#marks().values()].find(({ sites }) => sites.includes(site));
		return mark ? this.#under(mark).slice(0, mostRows) : [];
	}

	#under(mark: Mark): OverlayMark[] {
		const distance = ({ right, down }: OverlayMark) => Math.hypot(right, down);
		return this.#parts.overlays.marksAt(mark, mark.reach).sort((a, b) => distance(a) - distance(b));
	}

	#find(): void {
		const { view, data } = this.#state;
		if (!this.#isStale || !data || view.draft || this.#map.isMoving()) return;
		if (view.overlays.length === 0 || !this.#map.getSource(marksSource)) {
			this.#tell(new Set(), false);
			return;
		}
		if (!this.#parts.clusters.isCurrent) return;
		this.#isStale = false;
		const colours = new Map<string, string>();
		const sites = new Set<string>();
		for (const [key, mark] of this.#marks()) {
			const under = this.#under(mark);
			if (under.length === 0) continue;
			for (const site of mark.sites) sites.add(site);
			// What is seen beside ours needs no ring.
			const isCovered = ({ right, down, radius }: OverlayMark) =>
				Math.abs(right) + radius <= mark.reach.x + 2 && Math.abs(down) + radius <= mark.reach.y + 2;
			const covered = under.filter(isCovered);
			if (covered.length > 0) colours.set(key, mostFrequent(covered));
		}
		if (colours.size > 0) this.#parts.style.drawRowsBeneath();
		for (const key of this.#shown.keys()) if (!colours.has(key)) this.#set(key, '');
		for (const [key, colour] of colours) if (this.#shown.get(key) !== colour) this.#set(key, colour);
		this.#shown = colours;
		this.#tell(sites, colours.size > 0);
	}

	#set(key: string, colour: string): void {
		this.#map.setFeatureState({ source: marksSource, id: key }, { [beneathState]: colour });
	}

	#tell(sites: ReadonlySet<string>, hasRings: boolean): void {
		const isSame =
			hasRings === this.#hasRings &&
			sites.size === this.#sites.size &&
			[...sites].every((site) => this.#sites.has(site));
		if (isSame) return;
		this.#sites = sites;
		this.#hasRings = hasRings;
		this.#callbacks.onbeneath?.(sites, hasRings);
	}

	/** Our marks in the picture, by the key of their feature state. */
	#marks(): Map<string, Mark> {
		const { data, view } = this.#state;
		const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
		const size = sizeAt(this.#map.getZoom());
		const marks = new Map<string, Mark>();
		for (const site of data?.numbered ?? []) {
			if (visibleActorsAt(site, view).length === 0) continue;
			const cluster = this.#parts.clusters.of(site.id);
			const known = cluster && marks.get(cluster.key);
			if (known) {
				known.sites.push(site.id);
				continue;
			}
			const { x, y } = this.#map.project(cluster?.position ?? site.position);
			const half = cluster ? { x: clusterReach, y: clusterReach } : reach(site.actors.length);
			if (x < -half.x || y < -half.y || x > width + half.x || y > height + half.y) continue;
			if (marks.size === mostMarks) break;
			marks.set(cluster?.key ?? site.id, {
				x,
				y,
				reach: { x: half.x * size, y: half.y * size },
				sites: [site.id]
			});
		}
		return marks;
	}
}

/** The colour of most rows; of the nearest to the middle where several are of as many. */
function mostFrequent(marks: readonly OverlayMark[]): string {
	const rows = new Map<string, number>();
	for (const { colour, hit } of marks) rows.set(colour, (rows.get(colour) ?? 0) + hit.count);
	return [...rows].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
