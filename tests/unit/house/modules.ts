/** The modules of `src` and what each imports, read from their text. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A module of `src`, its path relative to `src`. */
export interface Module {
	path: string;
	text: string;
}

export interface Import {
	/** As written: './schema', '$lib/view/state', 'zod'. */
	from: string;
	typesOnly: boolean;
	/** It comes when it is needed, by `import()`. */
	isLazy?: true;
}

const source = fileURLToPath(new URL('../../../src/', import.meta.url));

/** All modules of the project, without what is compiled. */
export function modulesOfProject(): Module[] {
	return readdirSync(source, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => /\.(ts|js|svelte)$/.test(path) && !/^lib\/words\/(compiled|languages)\//.test(path))
		.sort()
		.map((path) => ({ path, text: readFileSync(source + path, 'utf8') }));
}

/**
 * All imports of a module: static, dynamic and `import()` types, re-exports; of a component those of its scripts and
 * the dynamic ones of its markup.
 */
export function importsOf(module: Module): Import[] {
	const known = knownImports.get(module);
	if (known) return known;
	const found: Import[] = [];
	knownImports.set(module, found);
	for (const script of scriptsOf(module)) {
		const visit = (node: ts.Node): void => {
			if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
			else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
				add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause));
			} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
				add(node.argument.literal, true);
			else if (ts.isCallExpression(node) && isModuleCall(node) && node.arguments[0])
				add(node.arguments[0], false, true);
			ts.forEachChild(node, visit);
		};
		const add = (from: ts.Node, typesOnly: boolean, isLazy = false) => {
			if (ts.isStringLiteralLike(from))
				found.push({ from: from.text, typesOnly, ...(isLazy && { isLazy: true as const }) });
		};
		visit(script);
	}
	return found;
}

// Several rules ask for the same: to read all modules takes longer than all else of them.
const knownImports = new WeakMap<Module, Import[]>();
const knownScripts = new WeakMap<Module, ts.SourceFile[]>();

/** The scripts of a module as TypeScript reads them. */
export function scriptsOf(module: Module): ts.SourceFile[] {
	const known = knownScripts.get(module);
	if (known) return known;
	const { path, text } = module;
	const scripts = textsOf(path, text).map((script) =>
		ts.createSourceFile(path, script, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS)
	);
	knownScripts.set(module, scripts);
	return scripts;
}

const scriptElement = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/** The text itself; of a component its scripts, and the imports that its markup makes when they are needed. */
function textsOf(path: string, text: string): string[] {
	if (!path.endsWith('.svelte')) return [text];
	const scripts = [...text.matchAll(scriptElement)].map(([, script]) => script ?? '');
	const lazy = text.replaceAll(scriptElement, '').match(/import\('[^']+'\)/g) ?? [];
	return [...scripts, lazy.join(';\n')];
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

/** The path below `src` of an import of ours, as written, without what a bundler is asked for; null for a package. */
export function ours(module: Module, { from }: Import): string | null {
	const bare = from.replace(/\?.*$/, '');
	if (bare.startsWith('.')) return normalize(join(dirname(module.path), bare));
	if (bare === '$lib' || bare.startsWith('$lib/')) return bare.replace('$lib', 'lib');
	if (bare.startsWith('/src/')) return bare.slice('/src/'.length);
	return null;
}

/**
 * The circles of imports among modules, types included: each a list of paths, of which each imports the next and the
 * last the first.
 */
export function circlesOf(modules: Module[]): string[][] {
	const resolve = resolver(modules);
	const graph = new Map(
		modules.map((module) => {
			const targets = importsOf(module).map((found) => resolve(ours(module, found) ?? ''));
			return [module.path, [...new Set(targets.filter((target) => target !== undefined))]] as const;
		})
	);
	const circles: string[][] = [];
	const done = new Set<string>();
	const walk = (path: string, trail: string[]): void => {
		const start = trail.indexOf(path);
		if (start >= 0) circles.push(trail.slice(start));
		if (start >= 0 || done.has(path)) return;
		for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
		done.add(path);
	};
	for (const path of graph.keys()) walk(path, []);
	return circles;
}

/** The module that a path names, which may lack its ending. */
function resolver(modules: Module[]): (path: string) => string | undefined {
	const known = new Set(modules.map(({ path }) => path));
	return (path) =>
		[path, `${path}.ts`, `${path}.js`, `${path}.svelte`, `${path}/index.ts`].find((each) => known.has(each));
}

/** What a browser fetches with some modules: their paths, and those of all that they import at once; packages by name. */
export function fetchedWith(modules: Module[], paths: readonly string[]): Set<string> {
	const resolve = resolver(modules);
	const byPath = new Map(modules.map((module) => [module.path, module]));
	const fetched = new Set<string>();
	const visit = (path: string): void => {
		const module = byPath.get(path);
		if (fetched.has(path) || !module) return;
		fetched.add(path);
		for (const found of importsOf(module)) {
			if (found.typesOnly || found.isLazy) continue;
			const target = ours(module, found);
			if (target === null) fetched.add(found.from);
			else visit(resolve(target) ?? target);
		}
	};
	paths.forEach(visit);
	return fetched;
}
