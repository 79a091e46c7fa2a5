/** The rules of the house: who may import what, no circles, no long files, and sentences in one room alone. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circlesOf, importsOf, modulesOfProject } from './modules';
import { phrasesOf } from './phrases';
import { faultsOf } from './rules';

const modules = modulesOfProject();

describe('the rules of the house', () => {
	it('are kept', () => {
		expect(faultsOf(modules)).toEqual([]);
	});

	it('hold for circles too, of types as of all else', () => {
		expect(circlesOf(modules).map((circle) => circle.join(' -> '))).toEqual([]);
	});

	it('let no file of code be longer than 400 lines', () => {
		const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
			.split('\n')
			.filter((path) => /\.(ts|js|mjs|svelte|css|html)$/.test(path));
		const long = files.map((path) => [path, readFileSync(path, 'utf8').split('\n').length - 1] as const);
		expect(long.length).toBeGreaterThan(300);
		expect(long.filter(([, lines]) => lines > 400)).toEqual([]);
	});

	it('keep what is said in a language out of all rooms but words', () => {
		expect(modules.flatMap(phrasesOf)).toEqual([]);
	});

	it('are tested on real modules with real imports', () => {
		expect(modules.length).toBeGreaterThan(20);
		const validate = modules.find(({ path }) => path === 'lib/geodata/validate.ts');
		expect(validate && importsOf(validate)).toContainEqual({ from: './schema', typesOnly: true });
	});
});

describe('the test of the rules', () => {
	it('sees every way to import', () => {
		const text = `
			import a from 'a';
			import type { B } from 'b';
			import { type C } from 'c';
			import { type D, e } from 'd';
			import 'f';
			export * from 'g';
			export type { H } from 'h';
			const i = await import('i');
			type J = import('j').J;
			const k = require('k');
			// import 'no';
			const text = "import 'no'";
		`;
		const seen = importsOf({ path: 'lib/x.ts', text }).map(
			({ from, typesOnly }) => from + (typesOnly ? ' type' : '')
		);
		expect(seen).toEqual(['a', 'b type', 'c type', 'd', 'f', 'g', 'h type', 'i', 'j type', 'k']);
	});

	it('sees both scripts of a component and not its markup', () => {
		const text = `<script module lang="ts">import 'a';</script>
			<script lang="ts">
				import 'b';
			</script>
			<p>import 'c'</p>`;
		expect(importsOf({ path: 'lib/features/X.svelte', text }).map(({ from }) => from)).toEqual(['a', 'b']);
	});

	it.each([
		['lib/base/x.ts', `import { x } from '../geodata/schema';`, 'lib/base imports nothing of ours'],
		['lib/base/x.ts', `import { page } from '$app/state';`, 'lib/base knows nothing of the page'],
		['lib/geodata/compile.ts', `import { x } from '../view/state';`, 'lib/geodata imports only lib/base'],
		['lib/geodata/compile.ts', `import type { X } from '$lib/map/x';`, 'lib/geodata imports only lib/base'],
		['lib/geodata/compile.ts', `import { readFileSync } from 'node:fs';`, 'fs is touched in lib/server'],
		['lib/geodata/compile.ts', `import { tick } from 'svelte';`, 'lib/geodata knows no Svelte'],
		['lib/geodata/compile.ts', `import { base } from '$app/paths';`, 'lib/geodata knows no Svelte'],
		['lib/geodata/dates.ts', `import { m } from '$lib/words';`, 'lib/geodata imports only lib/base'],
		['lib/words/x.ts', `import { originsOf } from '$lib/geodata/origins';`, 'types of lib/geodata'],
		['lib/server/geodata.ts', `import { x } from '../view/state';`, 'lib/server imports only'],
		['lib/view/state.ts', `import { x } from '$lib/map/x';`, 'lib/view imports only'],
		['lib/export/csv.ts', `export { x } from '../features/x';`, 'lib/export imports only'],
		['lib/offline/parcel.ts', `import { m } from '$lib/words';`, 'lib/offline imports only lib/base'],
		['lib/overlay/x.ts', `import { x } from '$lib/view/x';`, 'lib/overlay imports only'],
		['lib/overlay/x.ts', `import { x } from '$lib/map/x';`, 'types of lib/map'],
		['lib/map/x.ts', `import { compile } from '../geodata/compile';`, 'types of lib/geodata'],
		['lib/map/x.ts', `import { x } from '$lib/server/geodata';`, 'lib/map imports only'],
		['lib/map/x.ts', `import '../../routes/+layout';`, 'nobody imports routes'],
		['lib/view/x.ts', `import { check } from '../../tools/check';`, 'only the tools import tools'],
		[
			'lib/ui/X.svelte',
			`<script>import { page } from '$app/state';</script>`,
			'lib/ui knows nothing of the page'
		],
		['lib/ui/x.ts', `import type { View } from '$lib/view/view';`, 'lib/ui imports only'],
		['lib/features/a/x.ts', `import { y } from '../b/y';`, 'a feature imports no other feature'],
		['lib/features/a/x.ts', `import { validate } from '$lib/geodata/validate';`, 'types of lib/geodata'],
		['lib/features/a/x.ts', `const { x } = await import('$lib/map/x');`, 'types of lib/map'],
		['lib/features/a/X.svelte', `{#await import('$lib/map/X.svelte')}{/await}`, 'types of lib/map'],
		[
			'lib/features/a/X.svelte',
			`<script>import { Map } from 'maplibre-gl';</script>`,
			'MapLibre is touched in'
		],
		['routes/x.ts', `import 'maplibre-gl/dist/maplibre-gl.css';`, 'MapLibre is touched in lib/map only'],
		['routes/+page.server.ts', `import fs from 'fs/promises';`, 'fs is touched in lib/server']
	])('finds the fault of %s: %s', (path, text, fault) => {
		const faults = faultsOf([{ path, text }]);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toContain(fault);
	});

	it.each([
		['lib/base/x.ts', `import { y } from './y'; import pbf from 'pbf';`],
		[
			'lib/geodata/compile.ts',
			`import { z } from 'zod'; import './validate/problem'; import { x } from '../base/x';`
		],
		[
			'lib/words/x.ts',
			`import type { Name } from '$lib/geodata/vocabulary'; import './compiled/runtime.js';`
		],
		[
			'lib/server/geodata.ts',
			`import { readFileSync } from 'node:fs'; import { x } from '../geodata/validate';`
		],
		['lib/map/x.ts', `import { Map } from 'maplibre-gl'; import type { X } from '$lib/geodata/compile';`],
		['lib/map/x.ts', `import { hues } from '../geodata/recordWords';`],
		['lib/map/x.ts', `import { m } from '$lib/words'; import { directionOf } from '$lib/words/locale';`],
		['lib/view/x.ts', `import { m } from '$lib/words'; import { x } from '$lib/geodata/x';`],
		['lib/overlay/x.ts', `import type { X } from '$lib/map/x'; import { y } from '$lib/export/y';`],
		[
			'lib/features/a/x.ts',
			`import type { X } from '$lib/map/x'; import { y } from '$lib/view/y'; import './z';`
		],
		['routes/x.ts', `import { loadRecords } from '$lib/server/geodata'; import type { X } from './$types';`],
		['tools/check.ts', `import { readFileSync } from 'node:fs'; import { serve } from './serve';`]
	])('leaves %s in peace: %s', (path, text) => {
		expect(faultsOf([{ path, text }])).toEqual([]);
	});

	it('sees circles of any length, of types too', () => {
		const circles = circlesOf([
			{ path: 'lib/a.ts', text: `import { b } from './b';` },
			{ path: 'lib/b.ts', text: `import type { C } from './C.svelte';` },
			{ path: 'lib/C.svelte', text: `<p></p>{#await import('./a')}{/await}` },
			{ path: 'lib/d.ts', text: `import './a'; import './b';` }
		]);
		expect(circles).toEqual([['lib/a.ts', 'lib/b.ts', 'lib/C.svelte']]);
	});

	it.each([
		['lib/ui/X.svelte', `<button title="x">Words here</button>`, 'Words here'],
		['lib/view/x.ts', `const text = 'من';`, 'من'],
		['lib/export/x.ts', `const names = { en: 'Who', ar: '…' };`, 'a table by language: en, ar']
	])('sees what %s says', (path, text, phrase) => {
		expect(phrasesOf({ path, text })).toEqual([`${path}  ${phrase}`]);
	});

	it.each([
		[
			'lib/ui/X.svelte',
			`<script>const a = 'An error.';</script><p class="wide">{m.words()} · <code>npm run verify</code></p>`
		],
		['lib/words/x.ts', `const names = { en: 'Who', ar: 'من' };`],
		['lib/map/x.ts', `const name = { en: properties.name, ar: properties.name_ar };`]
	])('lets %s say %s', (path, text) => {
		expect(phrasesOf({ path, text })).toEqual([]);
	});
});
