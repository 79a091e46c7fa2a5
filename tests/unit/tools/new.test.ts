/** `npm run new`: the folder that it makes passes the check, and it writes over nothing. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/tools/check';
import { makeRecords } from '../../../src/tools/new';

const outer = mkdtempSync(join(tmpdir(), 'attested-new-'));
afterAll(() => rmSync(outer, { recursive: true, force: true }));

const read = (folder: string, path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

describe('a new data set', () => {
	it.each([
		['a country', { country: 'SD' }, ['SD'], 'in Sudan'],
		['two countries', { country: 'sd, ss' }, ['SD', 'SS'], 'in Sudan and South Sudan'],
		['a country across the antimeridian', { country: 'FJ' }, ['FJ'], 'in Fiji'],
		['a box', { bbox: '22,44,40,52', where: 'in the east' }, ['UA'], 'in the east']
	])('of %s passes the check and says that it is made up', async (name, options, countries, where) => {
		const folder = join(outer, name.replaceAll(' ', '-'));
		await makeRecords(folder, { ...options, languages: 'en,fr', actors: 'Rapid Force, River Guard' });
		const { passed, lines } = check(folder);
		expect(lines[0]).toMatch(/^The records are in order: 3 actors, 1 place, 1 article, 1 report/);
		expect(passed).toBe(true);
		const { region, languages, title } = read(folder, 'dataset.json');
		expect(region).toMatchObject({ where });
		expect(region.countries).toEqual(expect.arrayContaining(countries));
		expect(languages).toEqual([{ tag: 'en' }, { tag: 'fr' }]);
		expect(title).toBe(`reported military sites ${where}`);
		const { actors } = read(folder, 'actors.json');
		expect(actors.map(({ id, letter }: { id: string; letter: string }) => [id, letter])).toEqual([
			['rapid-force', 'R'],
			['river-guard', 'Rg'],
			['made-up-force', 'M']
		]);
		// Of the actors that are named nothing is said that did not happen.
		const [article] = readdirSync(join(folder, 'articles'));
		const { title: heading, url, reports } = read(folder, `articles/${article}`);
		expect(heading).toMatch(/made-up/);
		expect(url).toMatch(/^https:\/\/example\.org\//);
		for (const { summary, actors } of reports) {
			expect(summary).toMatch(/^Made up/);
			expect(actors).toEqual([{ actor: 'made-up-force', role: 'operates' }]);
		}
	});

	it('is refused where something is, and without a region, a country or room; nothing is written then', async () => {
		const taken = join(outer, 'taken');
		mkdirSync(taken);
		writeFileSync(join(taken, 'mine.txt'), 'mine');
		await expect(makeRecords(taken, { country: 'SD' })).rejects.toThrow(/has something in it: give a folder/);
		expect(readdirSync(taken)).toEqual(['mine.txt']);
		const fresh = join(outer, 'fresh');
		await expect(makeRecords(fresh, {})).rejects.toThrow('Say which region: --country SD');
		await expect(makeRecords(fresh, { country: 'Sudan' })).rejects.toThrow('There is no country SUDAN');
		await expect(makeRecords(fresh, { bbox: '1,2,3' })).rejects.toThrow(/is no box/);
		await expect(makeRecords(fresh, { bbox: '-40,-40,-39,-39' })).rejects.toThrow(/no country in that box/);
		const actors = Array.from({ length: 30 }, (_, index) => `Actor ${index}`).join();
		await expect(makeRecords(fresh, { country: 'SD', actors })).rejects.toThrow(/can tell 24 actors apart/);
		expect(readdirSync(outer)).not.toContain('fresh');
	});
});
