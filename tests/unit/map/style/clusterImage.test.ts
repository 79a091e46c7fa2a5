import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import {
	clusterImage,
	clusterMembers,
	membersIn,
	membersOf,
	shares
} from '../../../../src/lib/map/style/clusterImage';

const order = ['iran', 'russia', 'united-states'];

describe('shares', () => {
	it('splits a site evenly among its actors', () => {
		expect(shares([['iran', 'russia'], ['iran']], order)).toEqual({
			sites: 2,
			parts: [
				{ actor: 'iran', share: 0.75 },
				{ actor: 'russia', share: 0.25 }
			]
		});
	});

	it('counts only sites that show an actor', () => {
		expect(shares([[], ['russia'], []], order)).toEqual({ sites: 1, parts: [{ actor: 'russia', share: 1 }] });
	});

	it('is empty where nothing is shown', () => {
		expect(shares([[], []], order)).toEqual({ sites: 0, parts: [] });
	});

	it('keeps the order of the actors and adds up to one', () => {
		const { parts } = shares([['united-states'], ['russia', 'iran'], ['iran']], order);
		expect(parts.map(({ actor }) => actor)).toEqual(['iran', 'russia', 'united-states']);
		expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
	});
});

describe('cluster image', () => {
	const compiled = (value: unknown) => {
		const result = createExpression(value as never, 'string');
		if (result.result !== 'success') throw new Error('does not compile');
		return (properties: Record<string, unknown>, accumulated?: unknown) =>
			result.value.evaluate({ zoom: 6, accumulated } as never, { type: 1, properties } as never) as string;
	};

	it('names the members that the source gathers, and can be read back', () => {
		const [gather, each] = clusterMembers.members.map(compiled);
		const gathered = [3, 0, 14]
			.map((number) => each!({ number }))
			.reduce((so, next) => gather!({ members: next }, so));
		expect(membersIn(gathered)).toEqual([3, 0, 14]);
		expect(membersOf(compiled(clusterImage)({ members: gathered }))).toEqual([3, 0, 14]);
	});

	it('has a key of its own, which no site and no other cluster has', () => {
		const [gather, each] = clusterMembers.site.map(compiled);
		const key = ['tartus', 'hmeimim']
			.map((site) => each!({ site }))
			.reduce((so, next) => gather!({ site: next }, so));
		expect(key).toBe('tartus hmeimim');
	});

	it('is told from other images', () => {
		expect(membersOf('chip|airport|rose|R|filled')).toBeNull();
	});
});
