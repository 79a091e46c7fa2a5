import { afterEach, expect, it, vi } from 'vitest';
import { siteActors } from '../../../src/lib/overlay/siteActors.svelte';
import { fillsOf } from '../../../src/lib/map/style/palette';
import { real } from '../export/data';

vi.mock('$app/paths', () => ({ asset: (path: string) => path }));
afterEach(() => void vi.unstubAllGlobals());

it('an actor is known by its id and its names in any language and spelling, then by its other names', async () => {
	siteActors.know(real.actors, fillsOf('light'));
	for (const { id, name, hue, letter } of real.actors)
		for (const text of [id, ...Object.values(name), `  ${name.en!.toUpperCase()} `])
			expect(siteActors.named(text), text).toMatchObject({ id, hue, letter });
	expect(siteActors.colourOf('إيران')).toBe(fillsOf('light').green);
	for (const other of ['', 'Iranian', 'New Russia', '<b>Iran</b>'])
		expect(siteActors.named(other)).toBeUndefined();

	expect(siteActors.named('Islamic Republic of Iran')).toBeUndefined();
	const names = [
		['Iran', 'إيران', 'Islamic Republic of Iran'],
		['Nobody', 'Outis']
	];
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(names))));
	await siteActors.knowNames();
	expect(siteActors.named('Islamic Republic of Iran')?.id).toBe('iran');
	expect(siteActors.named('Outis')).toBeUndefined();
});
