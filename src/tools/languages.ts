/**
 * The languages of the site: those of the interface that the data set names, in its order. `messages/` and
 * `src/lib/words/labels/` have the former, by `project.inlang/settings.json`; `dataset.json` has the latter.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../lib/geodata/datasetSchema';
import { fieldsOf, listIn } from '../lib/geodata/loose';
import { project } from './command';
import { datasetFields } from './datasetFile';
import { writeOutput } from './output';

interface Settings {
	baseLocale: string;
	locales: string[];
}

/** The languages that the interface has; the first is that in which a sentence is read that another lacks. */
export function appLanguages(): string[] {
	const { baseLocale, locales } = JSON.parse(
		readFileSync(join(project, 'project.inlang/settings.json'), 'utf8')
	) as Settings;
	return [baseLocale, ...locales.filter((tag) => tag !== baseLocale)];
}

/** Those that a data set names, the first that of its records; those of the interface where it can't be read. */
export function datasetLanguages(directory?: string): Language[] {
	const named = listIn(datasetFields(directory), 'languages').filter(
		(language): language is Language => typeof fieldsOf(language).tag === 'string'
	);
	if (named.length > 0) return named;
	return appLanguages().map((tag) => ({ tag }));
}

/** The tags of the site's pages; the first has addresses without a tag. English where the interface has none of them. */
export function siteLanguages(directory?: string): string[] {
	const has = appLanguages();
	const shown = datasetLanguages(directory).flatMap(({ tag }) => (has.includes(tag) ? [tag] : []));
	return shown.length > 0 ? shown : [has[0]!];
}

/** What Intl is asked for in each language of the interface where a data set says no more: browsers and Node need not agree. */
const usualIntl = (): Record<string, string> =>
	JSON.parse(readFileSync(join(project, 'src/lib/words/labels/intl.json'), 'utf8')) as Record<string, string>;

/** The tag that Intl is given for a language: with the region, the calendar and the digits that the data set names. */
export function intlTagOf(tag: string, directory?: string): string {
	const { region, calendar, digits } =
		datasetLanguages(directory).find((language) => language.tag === tag) ?? ({ tag } as Language);
	return new Intl.Locale(usualIntl()[tag] ?? tag, {
		...(region && { region }),
		...(calendar && { calendar }),
		...(digits && { numberingSystem: digits })
	}).toString();
}

/** The modules of `src/lib/words/languages` that say which languages there are, by their paths. */
export function languageModules(directory?: string): Record<string, string> {
	const all = appLanguages();
	const intlTags = Object.fromEntries(all.map((tag) => [tag, intlTagOf(tag, directory)]));
	return {
		'languages.ts': [
			`export type Locale = ${all.map((tag) => JSON.stringify(tag)).join(' | ')};`,
			'/** Those of the pages; the first has addresses without a tag. */',
			`export const locales: readonly Locale[] = ${JSON.stringify(siteLanguages(directory))};`,
			'/** Those of the data set, that of its records first; the interface may lack some. */',
			`export const recordLanguages: readonly string[] = ${JSON.stringify(datasetLanguages(directory).map(({ tag }) => tag))};`,
			'/** What Intl is asked for. */',
			`export const intlTags: Record<Locale, string> = ${JSON.stringify(intlTags)};`,
			''
		].join('\n'),
		...Object.fromEntries(
			['common', 'doubts', 'evidence', 'sourcing'].map((part) => [`${part}.ts`, labelsModule(part, all)])
		)
	};
}

/** A function that gives the labels of a language: written so that what a browser gets can do without the others. */
function labelsModule(part: string, [base, ...others]: readonly string[]): string {
	const name = (tag: string) => tag.replaceAll('-', '_');
	return [
		...[base!, ...others].map((tag) => `import { ${part} as ${name(tag)} } from '../labels/${tag}/${part}';`),
		`export const ${part} = (locale: string): typeof ${name(base!)} =>`,
		`\t${others.map((tag) => `locale === ${JSON.stringify(tag)} ? ${name(tag)} : `).join('')}${name(base!)};`,
		''
	].join('\n');
}

/** Writes them; what is right stays as it is, so that nothing is built anew for it. */
export function writeLanguages(): void {
	for (const [name, text] of Object.entries(languageModules())) {
		const path = join(project, 'src/lib/words/languages', name);
		try {
			if (readFileSync(path, 'utf8') === text) continue;
		} catch {
			mkdirSync(dirname(path), { recursive: true });
		}
		writeOutput(path, text, { isDerived: true });
	}
}
