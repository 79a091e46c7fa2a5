import { describe, expect, it } from 'vitest';
import { linked, visibleActorsAt } from '../../../src/lib/map/visible';

const site = { id: 'a', actors: ['iran', 'russia', 'israel'] };
const every = new Set(site.actors);

describe('shown actors', () => {
	it('are those that are visible, where nothing else filters', () => {
		expect(visibleActorsAt(site, { visibleActors: new Set(['russia', 'iran']) })).toEqual(['iran', 'russia']);
	});

	it('are those that all filters leave', () => {
		const actorsBySite = new Map([['a', new Set(['russia', 'israel'])]]);
		expect(visibleActorsAt(site, { visibleActors: every, actorsBySite })).toEqual(['russia', 'israel']);
		expect(visibleActorsAt(site, { visibleActors: new Set(['russia']), actorsBySite })).toEqual(['russia']);
	});

	it('are none at a site that is missing, or has an empty set', () => {
		expect(visibleActorsAt(site, { visibleActors: every, actorsBySite: new Map() })).toEqual([]);
		expect(
			visibleActorsAt(site, { visibleActors: every, actorsBySite: new Map([['a', new Set<string>()]]) })
		).toEqual([]);
	});

	it('are never actors that the site has not', () => {
		expect(
			visibleActorsAt(site, {
				visibleActors: new Set(['sdf']),
				actorsBySite: new Map([['a', new Set(['sdf'])]])
			})
		).toEqual([]);
	});
});

describe('linked', () => {
	const sites = Array.from({ length: 10 }, (_, number) => ({
		id: `${number}`,
		position: [number, 0] as [number, number]
	}));
	const ids = (found: typeof sites) => found.map(({ id }) => id).join('');

	it('is every site where there are few', () => {
		expect(linked(sites, null, () => true, 10)).toBe(sites);
	});

	it('is those in the picture where there are many', () => {
		expect(ids(linked(sites, [2, -1, 5, 1], () => false, 9))).toBe('2345');
		expect(linked(sites, null, () => false, 9)).toEqual([]);
	});

	it('never is more than the most, those that stand alone first, in their order', () => {
		const odd = (id: string) => Number(id) % 2 === 1;
		expect(ids(linked(sites, [0, -1, 9, 1], odd, 3))).toBe('024');
		expect(ids(linked(sites, [0, -1, 9, 1], odd, 7))).toBe('0123468');
	});
});
