/** `npm ci --engine-strict` passes on every Node that package.json names. */
import { readFileSync } from 'node:fs';
import { subset, validRange } from 'semver';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, root), 'utf8')) as unknown;
const { engines } = json('package.json') as { engines: { node: string } };
const { packages } = json('package-lock.json') as {
	packages: Record<string, { engines?: { node?: string }; optional?: boolean; hasInstallScript?: boolean }>;
};

it('every package runs on each Node that package.json names', () => {
	const refused = Object.entries(packages)
		.filter(([path, { optional, engines: own }]) => path !== '' && !optional && own?.node !== undefined)
		.filter(([, { engines: own }]) => validRange(own!.node) && !subset(engines.node, own!.node!))
		.map(([path, { engines: own }]) => `${path} wants ${own!.node}`);
	expect(refused).toEqual([]);
});

it('the lockfile says of itself what package.json says', () => {
	expect(packages['']!.engines).toEqual(engines);
});

it('no package but those that only check or build what they bring runs a script at its installation', () => {
	const names = Object.entries(packages)
		.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
		.map(([path]) => path.replace(/^node_modules\//, ''));
	// Neither is run (.npmrc); esbuild would check its own program.
	expect(names).toEqual(['esbuild']);
	expect(readFileSync(new URL('.npmrc', root), 'utf8')).toMatch(/^ignore-scripts=true$/m);
});
