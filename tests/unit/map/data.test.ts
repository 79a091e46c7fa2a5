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

	it('numbers the marks, and finds each site by its number', () => {
		for (const { properties } of data.marks.features)
			expect(data.numbered[properties!.number as number]!.id).toBe(properties!.site);
	});

	it('keeps what a point may be off by apart from what is drawn of a site', () => {
		const point = { ...shapes.features[1]!, properties: { ...shapes.features[1]!.properties, site: 'b' } };
		const uncertain = { ...point, properties: { ...point.properties, shape: 'uncertainty' as const } };
		const { sites } = prepare(marks, { ...shapes, features: [...shapes.features, uncertain] }, actors);
		expect(sites.get('b')).toMatchObject({ box: null, uncertainty: [35, 34, 37, 36] });
		expect(sites.get('a')).toMatchObject({ box: [35, 34, 37, 36], uncertainty: null });
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
