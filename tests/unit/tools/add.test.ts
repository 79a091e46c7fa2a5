import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DraftArticle } from '../../../src/lib/draft/article';
import { apply } from '../../../src/lib/draft/commands';
import { recordsOf } from '../../../src/lib/draft/record';
import { zipOf } from '../../../src/lib/draft/zip';
import { add } from '../../../src/tools/add';
import { check } from '../../../src/tools/check';
import { formatted } from '../../../src/tools/format';
import { verify } from '../../../src/tools/verify';
import { smallGazetteer } from '../draft/gazetteers';
import { articleOf, known, on, reported } from '../draft/records';
import { validDirectory } from '../records';

let folder: string;
let directory: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'attested-add-'));
	directory = join(folder, 'records');
	cpSync(validDirectory, directory, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rest =
	'\r\n\r\nNobody said more about it on that day 🚀 or on any other, though many were asked.'.repeat(5);
const article = reported(
	articleOf(`Lemuria came.\r\nIts troops stand near the\u00a0hill in the east. A cat was seen.${rest}`),
	'troops stand near the\u00a0hill',
	'the\u00a0hill'
);
const archive = () => join(folder, 'article.zip');
type File = { path: string; text: string };
const pack = (files: File[]) => writeFileSync(archive(), zipOf(files, 'Do this.'));
const filesOf = (made: DraftArticle) => recordsOf(made, known, on).files;
const addAll = (replace = false) => add(archive(), { directory, replace });
const read = (path: string) => readFileSync(join(directory, path), 'utf8');
const contents = () =>
	readdirSync(directory, { recursive: true, encoding: 'utf8', withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]);

it('takes in what is new, says so and what is to do, and the check and the comparison agree', async () => {
	pack(filesOf(article));
	const { passed, lines } = await addAll();
	expect(passed).toBe(true);
	expect(lines.slice(0, 4)).toEqual([
		'articles/made-up-2020.json  new',
		'places/zeta-hill.geojson  new',
		'references.json  fixture-example-hills  new',
		'verified/made-up-2020.json  new'
	]);
	expect(lines.join('\n')).toContain('\nStill to do: ');
	expect(lines).toContain(
		'articles/made-up-2020.json  reports[0].summary  is still to be written — say what is claimed, in one neutral sentence'
	);
	const told = check(directory, { strict: true });
	expect(told.passed).toBe(true);
	expect(told.lines.join('\n')).toContain('\nStill to do in drafts: ');
	const text = join(folder, 'text.txt');
	writeFileSync(text, article.text);
	expect(await verify({ article: 'made-up-2020', text, directory, write: false, on })).toMatchObject({
		passed: true,
		lines: [expect.stringContaining(`as on ${on}.`)]
	});
	for (const path of ['articles/made-up-2020.json', 'references.json'])
		expect(read(path)).toBe(await formatted(read(path)));
	expect(JSON.parse(read('references.json')).references).toHaveLength(3);
});

it('has nothing to add the second time, even on another day', async () => {
	pack(filesOf(article));
	await addAll();
	const before = contents();
	expect((await addAll()).lines[0]).toBe('All of it is there already.');
	expect(contents()).toEqual(before);
});

it('overwrites nothing without --replace', async () => {
	pack(filesOf(article));
	await addAll();
	const before = contents();
	const { id } = article.reports[0]!;
	pack(filesOf(apply(article, { do: 'change', id, changes: { claim: 'base' } })));
	const { passed, lines } = await addAll();
	expect(passed).toBe(false);
	expect(lines).toEqual([
		'articles/made-up-2020.json  is there already and differs — give it another id, or add it with --replace',
		'',
		'1 problem. Nothing was written.'
	]);
	expect(contents()).toEqual(before);
	expect((await addAll(true)).lines[0]).toBe('articles/made-up-2020.json  replaced');
	expect(JSON.parse(read('articles/made-up-2020.json')).reports[0].claim).toBe('base');
});

it('refuses what is wrong with every problem, and writes none of it', async () => {
	const before = contents();
	pack(
		filesOf(article).map(({ path, text }) => ({
			path,
			text: text.replace('troops stand', 'troops sit').replace('"ring"', '"point"')
		}))
	);
	const { passed, lines } = await addAll();
	expect(passed).toBe(false);
	expect(lines.join('\n')).toContain('reports[0].quotes[0].exact');
	expect(lines.join('\n')).toContain('where_prec 3 must not be drawn as a point');
	expect(contents()).toEqual(before);
});

it('refuses half of an archive, a broken one, and what is no record', async () => {
	const before = contents();
	pack(filesOf(article).filter(({ path }) => !path.startsWith('places/')));
	expect((await addAll()).lines.join('\n')).toContain('there is no place “zeta-hill”');
	pack([{ path: 'articles/x.json', text: '{' }]);
	expect((await addAll()).lines[0]).toMatch(/^articles\/x\.json {2}line 1.*is not JSON/);
	pack([{ path: '../x\u001b.json', text: '{}' }]);
	expect((await addAll()).lines[0]).toBe(
		'../x<U+001B>.json  is no path of a record — remove it from the archive, or correct its name'
	);
	writeFileSync(archive(), 'This is no archive.');
	expect((await addAll()).lines[0]).toMatch(/is no zip archive/);
	await expect(add(join(folder, 'none.zip'), { directory })).rejects.toThrow('none.zip');
	expect(contents()).toEqual(before);
});

/** An article as it comes, with one report that is whole, one without a date, and one whose place nobody knows. */
const words = `Troops on the move

The Fixture, 4 May 2020

On 3 May 2020 Lemuria deployed troops at Hama. Atlantis has a base at Qarbatun.
${'\nNobody said more about it on that day or on any other, though many were asked, and most of them twice.'.repeat(9)}`;
/** Takes each word with a capital for a place. */
const recognise = () => ({
	gazetteer: smallGazetteer,
	tagger: {
		firstNames: new Set<string>(),
		tag: (tokens: readonly { text: string }[]) => ({
			entities: new Float32Array(9 * tokens.length),
			toponyms: Float32Array.from(
				tokens.flatMap(({ text }) => (/^(Hama|Qarbatun)$/.test(text) ? [0, 1, 0] : [1, 0, 0]))
			)
		})
	}
});
const addText = (name: string, content: string, options: Parameters<typeof add>[1] = {}) => {
	writeFileSync(join(folder, name), content);
	return add(join(folder, name), { directory, on, recognise, ...options });
};

it('makes a draft of a text alone, which the check passes and nobody has looked at', async () => {
	const said = { publisher: 'The Fixture', id: 'fixture-2020' };
	const { passed, lines } = await addText('article.txt', words, { said });
	expect(passed, lines.join('\n')).toBe(true);
	expect(lines).toContain('articles/fixture-2020.json  new');
	expect(lines.join('\n')).toMatch(/1 report as the program reads it, which nobody has looked at/);
	expect(lines.join('\n')).toMatch(/left out: “Atlantis has a base at Qarbatun/);
	const article = JSON.parse(read('articles/fixture-2020.json'));
	expect(article).toMatchObject({
		status: 'draft',
		published: { edtf: '2020-05-04' },
		reports: [{ place: 'hama', actors: [{ actor: 'lemuria' }], when: { edtf: '2020-05-03' } }]
	});
	const told = check(directory, { strict: true });
	expect(told.passed, told.lines.join('\n')).toBe(true);
	expect(told.lines.join('\n')).toContain('reports[0].summary  is still to be written');

	// The same text again: nothing is overwritten without being asked.
	const before = contents();
	expect((await addText('article.txt', `${words} `, { said })).passed).toBe(false);
	expect(contents()).toEqual(before);
});

it('reads a page as the desk does, without its menu', async () => {
	const body = words
		.split('\n')
		.map((line) => `<p>${line}</p>`)
		.join('');
	const page = `<html lang="en"><head><meta property="og:site_name" content="The Fixture"></head><body><nav><a href="/">Menu of the day</a></nav><article><h1>Troops</h1>${body}</article></body></html>`;
	const { passed, lines } = await addText('page.html', page, { said: { published: '2020-05-04' } });
	expect(passed, lines.join('\n')).toBe(true);
	const [path] = lines.filter((line) => line.startsWith('articles/')).map((line) => line.split('  ')[0]!);
	expect(JSON.parse(read(path!))).toMatchObject({ publisher: { name: 'The Fixture' }, title: 'Troops' });
});

it('says all that keeps a text from becoming a record, and writes nothing', async () => {
	const before = contents();
	const bare = await addText('article.txt', words, { said: { url: 'nowhere', id: 'A B' } });
	expect(bare.passed).toBe(false);
	expect(bare.lines.join('\n')).toContain('give it an id of small letters');
	expect(bare.lines.join('\n')).toContain('say who published it, with --publisher');
	const wrong = await addText('article.txt', words, { said: { publisher: 'P', url: 'nowhere' } });
	expect(wrong.lines.join('\n')).toMatch(
		/article\.txt {2}the address is none of the web — give the whole of it with --url, with https:\/\/ before it/
	);
	// Of quotes that would be half of the text the last ones go, and here that is all.
	const short = await addText('short.txt', 'On 3 May 2020 Lemuria deployed troops at Hama. That was all.', {
		said: { publisher: 'P', title: 'T', published: '2020-05-04', language: 'en' }
	});
	expect(short.lines.join('\n')).toContain('the quotes would be half of the article or more');
	const nothing = await addText('other.txt', 'A line about nothing.', {
		said: { publisher: 'P', published: '2020' }
	});
	expect(nothing.lines.join('\n')).toContain('nothing in it could be made a report');
	await expect(addText('a.txt', '')).rejects.toThrow('a.txt  is empty');
	expect(contents()).toEqual(before);
});
