import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.resetModules();
});

/** The module as the build makes it for a data set. */
async function kindsWith(kinds: object | undefined) {
	vi.resetModules();
	if (kinds) vi.stubGlobal('__KINDS__', kinds);
	return import('../../../src/lib/words/kinds');
}

describe('kinds in words', () => {
	it('are all of ours where the data set says nothing', async () => {
		const { placeKindIds, placeKindName, claimKindName, ploverOf, signOf } = await kindsWith(undefined);
		expect(placeKindIds).toContain('port');
		expect([placeKindName('port'), signOf('port')]).toEqual(['Port', 'harbour']);
		expect([claimKindName('strike'), ploverOf('strike'), ploverOf('base')]).toEqual([
			'Strike',
			'ASSAULT',
			null
		]);
	});

	it('are those that it uses and those that it adds', async () => {
		const { placeKindIds, claimKindIds, placeKindName, claimKindName, ploverOf, signOf } = await kindsWith({
			places: {
				used: ['port', 'city'],
				added: { wharf: { sign: 'harbour', label: { en: 'Wharf', ar: 'رصيف' } } }
			},
			claims: { added: { raid: { plover: 'COERCE', label: { en: 'Raid', ar: 'غارة' } } } }
		});
		expect(placeKindIds).toEqual(['port', 'city', 'wharf']);
		expect(claimKindIds.at(-1)).toBe('raid');
		expect(claimKindIds).toContain('strike');
		expect([placeKindName('wharf'), signOf('wharf')]).toEqual(['Wharf', 'harbour']);
		expect([claimKindName('raid'), ploverOf('raid')]).toEqual(['Raid', 'COERCE']);
	});
});
