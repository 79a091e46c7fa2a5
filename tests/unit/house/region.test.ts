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

it('knows of no region but what the data set says of it', () => {
	const region = /\b(Syria|Syrian|Damascus|SYR)\b|'SY'|سوري|دمشق/;
	const files = [
		...readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.(ts|svelte|html|css)$/.test(path) && !ofTheWorld.some((of) => path.startsWith(of)))
			.filter((path) => statSync(join(project, 'src', path)).isFile())
			.map((path) => `src/${path}`),
		...readdirSync(join(project, 'messages'))
			.filter((name) => name.endsWith('.json'))
			.map((name) => `messages/${name}`)
	];
	const found = files.flatMap((path) =>
		withoutComments(readFileSync(join(project, path), 'utf8'))
			.split('\n')
			.filter((line) => region.test(line))
			.map((line) => `${path}: ${line.trim()}`)
	);
	expect(found.join('\n')).toBe('');
});
