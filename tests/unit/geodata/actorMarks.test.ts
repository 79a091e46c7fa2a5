import { describe, expect, it } from 'vitest';
import { markActors, mostFamilies } from '../../../src/lib/geodata/actorMarks';
import type { Markable } from '../../../src/lib/geodata/actorMarks';
import { hues } from '../../../src/lib/geodata/recordWords';
import { palettes, themes } from '../../../src/lib/map/style/palette';
import { distance, seen, visions } from '../vision';

const many = (count: number): Markable[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `actor-${index}`,
		name: `Northern Group ${index}`,
		parent: null
	}));

/** The least distance of two hues that any eye sees, on either background. */
const apart = (a: (typeof hues)[number], b: (typeof hues)[number]) =>
	Math.min(
		...themes.flatMap((theme) =>
			Object.keys(visions).map((vision) => {
				const [one, other] = [palettes[theme].hues[a].fill, palettes[theme].hues[b].fill];
				return distance(seen(one, vision), seen(other, vision));
			})
		)
	);

describe('marks that are chosen', () => {
	it('tell as many as 24 actors apart: by the hue for every eye wherever they meet, and by the letter everywhere', () => {
		const actors = many(mostFamilies);
		// Each place has ten of them, as many as there are hues; each meets ten others at least.
		const places = [0, 7, 14].map((from) => actors.slice(from, from + 10).map(({ id }) => id));
		const { marks, tooMany } = markActors(actors, places);
		expect(tooMany).toEqual([]);
		expect(new Set(marks.map(({ letter }) => letter)).size).toBe(mostFamilies);
		for (const { letter } of marks) expect(letter).toMatch(/^[A-Z][a-z]?$/);
		const hueOf = new Map(actors.map(({ id }, index) => [id, marks[index]!.hue!]));
		for (const place of places)
			for (const [index, one] of place.entries())
				for (const other of place.slice(index + 1))
					expect(apart(hueOf.get(one)!, hueOf.get(other)!), `${one} and ${other}`).toBeGreaterThan(0.08);
		// Nor does any hue get more than its share.
		for (const hue of hues)
			expect(marks.filter((mark) => mark.hue === hue).length).toBeLessThanOrEqual(
				Math.ceil(mostFamilies / hues.length)
			);
	});

	it('say which to group beyond that: those at the fewest places, and leave their hue open', () => {
		const actors = many(27);
		const places = actors.slice(3).map(({ id }) => [id]);
		const { marks, tooMany } = markActors(actors, places);
		expect(tooMany).toEqual(['actor-2', 'actor-1', 'actor-0']);
		expect(marks.filter(({ hue }) => hue === null)).toHaveLength(3);
	});

	it('leave what is there, follow the parent, and take a letter of the name', () => {
		const actors: Markable[] = [
			{ id: 'navy', name: 'The Navy', parent: null, hue: 'green', letter: 'N' },
			{ id: 'rapid', name: 'Rapid Reef Forces', parent: null },
			{ id: 'divers', name: 'Navy Divers', parent: 'navy' },
			{ id: 'rangers', name: 'Rangers', parent: 'rapid' },
			{ id: 'only-id', name: '—', parent: null }
		];
		const { marks } = markActors(actors, []);
		expect(marks.map(({ letter }) => letter)).toEqual(['N', 'R', 'Nd', 'Ra', 'O']);
		expect(marks[0]!.hue).toBe('green');
		expect(marks[2]!.hue).toBe('green');
		expect(marks[3]!.hue).toBe(marks[1]!.hue);
		expect(new Set([0, 1, 4].map((index) => marks[index]!.hue)).size).toBe(3);
		expect(markActors(actors, [])).toEqual(markActors(actors, []));
	});

	it('survive parents that go in a circle', () => {
		const actors: Markable[] = [
			{ id: 'a', name: 'A', parent: 'b' },
			{ id: 'b', name: 'B', parent: 'a' }
		];
		expect(markActors(actors, []).marks.map(({ letter }) => letter)).toEqual(['A', 'B']);
	});
});
