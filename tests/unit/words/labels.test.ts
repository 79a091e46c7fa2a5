import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { labels } from '$lib/words';
import { doubtLabels } from '$lib/words/doubts';
import { evidenceLabels } from '$lib/words/evidence';
import { intlOf } from '$lib/words/numbers';
import { sourcingLabels } from '$lib/words/sourcing';
import { appLanguages } from '../../../src/tools/languages';
import type { Locale } from '$lib/words/locale';

/** Every label below a value, with its path. A phrase is written with a letter in its gaps. */
function textsOf(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value === 'function') return [[path, (value as (...gaps: string[]) => string)('x', 'y')]];
	return Object.entries(value as object).flatMap(([key, entry]) => textsOf(entry, `${path}.${key}`));
}

describe.each(appLanguages() as Locale[])('the labels in %s', (locale) => {
	const texts = [
		...textsOf(labels(locale)),
		...textsOf(doubtLabels(locale)),
		...textsOf(evidenceLabels(locale)),
		...textsOf(sourcingLabels(locale))
	];

	it('are there for all that English has one for, and none is empty', () => {
		const english = [
			...textsOf(labels('en')),
			...textsOf(doubtLabels('en')),
			...textsOf(evidenceLabels('en')),
			...textsOf(sourcingLabels('en'))
		];
		expect(texts.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
		expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
	});

	// Said by the one file from the other, both would stay in the scripts of every language.
	it('say the same of what is disputed in a list and in a note', () => {
		expect(labels(locale).disputed).toBe(doubtLabels(locale).caveatKinds.disputed);
	});

	it('ask Intl for a language that it has', () => {
		const intl = intlOf(locale);
		expect(Intl.DateTimeFormat.supportedLocalesOf(intl)).toEqual([intl]);
		expect(new Intl.Locale(intl).language).toBe(new Intl.Locale(locale).language);
	});
});

describe('a language', () => {
	it('has its words in words, apart from what searches and readers of files compare texts with', () => {
		const source = fileURLToPath(new URL('../../../src/', import.meta.url));
		const others = readdirSync(source, { recursive: true, encoding: 'utf8' })
			.map((path) => path.replaceAll('\\', '/'))
			.filter((path) => /\.(ts|svelte)$/.test(path))
			.filter(
				(path) =>
					!/^(lib\/(words\/|base\/|draft\/|overlay\/read\/|geodata\/schema|view\/search\.ts$|features\/explore\/findPlaces\.ts$)|tools\/(basemap\/names|bench\/(draft|many)|gazetteer))/.test(
						path
					)
			)
			.filter((path) => /\p{Script=Arabic}/u.test(readFileSync(source + path, 'utf8')));
		expect(others).toEqual([]);
	});
});
