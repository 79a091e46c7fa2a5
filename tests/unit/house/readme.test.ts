import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const { scripts, devDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
	scripts: Record<string, string>;
	devDependencies: Record<string, string>;
};

it('the README says of every package why it is there', () => {
	const named = [...readme.matchAll(/`((?:@[\w-]+\/)?[\w.-]+|@types\/\*)`/g)].map(([, name]) => name!);
	const unnamed = Object.keys(devDependencies).filter(
		(name) => !named.includes(name) && !name.startsWith('@types/')
	);
	expect(unnamed).toEqual([]);
});

it('the commands that the README names are there', () => {
	const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
	expect(commands.length).toBeGreaterThan(5);
	expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});
