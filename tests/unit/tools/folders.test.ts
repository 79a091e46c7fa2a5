/** Folders that are no data set, or a broken one: the check says all that is wrong with each at once, and what to do. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check, fix } from '../../../src/tools/check';
import { runNode } from '../../../src/tools/command';
import { validDirectory } from '../records';

const outer = mkdtempSync(join(tmpdir(), 'attested-folders-'));
afterAll(() => rmSync(outer, { recursive: true, force: true }));

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- a record of JSON, changed at will */
type Loose = any;
const change = (folder: string, path: string, edit: (record: Loose) => void) => {
	const record = JSON.parse(readFileSync(join(folder, path), 'utf8'));
	edit(record);
	writeFileSync(join(folder, path), JSON.stringify(record, null, '\t'));
};
const region = (edit: (region: Loose) => void) => (folder: string) =>
	change(folder, 'dataset.json', ({ region }) => edit(region));
const many = (count: number, each: (index: number) => object) => (folder: string) =>
	change(folder, 'actors.json', (record) => {
		const [first] = record.actors;
		const name = (index: number) => ({ en: `Made-up ${index}`, ar: `مختلق ${index}` });
		const made = (_: unknown, index: number) => ({
			...first,
			id: `made-up-${index}`,
			name: name(index),
			...each(index)
		});
		record.actors.push(...Array.from({ length: count }, made));
	});

/** What is done to a copy of the valid records, and what the check then says: all of it, in any order. */
const broken: Record<string, { make: (folder: string) => void; says: RegExp[]; count: number }> = {
	'a box with west and east swapped': {
		make: region((region) => (region.box = [50, 28, 27, 42])),
		says: [
			/dataset\.json {2}region\.box {2}the box leaves out Syria — west and east look swapped: write \[27, 28, 50, 42\]/
		],
		count: 1
	},
	'a box with south and north swapped': {
		make: region((region) => (region.box = [27, 42, 50, 28])),
		says: [
			/dataset\.json {2}region\.box.* — south, the second number, must be below north, the fourth: swap them/
		],
		count: 1
	},
	'a box with longitudes and latitudes swapped, and a view that is not': {
		make: region((region) => (region.box = [28, 27, 42, 50])),
		says: [
			/region\.view {2}the first view reaches beyond the box — make the box larger, or the view smaller/
		],
		count: 1
	},
	'a box elsewhere, and all records outside it': {
		make: region((region) =>
			Object.assign(region, { box: [170, -25, -170, -10], view: [177, -20, -178, -15] })
		),
		says: [
			/region\.box {2}the box leaves out Syria — /,
			/alpha-harbour.*outside the region of the map.* — correct it, or say "foreign": true/
		],
		count: 5
	},
	'a country that nobody knows': {
		make: region((region) => (region.countries = ['QQ'])),
		says: [
			/dataset\.json {2}region\.countries\[0\] {2}there is no country QQ in the atlas — use the two capitals/
		],
		count: 1
	},
	'25 actors of the same letter': {
		make: many(25, () => ({})),
		says: [
			/actors\[27\]\.letter {2}“A” is the letter of “atlantis” already — choose another letter, or remove it/
		],
		count: 25
	},
	'records of which several things are wrong': {
		make(folder) {
			region((region) => (region.view = [0, 0, 1, 1]))(folder);
			change(folder, 'articles/fixture-one.json', ({ reports }) => {
				reports[0].claim = 'rumour';
				reports[1].place = 'nowhere';
			});
			rmSync(join(folder, 'version.json'));
		},
		says: [
			/region\.view/,
			/“rumour” is no kind of claim/,
			/nowhere/,
			/version\.json {2}this file is missing — add it/
		],
		count: 4
	}
};

const folderOf = (name: string) => join(outer, name.replaceAll(/\W+/g, '-'));
function made(name: string, make: (folder: string) => void): string {
	const folder = folderOf(name);
	cpSync(validDirectory, folder, { recursive: true });
	make(folder);
	return folder;
}

describe('a folder with faults', () => {
	it.each(Object.entries(broken))('%s', (name, { make, says, count }) => {
		const { passed, lines } = check(made(name, make));
		expect(passed).toBe(false);
		for (const sentence of says) expect(lines.join('\n')).toMatch(sentence);
		const problems = lines.filter((line) => line.includes(' — '));
		expect(problems).toHaveLength(count);
	});

	it('may have a box across the antimeridian, if its records lie there', () => {
		const { lines } = check(
			made(
				'across',
				region((region) => Object.assign(region, { box: [20, 20, -175, 50], countries: ['SY', 'FJ'] }))
			)
		);
		expect(lines[0]).toMatch(/^The records are in order/);
	});
});

describe('a folder that is none', () => {
	const none: Record<string, { make: (folder: string) => void; says: RegExp }> = {
		missing: {
			make: () => {},
			says: /does not exist — say which folder .*--data DIR, or make one with npm run new -- DIR/
		},
		empty: {
			make: (folder) => mkdirSync(folder),
			says: /is empty — put records into it, or make some: npm run new -- /
		},
		other: {
			make(folder) {
				mkdirSync(folder);
				writeFileSync(join(folder, 'photo.jpg'), '');
			},
			says: /has no records: neither dataset\.json nor articles — /
		},
		file: { make: (folder) => writeFileSync(folder, ''), says: /is a file, and records are a folder — / }
	};

	it.each(Object.entries(none))('%s', (name, { make, says }) => {
		const folder = folderOf(`none-${name}`);
		make(folder);
		const { passed, lines } = check(folder);
		expect(passed).toBe(false);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(says);
	});

	// What is served or built would be the data set of before.
	it.each(['start', 'build'])('npm run %s ends with it, and neither builds nor serves', async (command) => {
		const { code, output } = await runNode(`src/tools/${command}.ts`, ['--data', folderOf('none-missing')], {
			quiet: true
		});
		expect(code).toBe(1);
		expect(output).toContain('does not exist');
		expect(output).not.toMatch(/Building|Serving|http/);
	});
});

describe('actors without hue and letter', () => {
	const unmarked = many(12, () => ({ letter: undefined, hue: undefined, parent: null }));

	it('are said to get them by --fix, which leaves the lines that are there', async () => {
		const folder = made('unmarked', unmarked);
		expect(check(folder).lines.join('\n')).toMatch(
			/letter {2}is missing[^]*npm run check -- --fix chooses a hue and a letter/
		);
		await fix(folder);
		const after = readFileSync(join(folder, 'actors.json'), 'utf8');
		expect(check(folder).lines.join('\n')).not.toMatch(/hue|letter/);
		const kept = readFileSync(join(validDirectory, 'actors.json'), 'utf8')
			.split('\n')
			.slice(0, 20)
			.join('\n');
		expect(after.startsWith(kept)).toBe(true);
		expect(await fix(folder)).toEqual([]);
	});

	it('are to be grouped where they are more than a map can tell apart', async () => {
		const folder = made(
			'crowd',
			many(30, () => ({ letter: undefined, hue: undefined, parent: null }))
		);
		expect((await fix(folder)).at(-1)).toMatch(
			/^A map can tell 24 actors apart .* 8 more\. Group some: .*“parent”/
		);
	});
});
