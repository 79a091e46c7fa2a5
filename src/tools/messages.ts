/**
 * The messages of every language: compiles them, and says whether they are whole. Where a message is missing the
 * compiler puts the English one; here that is a fault, and the build stops at it.
 */
import { compile, type CompilerOptions } from '@inlang/paraglide-js';
import fs, { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isCommand, project } from './command';
import { geodataDirectory } from '../lib/server/geodata';
import { withDataset, withYears, yearsOfArticles } from './messageRecords';

/**
 * The files as the compiler reads them: messages with what the data set says of itself in them. As parts of the sentences they
 * weigh nothing in the first scripts of a page.
 */
const files = {
	...fs,
	promises: {
		...fs.promises,
		readFile: async (path: string, options?: Parameters<typeof fs.promises.readFile>[1]) => {
			const content = await fs.promises.readFile(path, options);
			const tag = /^messages[\\/]([\w-]+)\.json$/.exec(relative(project, resolve(path)))?.[1];
			if (tag === undefined) return content;
			const directory = geodataDirectory();
			const dated = withYears(content.toString(), yearsOfArticles(join(directory, 'articles')), tag);
			const text = withDataset(dated, directory, tag);
			return typeof content === 'string' ? text : Buffer.from(text);
		}
	}
};

/**
 * How messages are compiled, for the build and for `npm run messages`. In a browser the language is that of the
 * document (src/lib/words/runtime.ts); on the server each page has its own (src/hooks.server.ts).
 */
export const compiling: CompilerOptions = {
	fs: files,
	project: join(project, 'project.inlang'),
	outdir: join(project, 'src/lib/words/compiled'),
	strategy: ['globalVariable', 'baseLocale'],
	isServer: 'import.meta.env.SSR',
	emitReadme: false
};

/** A message: a text, or one text for each form that the language has for a number. */
type Message = string | [{ declarations: string[]; selectors: string[]; match: Record<string, string> }];
export type Messages = Record<string, Message>;

/**
 * What is wrong with the messages of a language, compared with the base language, a line each: a message that is
 * missing, empty or too many, other placeholders, or a plural form of the language that a message does not have.
 */
export function faultsOf(tag: string, own: Messages, base: Messages): string[] {
	const missing = Object.keys(base).filter((key) => !(key in own));
	const extra = Object.keys(own).filter((key) => !(key in base));
	return [
		...missing.map((key) => `${tag}.json: “${key}” is missing`),
		...extra.map((key) => `${tag}.json: “${key}” is not in the base language`),
		...Object.entries(own).flatMap(([key, message]) => {
			const faults = [
				...faultsOfForms(tag, message),
				...(key in base ? faultsOfInputs(message, base[key]!) : [])
			];
			return faults.map((fault) => `${tag}.json: “${key}” ${fault}`);
		})
	];
}

function textsOf(message: Message): string[] {
	return typeof message === 'string' ? [message] : Object.values(message[0].match);
}

function faultsOfForms(tag: string, message: Message): string[] {
	if (textsOf(message).some((text) => text.trim() === '')) return ['is empty'];
	if (typeof message === 'string') return [];
	const found = new Set(Object.keys(message[0].match).map((form) => form.replace(/^.*=/, '')));
	if (found.has('*')) return [];
	const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
	return forms.filter((form) => !found.has(form)).map((form) => `has no form for “${form}”`);
}

function faultsOfInputs(own: Message, base: Message): string[] {
	const [ours, theirs] = [inputsOf(own), inputsOf(base)];
	return [
		...[...theirs].filter((input) => !ours.has(input)).map((input) => `leaves {${input}} out`),
		...[...ours]
			.filter((input) => !theirs.has(input))
			.map((input) => `asks for {${input}}, which nobody gives`)
	];
}

/** What a message asks for. A form for one or two may do without the number. */
function inputsOf(message: Message): Set<string> {
	const used = textsOf(message).flatMap((text) =>
		[...text.matchAll(/\{(\w+)\}/g)].map(([, input]) => input!)
	);
	const declared =
		typeof message === 'string'
			? []
			: message[0].declarations.filter((line) => line.startsWith('input ')).map((line) => line.slice(6));
	return new Set([...used, ...declared]);
}

/** The faults of all languages of `project.inlang/settings.json`, and messages that nothing uses. A file that cannot be read is a fault. */
export function faultsOfAll(): string[] {
	const { baseLocale, locales } = JSON.parse(
		readFileSync(join(project, 'project.inlang/settings.json'), 'utf8')
	) as { baseLocale: string; locales: string[] };
	try {
		const base = read(baseLocale);
		return [
			...unusedOf(base, sources()).map((key) => `${baseLocale}.json: “${key}” is used nowhere in src`),
			...locales.flatMap((tag) => faultsOf(tag, read(tag), base))
		];
	} catch (error) {
		return [(error as Error).message];
	}
}

function read(tag: string): Messages {
	const messages = JSON.parse(readFileSync(join(project, `messages/${tag}.json`), 'utf8'));
	delete messages.$schema;
	return messages as Messages;
}

/** The keys of messages that no source calls as `m.key`. */
export function unusedOf(messages: Messages, sources: readonly string[]): string[] {
	const used = new Set(sources.flatMap((text) => [...text.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key)));
	return Object.keys(messages).filter((key) => !used.has(key));
}

function sources(): string[] {
	const directory = join(project, 'src');
	return readdirSync(directory, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(ts|svelte)$/.test(path))
		.map((path) => readFileSync(join(directory, path), 'utf8'));
}

if (isCommand(import.meta.url)) await compile(compiling);
