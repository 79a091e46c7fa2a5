import type { Map as MapLibre } from 'maplibre-gl';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepare } from '../../../../src/lib/map/data';
import { Sites } from '../../../../src/lib/map/engine/sites';
import type { EngineState } from '../../../../src/lib/map/engine/types';
import { actors, marks, shapes, view } from '../fixtures';

const data = prepare(marks, shapes, actors);
const every = new Set(actors.map(({ id }) => id));

/** Feature state as the map has it, by source and site, and how often it was set. */
let states: Map<string, Record<string, unknown>>;
let sets: string[];
let hasSources: boolean;
let changes: number;
let state: EngineState;
let sites: Sites;

const show = (change: Partial<EngineState['view']>) => {
	const before = state.view;
	state.view = { ...before, ...change };
	sites.update(before);
};

beforeEach(() => {
	states = new Map();
	sets = [];
	hasSources = true;
	changes = 0;
	const map = {
		getSource: () => (hasSources ? {} : undefined),
		setFeatureState({ source, id }: { source: string; id: string }, next: Record<string, unknown>) {
			sets.push(`${source} ${id}`);
			states.set(`${source} ${id}`, { ...states.get(`${source} ${id}`), ...next });
		}
	};
	state = { view: { ...view, actors, visibleActors: every }, data };
	sites = new Sites(map as unknown as MapLibre, state, () => changes++);
	sites.setData(data);
	sites.restore();
	sets = [];
	changes = 0;
});

describe('sites on the map', () => {
	it('start with the state of every site set', () => {
		expect(states.get('marks a')).toEqual({ hidden: false, 'hidden-iran': false, 'hidden-russia': false });
		expect(states.get('shapes d')).toEqual({ hidden: false });
	});

	it('change where an actor was turned off, and nowhere else', () => {
		show({ visibleActors: new Set([...every].filter((id) => id !== 'russia')) });
		expect(sets).toEqual(['marks a', 'marks c']);
		expect(states.get('marks a')).toEqual({ hidden: false, 'hidden-iran': false, 'hidden-russia': true });
		expect(changes).toBe(1);
		expect(sites.visibleAt(0)).toEqual(['iran']);
	});

	it('are hidden with their shapes where no actor is left', () => {
		show({ visibleActors: new Set([...every].filter((id) => id !== 'united-states')) });
		expect(sets).toEqual(['marks d', 'shapes d']);
		expect(states.get('shapes d')).toEqual({ hidden: true });
		show({ visibleActors: every, actorsBySite: new Map([['d', new Set(['united-states'])]]) });
		expect(states.get('shapes d')).toEqual({ hidden: false });
		expect(states.get('marks a')).toMatchObject({ hidden: true });
	});

	it('are lit one at a time', () => {
		show({ selected: 'a', highlighted: 'b' });
		show({ selected: 'c' });
		expect(states.get('marks a')).toMatchObject({ selected: false });
		expect(states.get('marks c')).toMatchObject({ selected: true });
		expect(states.get('shapes b')).toMatchObject({ highlighted: true });
		expect(changes).toBe(0);
	});

	it('have everything anew after a style that forgot it', () => {
		show({ selected: 'a' });
		hasSources = false;
		show({ visibleActors: new Set(['iran']) });
		states.clear();
		hasSources = true;
		sites.restore();
		expect(states.get('marks a')).toMatchObject({ selected: true, 'hidden-russia': true });
		expect(states.get('marks d')).toMatchObject({ hidden: true });
	});
});
