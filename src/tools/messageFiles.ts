/** The files of messages: what they hold, what is wrong with them, and what a language lacks. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './command';
import { appLanguages } from './languages';

/** A message: a text, or one text for each form that the language has for a number. */
type Message = string | [{ declarations: string[]; selectors: string[]; match: Record<string, string> }];
export type Messages = Record<string, Message>;

/**
 * What is wrong with the messages of a language, compared with the base language, a line each: a message that is
 * empty or too many, other placeholders, or a plural form of the language that a message does not have.
 */
export function faultsOf(tag: string, own: Messages, base: Messages): string[] {
	const extra = Object.keys(own).filter((key) => !(key in base));
	return [
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

/** The forms of a message. */
export function textsOf(message: Message): string[] {
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

/**
 * The faults of some languages, the base language among them, and messages that nothing uses. What a language lacks is none:
 * `missingOf` has that. A file that cannot be read is a fault.
 */
export function faultsOfAll(tags = appLanguages()): string[] {
	const [baseTag] = appLanguages();
	try {
		const base = readMessages(baseTag!);
		return [
			...unusedOf(base, sources()).map((key) => `${baseTag}.json: “${key}” is used nowhere in src`),
			...[...new Set([baseTag!, ...tags])].flatMap((tag) => faultsOf(tag, readMessages(tag), base))
		];
	} catch (error) {
		return [(error as Error).message];
	}
}

/** The messages that the languages of a site lack, by tag; they are read in the base language. */
export function missingOf(tags: readonly string[]): Record<string, string[]> {
	const base = Object.keys(readMessages(appLanguages()[0]!));
	return Object.fromEntries(
		tags.map((tag) => {
			const own = readMessages(tag);
			return [tag, base.filter((key) => !(key in own))];
		})
	);
}

/** The messages of a language, as they are written. @throws Error where the file can't be read */
export function readMessages(tag: string): Messages {
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

/** The messages of a language, and where it has none those of the base language, for any number. */
export function withBase(own: Messages, base: Messages): Messages {
	const lacking = Object.entries(base).filter(([key]) => !(key in own));
	return { ...own, ...Object.fromEntries(lacking.map(([key, message]) => [key, forAnyNumber(message)])) };
}

/** Another language may ask for forms that this one has not: they get that of “other”. */
function forAnyNumber(message: Message): Message {
	if (typeof message === 'string') return message;
	const [{ match, ...rest }] = message;
	const all = Object.entries(match).map(([form, text]) => [form.replace(/=other$/, '=*'), text]);
	return [{ ...rest, match: Object.fromEntries(all) as Record<string, string> }];
}
