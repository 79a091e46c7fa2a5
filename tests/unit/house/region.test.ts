import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { project } from '../../../src/tools/command';

/** Tables of all countries and regions of the world, and texts that tools make up. */
const ofTheWorld = [
	'tools/gazetteer/',
	'tools/basemap/',
	'tools/bench/',
	'tools/train/',
	// Arabic is written as in Syria, whose names of months it has: a choice of this language’s words.
	'lib/words/labels/ar/',
	// Descriptions for those who write a data set, with ours as an example.
	'lib/geodata/datasetSchema.ts',
	'lib/words/compiled/',
	'lib/words/languages/'
];

/** Code and markup without comments. */
const withoutComments = (text: string) =>
	text
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/(^|\s)\/\/.*$/gm, '');

/** The lines of code and messages in which something stands, but for some folders. */
function linesWith(pattern: RegExp, except: readonly string[]): string {
	const files = [
		...readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.(ts|svelte|html|css)$/.test(path) && !except.some((of) => path.startsWith(of)))
			.filter((path) => statSync(join(project, 'src', path)).isFile())
			.map((path) => `src/${path}`),
		...readdirSync(join(project, 'messages'))
			.filter((name) => name.endsWith('.json'))
			.map((name) => `messages/${name}`)
	];
	const found = files.flatMap((path) =>
		withoutComments(readFileSync(join(project, path), 'utf8'))
			.split('\n')
			.filter((line) => pattern.test(line))
			.map((line) => `${path}: ${line.trim()}`)
	);
	return found.join('\n');
}

it('knows of no region but what the data set says of it', () => {
	expect(linesWith(/\b(Syria|Syrian|Damascus|Assad|SYR)\b|'SY'|سوري|دمشق|الأسد/, ofTheWorld)).toBe('');
});

it('asks no name for a language of its own choice: that of the records stands first', () => {
	// Records that these make up or read are in English and Arabic.
	const own = ['tools/bench/', 'tools/train/', 'tools/gazetteer/', 'lib/words/compiled/'];
	expect(linesWith(/\bname!?\.(en|ar)\b/, own)).toBe('');
});
