import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/lib/map/data';
import { actors, mark, marks, shapes } from './fixtures';

describe('prepare', () => {
	const data = prepare(marks, shapes, actors);
	const properties = (site: string) =>
		data.marks.features.find((feature) => feature.properties!.site === site)!.properties!;

	it('gives each actor of a site a slot of its own, in the order of the actors', () => {
		expect(properties('a')).toMatchObject({ slots: 2, 'slot:iran': 0, 'slot:russia': 1 });
		expect(properties('b')).toMatchObject({ slots: 1, 'slot:iran-militias': 0 });
		expect(properties('b')).not.toHaveProperty('slot:iran');
	});

	it('numbers the sets of actors, whatever order they are written in', () => {
		expect(properties('a').set).toBe(properties('c').set);
		expect(data.sets).toEqual([['iran', 'russia'], ['iran-militias'], ['united-states']]);
	});

	it('colours a shape by its one actor, and leaves a shared one neutral', () => {
		expect(data.shapes.features.map((feature) => feature.properties!.hue)).toEqual([actors[4]!.hue, 'ink']);
	});

	it('keeps the sites asked for alone', () => {
		const some = prepare(marks, shapes, actors, ['b', 'd']);
		expect([...some.sites.keys()]).toEqual(['b', 'd']);
		expect(some.shapes.features).toHaveLength(1);
	});

	it('passes over actors that are not known', () => {
		const odd = prepare({ ...marks, features: [mark('x', 'nobody iran')] }, shapes, actors);
		expect(odd.sites.get('x')!.actors).toEqual(['iran']);
	});
});
