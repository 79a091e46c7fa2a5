import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const filesIn = (folder: string) =>
	readdirSync(new URL(`${folder}/`, root)).map((name) => `${folder}/${name}`);
const { scripts, devDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
	scripts: Record<string, string>;
	devDependencies: Record<string, string>;
};

it('the README says of every package why it is there', () => {
	const named = [...readme.matchAll(/`((?:@[\w.-]+\/)?[\w.-]+|@types\/\*)`/g)].map(([, name]) => name!);
	const unnamed = Object.keys(devDependencies).filter(
		(name) => !named.includes(name) && !name.startsWith('@types/')
	);
	expect(unnamed).toEqual([]);
});

it.each(['README.md', 'docs/publishing.md', ...filesIn('hosting')])(
	'the commands that %s names are there',
	(file) => {
		const text = readFileSync(new URL(file, root), 'utf8');
		const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name!);
		expect(commands.length).toBeGreaterThan(0);
		expect(commands.filter((name) => !(name in scripts))).toEqual([]);
	}
);

it('every file of hosting/ is named where publishing is explained', () => {
	const text = readFileSync(new URL('docs/publishing.md', root), 'utf8');
	expect(filesIn('hosting').filter((file) => !text.includes(file))).toEqual([]);
});
