/** The rules of the house: who may import what. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Import {
	/** As written: './schema', '$lib/view/state', 'zod'. */
	from: string;
	typesOnly: boolean;
}

/** A module of `src`, its path relative to `src`. */
interface Module {
	path: string;
	text: string;
}

/** All imports of a module: static, dynamic and `import()` types, re-exports, of .svelte files those of their scripts. */
function importsOf({ path, text }: Module): Import[] {
	const found: Import[] = [];
	for (const script of scriptsOf(path, text)) {
		const visit = (node: ts.Node): void => {
			if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
			else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
				add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause));
			} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
				add(node.argument.literal, true);
			else if (ts.isCallExpression(node) && isModuleCall(node) && node.arguments[0])
				add(node.arguments[0], false);
			ts.forEachChild(node, visit);
		};
		const add = (from: ts.Node, typesOnly: boolean) => {
			if (ts.isStringLiteralLike(from)) found.push({ from: from.text, typesOnly });
		};
		visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS));
	}
	return found;
}

function scriptsOf(path: string, text: string): string[] {
	if (!path.endsWith('.svelte')) return [text];
	return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	return !clause.name && allTypes(clause.namedBindings);
}

function allTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
	if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
	return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function isModuleCall(node: ts.CallExpression): boolean {
	const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
	return isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** The path below `src` of an import of ours, without its ending; null for a package. */
function ours(module: Module, { from }: Import): string | null {
	const bare = from.replace(/\?.*$/, '');
	if (bare.startsWith('.')) return normalize(join(dirname(module.path), bare));
	if (bare === '$lib' || bare.startsWith('$lib/')) return bare.replace('$lib', 'lib');
	if (bare.startsWith('/src')) return bare.slice('/src'.length);
	return null;
}

const rooms = [
	'lib/base',
	'lib/geodata',
	'lib/words',
	'lib/server',
	'lib/map',
	'lib/view',
	'lib/export',
	'lib/offline',
	'lib/overlay',
	'lib/ui',
	'lib/features',
	'routes',
	'tools'
];

function roomOf(path: string): string {
	return rooms.find((room) => path === room || path.startsWith(`${room}/`)) ?? 'elsewhere';
}

/** Tables and the writing of values: all that the map and the components may take besides types. */
const tables = [
	'lib/geodata/vocabulary',
	'lib/geodata/dates',
	'lib/geodata/precision',
	'lib/map/style/signs'
];

/** What is wrong with one import, or null. */
function broken(module: Module, found: Import): string | null {
	const room = roomOf(module.path);
	const target = ours(module, found);
	if (target === null) return brokenPackage(room, found.from);
	const to = roomOf(target);
	if (to === room) return null;
	if (to === 'lib/base') return null;
	if (to === 'routes') return 'nobody imports routes';
	if (to === 'tools') return 'only the tools import tools';
	if (to === 'lib/server' && room !== 'routes' && room !== 'tools')
		return 'only routes and tools import lib/server';
	const isTable = tables.includes(target.replace(/\.(ts|js)$/, ''));
	switch (room) {
		case 'lib/base':
			return 'lib/base imports nothing of ours';
		case 'lib/geodata':
			return 'lib/geodata imports nothing of ours outside it';
		case 'lib/words':
			// Which languages there are stands in the settings of their compiler alone.
			return (to === 'lib/geodata' && (found.typesOnly || isTable)) ||
				found.from.endsWith('project.inlang/settings.json')
				? null
				: 'lib/words takes only types of lib/geodata';
		case 'lib/view':
			return to === 'lib/geodata' || to === 'lib/words'
				? null
				: 'lib/view imports only lib/geodata and lib/words';
		case 'lib/server':
		case 'lib/export':
			return to === 'lib/geodata' || to === 'lib/words'
				? null
				: `${room} imports only lib/geodata and lib/words`;
		case 'lib/offline':
			return 'lib/offline imports nothing of ours outside it';
		case 'lib/overlay':
			return to === 'lib/geodata' ||
				to === 'lib/export' ||
				to === 'lib/words' ||
				(to === 'lib/map' && found.typesOnly)
				? null
				: 'lib/overlay imports only lib/geodata, lib/export, lib/words and types of lib/map';
		case 'lib/map':
			return to !== 'lib/geodata' || found.typesOnly || isTable
				? null
				: 'lib/map takes only types of lib/geodata';
		case 'lib/ui':
		case 'lib/features':
			if (to === 'lib/map')
				return found.typesOnly || isTable ? null : 'lib/features takes only types of lib/map';
			if (to === 'lib/geodata') {
				return found.typesOnly || isTable ? null : 'lib/features takes only types of lib/geodata';
			}
	}
	return null;
}

function brokenPackage(room: string, from: string): string | null {
	const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0];
	// The bench measures our map beside a bare one.
	if (name === 'maplibre-gl' && room !== 'lib/map' && room !== 'tools')
		return 'MapLibre is touched in lib/map only';
	const isFiles = /^(node:)?fs(\/promises)?$/.test(from);
	if (isFiles && room !== 'lib/server' && room !== 'tools')
		return 'fs is touched in lib/server and the tools only';
	const isFramework = name === 'svelte' || name === '@sveltejs/kit' || from.startsWith('$');
	if (isFramework && room === 'lib/geodata') return 'lib/geodata knows no Svelte';
	return null;
}

