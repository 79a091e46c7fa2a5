import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultView, onlyActors, parseView, showsAny, toggleActors, viewQuery } from '$lib/view/view';

const actors = ['russia', 'iran', 'irgc', 'hezbollah', 'israel'];
const read = (query: string) => parseView(new URLSearchParams(query), actors);
const shown = (query: string) => [...read(query).actors];

describe('the view in the address', () => {
	it('shows everybody without a query, and then adds none', () => {
		expect(shown('')).toEqual(actors);
		expect(viewQuery(defaultView(actors), actors)).toBe('');
	});

	it('reads a list, an exception and nobody', () => {
		expect(shown('actors=iran,russia')).toEqual(['russia', 'iran']);
		expect(shown('actors=-israel')).toEqual(['russia', 'iran', 'irgc', 'hezbollah']);
		expect(shown('actors=none')).toEqual([]);
	});

	it('ignores what it does not know and keeps the rest', () => {
		expect(shown('actors=iran,atlantis')).toEqual(['iran']);
		expect(shown('actors=atlantis')).toEqual(actors);
		expect(shown('actors=')).toEqual(actors);
		expect(shown('actors=%E0%A4%A&colour=red')).toEqual(actors);
	});

	it('writes the shorter form', () => {
		expect(viewQuery({ actors: new Set(['iran']) }, actors)).toBe('?actors=iran');
		expect(viewQuery({ actors: new Set(actors.slice(1)) }, actors)).toBe('?actors=-russia');
	});

	it('comes back the same from any state', () => {
		fc.assert(
			fc.property(fc.subarray(actors), (some) => {
				const query = viewQuery({ actors: new Set(some) }, actors);
				expect([...read(query).actors]).toEqual(some);
			})
		);
	});

	it('never throws and never invents an actor, whatever the query', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (query) => {
				for (const id of read(query).actors) expect(actors).toContain(id);
				for (const id of parseView(new URLSearchParams({ actors: query }), actors).actors)
					expect(actors).toContain(id);
			})
		);
	});
});

describe('changing the view', () => {
	it('hides a family when any of it is shown, else shows it whole', () => {
		const all = defaultView(actors);
		const without = toggleActors(all, ['iran', 'irgc']);
		expect([...without.actors]).toEqual(['russia', 'hezbollah', 'israel']);
		expect(toggleActors(without, ['iran', 'irgc']).actors).toEqual(all.actors);
		expect([...toggleActors(onlyActors(all, ['irgc']), ['iran', 'irgc']).actors]).toEqual([]);
	});

	it('sees a thing that any shown actor is part of', () => {
		const view = onlyActors(defaultView(actors), ['iran']);
		expect(showsAny(view, [{ id: 'russia' }, { id: 'iran' }])).toBe(true);
		expect(showsAny(view, [{ id: 'russia' }])).toBe(false);
		expect(showsAny(view, [])).toBe(false);
	});
});
