/**
 * Scripts with the words of one language each. The bundler makes one set for all languages, in which `ATTESTED_LANGUAGE`
 * stands for that of the page; once the site is built, each language gets its own copy of those that have words in them,
 * without the words of the others, and its pages name that copy.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minifySync, type Plugin } from 'vite';
import { compress } from './compress';
import { siteLanguages } from './languages';

const mark = 'ATTESTED_LANGUAGE';

/** What the labels that stand in files have at the end of their id. */
export const fileLabels = '?file';

/** Has messages and labels ask for the mark, in what the browser gets. */
export const languageMarked: Plugin = {
	name: 'language-marked',
	apply: 'build',
	enforce: 'pre',
	/** Files have English labels in every language: their own, so that pages in another need not have them. */
	async resolveId(source, importer, options) {
		if (options.ssr || !importer?.includes('/src/lib/export/') || !source.includes('/words/labels/')) return;
		const found = await this.resolve(source, importer, { ...options, skipSelf: true });
		return found && found.id + fileLabels;
	},
	transform(code, id, options) {
		if (options?.ssr || !/\/src\/lib\/words\/(compiled\/messages|languages)\//.test(id)) return;
		// The page of an address that nothing has says so in every language.
		const isInEvery = /\/messages\/not_found_\w+\.js$/.test(id);
		return { code: marked(code, isInEvery ? `options.locale ?? ${mark}` : mark), map: null };
	}
};

/** @throws Error where it asks for its language in another way */
function marked(code: string, asked: string): string {
	const changed = code
		.replaceAll('experimentalStaticLocale ?? options.locale ?? getLocale()', asked)
		.replaceAll(/\blocale === (?=")/g, asked === mark ? `${mark} === ` : '$&');
	if (/\bgetLocale\(\)/.test(changed))
		throw new Error(`${mark} does not fit what the messages are compiled to.`);
	return changed;
}

/** A script without the words of the other languages. */
export const inLanguage = (name: string, code: string, tag: string): string =>
	minifySync(name, code.replaceAll(mark, JSON.stringify(tag)), { module: true }).code;

/** The scripts that have words in them, and those that load them, and so on: each needs a copy for each language. */
export function wordy(scripts: ReadonlyMap<string, string>): Set<string> {
	const found = new Set([...scripts].filter(([, code]) => code.includes(mark)).map(([name]) => name));
	for (let before = -1; found.size > before;) {
		before = found.size;
		const names = namesIn(found);
		for (const [name, code] of scripts) if (names.test(code)) found.add(name);
	}
	return found;
}

/** Finds the names of scripts in code and in markup. */
const namesIn = (names: Iterable<string>, flags = '') =>
	new RegExp(
		`(?<=[/"'\`,])(${[...names].map((name) => name.replaceAll(/[.$]/g, '\\$&')).join('|')})(?=["'\`,])`,
		flags
	);

/** The same text with the names of a language's own scripts. */
export function naming(text: string, names: ReadonlySet<string>, tag: string): string {
	return names.size === 0 ? text : text.replace(namesIn(names, 'g'), (name) => nameIn(name, tag));
}

const nameIn = (name: string, tag: string) => name.replace(/\.js$/, `.${tag}.js`);

/** A page with the scripts of its language, and the hash of the one that is written into it in its policy. */
export function pageIn(html: string, names: ReadonlySet<string>, tag: string): string {
	const changed = naming(html, names, tag);
	if (changed === html) return html;
	const script = (text: string) => /<script>([\s\S]*?)<\/script>/.exec(text)?.[1];
	const [before, after] = [script(html), script(changed)];
	if (before === undefined || after === undefined) return changed;
	return changed.replace(hashOf(before), hashOf(after));
}

const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** Gives each language of a built site its own scripts, compressed forms included. */
export function splitLanguages(directory: string, tags = siteLanguages()): void {
	const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) =>
		join(directory, name)
	);
	const paths = files.filter((path) =>
		/[\\/]_app[\\/]immutable[\\/](chunks|entry|nodes)[\\/].*\.js$/.test(path)
	);
	const scripts = new Map(paths.map((path) => [basename(path), readFileSync(path, 'utf8')]));
	const names = wordy(scripts);
	for (const path of paths.filter((path) => names.has(basename(path)))) {
		const name = basename(path);
		for (const tag of tags) {
			const own = naming(inLanguage(name, scripts.get(name)!, tag), names, tag);
			write(nameIn(path, tag), own, existsSync(`${path}.gz`));
		}
		for (const ending of ['', '.gz', '.br']) rmSync(path + ending, { force: true });
	}
	for (const path of files.filter((path) => path.endsWith('.html'))) {
		const html = readFileSync(path, 'utf8');
		const tag = /<html lang="([\w-]+)"/.exec(html)?.[1];
		if (tag !== undefined) write(path, pageIn(html, names, tag), existsSync(`${path}.gz`));
	}
}

function write(path: string, text: string, isCompressed: boolean): void {
	writeFileSync(path, text);
	if (isCompressed) compress(path);
}
