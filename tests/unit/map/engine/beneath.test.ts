/** Rows of a reader's own file that lie under marks of ours. */
import type { Map as MapLibre } from 'maplibre-gl';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepare } from '../../../../src/lib/map/data';
import { Beneath } from '../../../../src/lib/map/engine/beneath';
import type { Cluster } from '../../../../src/lib/map/engine/clusters';
import type { EngineState } from '../../../../src/lib/map/engine/types';
import type { OverlayMark } from '../../../../src/lib/map/overlay/overlays';
import { actors, marks, overlays, shapes, view } from '../fixtures';

const data = prepare(marks, shapes, actors);
const every = new Set(actors.map(({ id }) => id));

/** A row at a place, in degrees, of which each has ninety pixels. */
interface Row {
	at: [number, number];
	colour?: string;
	radius?: number;
	count?: number;
}
let rows: Row[];
let clusters: Map<string, Cluster>;
let rings: Map<string, unknown>;
let sets: number;
let isDrawn: boolean;
let isRinged = false;
let told: string[];
let state: EngineState;
let beneath: Beneath;
let hear: Record<string, () => void>;

const project = ([longitude, latitude]: [number, number]) => ({
	x: (longitude - 35) * 90,
	y: (37 - latitude) * 90
});

beforeEach(() => {
	[rows, clusters, rings, sets, told, hear, isDrawn] = [[], new Map(), new Map(), 0, [], {}, false];
	const map = {
		on: (event: string, listener: () => void) => (hear[event] = listener),
		isMoving: () => false,
		getLayer: () => ({}),
		getSource: () => ({}),
		getZoom: () => 9,
		getContainer: () => ({ clientWidth: 400, clientHeight: 400 }),
		project,
		setFeatureState({ id }: { id: string }, { beneath }: { beneath: string }) {
			sets++;
			if (beneath) rings.set(id, beneath);
			else rings.delete(id);
		}
	};
	const marksAt = (middle: { x: number; y: number }, reach: { x: number; y: number }) =>
		rows.flatMap(({ at, colour = '#aa0000', radius = 4, count = 1 }, row): OverlayMark[] => {
			const { x, y } = project(at);
			const [right, down] = [x - middle.x, y - middle.y];
			if (Math.abs(right) > reach.x || Math.abs(down) > reach.y) return [];
			const hit = { layer: 'a1', row, count, longitude: at[0], latitude: at[1], degrees: 0, code: 1 };
			return [{ hit, right, down, radius, colour }];
		});
	state = { view: { ...view, actors, visibleActors: every, overlays }, data };
	beneath = new Beneath(
		map as unknown as MapLibre,
		state,
		{
			overlays: { marksAt },
			clusters: { isCurrent: true, of: (site) => clusters.get(site) },
			style: { drawRowsBeneath: () => (isDrawn = true) }
		},
		{ onbeneath: (sites, hasRings) => ([told, isRinged] = [[...sites], hasRings]) }
	);
});

const rowsAt = (site: string) => beneath.rowsAt(site).map(({ hit }) => hit.row);

describe('rows under marks of ours', () => {
	it('look out as a ring of their colour, and are offered with the mark', () => {
		rows = [{ at: [36, 35] }, { at: [33, 33] }];
		hear.idle!();
		expect(rings).toEqual(new Map([['a', '#aa0000']]));
		expect(isDrawn).toBe(true);
		expect([told, isRinged, beneath.hasRings]).toEqual([['a'], true, true]);
		expect(rowsAt('a')).toEqual([0]);
		expect(rowsAt('b')).toEqual([]);
	});

	it('have the colour of most of them; the nearest to the middle is offered first', () => {
		rows = [
			{ at: [36.06, 35], colour: '#0000bb' },
			{ at: [36, 35], colour: '#aa0000' },
			{ at: [36.02, 35], colour: '#0000bb', count: 5 }
		];
		hear.idle!();
		expect(rings.get('a')).toBe('#0000bb');
		expect(rowsAt('a')).toEqual([1, 2, 0]);
	});

	it('need no ring where they stick out by themselves, and are offered all the same', () => {
		rows = [{ at: [36, 35], radius: 40 }];
		hear.idle!();
		expect(rings.size).toBe(0);
		expect(isDrawn, 'no layers for nothing').toBe(false);
		expect([told, isRinged]).toEqual([['a'], false]);
		expect(rowsAt('a')).toEqual([0]);
		// The legend says what a ring means once there is one.
		rows = [{ at: [36, 35] }];
		hear.idle!();
		expect(isRinged).toBe(true);
	});

	it('are under the cluster that stands for the site', () => {
		const cluster = { id: 7, key: 'a b', position: [36.5, 35] as [number, number] };
		clusters = new Map([
			['a', cluster],
			['b', cluster]
		]);
		rows = [{ at: [36.52, 35.02] }];
		hear.idle!();
		expect(rings).toEqual(new Map([['a b', '#aa0000']]));
		expect(told).toEqual(['a', 'b']);
		expect(rowsAt('b')).toEqual([0]);
	});

	it('have no ring about a site that is filtered away, nor once they are turned off', () => {
		rows = [{ at: [39, 35] }, { at: [37, 35] }];
		hear.idle!();
		expect([...rings.keys()].sort()).toEqual(['b', 'd']);
		state.view = {
			...state.view,
			visibleActors: new Set([...every].filter((id) => id !== 'united-states'))
		};
		beneath.update();
		hear.render!();
		expect([...rings.keys()]).toEqual(['b']);
		rows = [];
		beneath.update();
		hear.render!();
		expect(rings.size).toBe(0);
		expect(told).toEqual([]);
	});

	it('are looked for only after something changed, and set where it differs', () => {
		rows = [{ at: [36, 35] }];
		hear.idle!();
		hear.idle!();
		expect(sets).toBe(1);
		rows = [];
		hear.render!();
		expect(rings.size).toBe(1);
		beneath.restore();
		rows = [{ at: [36, 35] }];
		hear.render!();
		expect(sets).toBe(2);
	});
});
