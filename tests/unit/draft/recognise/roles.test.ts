import { expect, it } from 'vitest';
import { actorMatcher, findActors } from '$lib/draft/recognise/actors';
import { rolesOf } from '$lib/draft/recognise/roles';
import { loadRecords } from '$lib/server/geodata';
import type { ClaimKind } from '$lib/geodata/vocabulary';

const matcher = actorMatcher(loadRecords().actors);
const roles = (text: string, kind: ClaimKind) =>
	Object.fromEntries(rolesOf(text, kind, findActors(text, matcher)).map(({ actor, role }) => [actor, role]));

it.each<[string, ClaimKind, Record<string, string>]>([
	[
		'Israeli jets struck a depot, killing two Syrian soldiers.',
		'strike',
		{ israel: 'struck', 'syrian-government': 'hit' }
	],
	// Who strikes has no casualties because the sentence tells of some.
	['Israel’s airstrikes killed four men at the port.', 'casualty', { israel: 'attacked' }],
	[
		'Two Syrian soldiers were killed in an Israeli air raid.',
		'casualty',
		{ 'syrian-government': 'casualty', israel: 'attacked' }
	],
	['A depot was hit by Israel on Monday.', 'strike', { israel: 'struck' }],
	['Hezbollah suffered casualties in the raid.', 'casualty', { hezbollah: 'casualty' }],
	['Attacks on Russian forces by Israel were denied.', 'strike', { russia: 'hit', israel: 'struck' }],
	[
		'قصفت طائرات إسرائيلية مستودعا وقتلت عنصرين من حزب الله',
		'strike',
		{ israel: 'struck', hezbollah: 'hit' }
	],
	// Of other kinds the first does it.
	['Russian officers met Iranian commanders at the airport.', 'meeting', { russia: 'met', iran: 'met' }],
	['Iran stores missiles for Hezbollah there.', 'storage', { iran: 'stores', hezbollah: 'nearby' }]
])('who did what in “%s”', (text, kind, expected) => {
	expect(roles(text, kind)).toEqual(expected);
});

it('has whoever only says it as the source', () => {
	const text = 'American officials said that Russia deployed jets with Iran.';
	const actors = findActors(text, matcher);
	expect(rolesOf(text, 'deployment', actors, [{ start: 0, end: 18 }])).toEqual([
		{ actor: 'united-states', role: 'source' },
		{ actor: 'russia', role: 'deployed' },
		{ actor: 'iran', role: 'deployed' }
	]);
});

it('leaves out those who have no id', () => {
	const [mention] = findActors('The Karen National Union struck a base.', matcher);
	expect(mention?.actor).toBeNull();
	expect(rolesOf('The Karen National Union struck a base.', 'strike', [mention!])).toEqual([]);
});