function faultsOf(modules: Module[]): string[] {
	return modules.flatMap((module) =>
		importsOf(module).flatMap((found) => {
			const fault = broken(module, found);
			return fault ? [`${module.path}  ${found.from}  ${fault}`] : [];
		})
	);
}

const source = fileURLToPath(new URL('../../../src/', import.meta.url));
const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => /\.(ts|js|svelte)$/.test(path))
	.map((path) => ({ path, text: readFileSync(source + path, 'utf8') }));

describe('the rules of the house', () => {
	it('are kept', () => {
		expect(faultsOf(modules)).toEqual([]);
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
		[
			'lib/geodata/compile.ts',
			`import { x } from '../view/state';`,
			'lib/geodata imports nothing of ours outside it'
		],
		['lib/geodata/compile.ts', `import type { X } from '$lib/map/x';`, 'lib/geodata imports nothing of ours'],
		['lib/geodata/compile.ts', `import { readFileSync } from 'node:fs';`, 'fs is touched in lib/server'],
		['lib/geodata/compile.ts', `import { tick } from 'svelte';`, 'lib/geodata knows no Svelte'],
		['lib/geodata/compile.ts', `import { base } from '$app/paths';`, 'lib/geodata knows no Svelte'],
		['lib/server/geodata.ts', `import { x } from '../view/state';`, 'lib/server imports only lib/geodata'],
		['lib/view/state.ts', `import { x } from '$lib/map/x';`, 'lib/view imports only lib/geodata'],
		['lib/export/csv.ts', `import { x } from '$lib/view/x';`, 'lib/export imports only lib/geodata'],
		[
			'lib/overlay/x.ts',
			`import { x } from '$lib/view/x';`,
			'lib/overlay imports only lib/geodata, lib/export'
		],
		['lib/geodata/dates.ts', `import { m } from '$lib/words';`, 'lib/geodata imports nothing of ours'],
		[
			'lib/words/index.ts',
			`import { originsOf } from '$lib/geodata/origins';`,
			'lib/words takes only types of lib/geodata'
		],
		['lib/offline/parcel.ts', `import { m } from '$lib/words';`, 'lib/offline imports nothing of ours'],
		['lib/export/csv.ts', `export { x } from '../features/x';`, 'lib/export imports only lib/geodata'],
		[
			'lib/map/x.ts',
			`import { compile } from '../geodata/compile';`,
			'lib/map takes only types of lib/geodata'
		],
		['lib/map/x.ts', `import { x } from '$lib/server/geodata';`, 'only routes and tools import lib/server'],
		['lib/map/x.ts', `import '../../routes/+layout';`, 'nobody imports routes'],
		['lib/view/x.ts', `import { check } from '../../tools/check';`, 'only the tools import tools'],
		[
			'lib/features/x.ts',
			`import { validate } from '$lib/geodata/validate';`,
			'takes only types of lib/geodata'
		],
		['lib/features/x.ts', `const { x } = await import('$lib/map/x');`, 'takes only types of lib/map'],
		[
			'lib/features/X.svelte',
			`<script>import { Map } from 'maplibre-gl';</script>`,
			'MapLibre is touched in lib/map'
		],
		['routes/x.ts', `import 'maplibre-gl/dist/maplibre-gl.css';`, 'MapLibre is touched in lib/map only'],
		['routes/+page.server.ts', `import fs from 'fs/promises';`, 'fs is touched in lib/server']
	])('finds the fault of %s: %s', (path, text, fault) => {
		const faults = faultsOf([{ path, text }]);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toContain(fault);
	});

	it.each([
		['lib/geodata/compile.ts', `import { z } from 'zod'; import './validate/problem';`],
		[
			'lib/server/geodata.ts',
			`import { readFileSync } from 'node:fs'; import { validate } from '../geodata/validate';`
		],
		['lib/map/x.ts', `import { Map } from 'maplibre-gl'; import type { X } from '$lib/geodata/compile';`],
		['lib/map/x.ts', `import { hues } from '../geodata/vocabulary';`],
		['lib/map/x.ts', `import { m } from '$lib/words'; import { directionOf } from '$lib/words/locale';`],
		['lib/view/x.ts', `import { m } from '$lib/words'; import { x } from '$lib/geodata/x';`],
		[
			'lib/words/index.ts',
			`import type { Name } from '$lib/geodata/schema'; import './compiled/runtime.js';`
		],
		['lib/features/x.ts', `import { describeWhen } from '$lib/words/when';`],
		['lib/features/x.ts', `import type { X } from '$lib/map/x'; import { y } from '$lib/view/y';`],
		['routes/x.ts', `import { loadRecords } from '$lib/server/geodata'; import type { X } from './$types';`],
		['tools/check.ts', `import { readFileSync } from 'node:fs'; import { serve } from './serve';`]
	])('leaves %s in peace: %s', (path, text) => {
		expect(faultsOf([{ path, text }])).toEqual([]);
	});
});
