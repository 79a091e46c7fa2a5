/** What the tests of the exports export: the real records, the fixtures, and the fixtures with any text in them. */
import { kindNames } from '../../../src/lib/words/kindNames';
import { aboutOf } from '../../../src/lib/geodata/about';
import { naughty } from '../../fixtures/naughty/naughty';
import fc from 'fast-check';
import { compile } from '../../../src/lib/geodata/compile';
import type { Dataset } from '../../../src/lib/geodata/views';
import { type Hue } from '../../../src/lib/geodata/vocabulary';
import { hues } from '../../../src/lib/geodata/recordWords';
import { loadRecords } from '../../../src/lib/server/geodata';
import type { KmlContext } from '../../../src/lib/export/formats/kml';
import { firstRecords, validDirectory } from '../records';

export const real = compile(loadRecords());
/** The articles of the first release alone. */
export const first = compile(firstRecords());
export const fixtures = compile(loadRecords(validDirectory));

export const context: KmlContext = {
	origin: 'https://attested.example',
	version: '1.2.3',
	about: aboutOf(loadRecords().dataset),
	kindNames: kindNames(),
	colours: Object.fromEntries(hues.map((hue, index) => [hue, `#0a1b${(index + 16).toString(16)}`])) as Record<
		Hue,
		string
	>
};

/** Strings that break software, as a person could put them into a record: with something in them to read. */
export const naughtyStrings = naughty.map((text) => text.trim()).filter((text) => text !== '');

/** Any text that a record could hold, and the naughty ones more often. */
export const anyText = fc
	.oneof(
		fc.constantFrom(...naughtyStrings),
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: 'binary' }),
		// What the formats give a meaning to.
		fc.string({
			unit: fc.constantFrom(...'\\{}~^#$%&_"\'`-=+@,;<>!?/ \t\r\n\u2028aé', '  - ', ']]>', 'ER', '\u0000')
		})
	)
	.map((text) => text.trim())
	.filter((text) => text !== '');

/** Runs a check with every naughty string, and then with this many others. */
export function forAnyText(check: (text: string) => void, others = 60): void {
	fc.assert(fc.property(anyText, check), {
		examples: naughtyStrings.map((text): [string] => [text]),
		numRuns: naughtyStrings.length + others
	});
}

/** Runs a check with some texts at a time, of which each has a site and an actor, until each text had its turn. */
export function forSitesOfAnyText(check: (data: Dataset) => void): void {
	const size = Math.min(fixtures.sites.length, fixtures.actors.length);
	const given = (texts: readonly string[]) => {
		const withOne = <View>(view: View, index: number) => replaced(view, texts[index % texts.length]!);
		return { ...fixtures, sites: fixtures.sites.map(withOne), actors: fixtures.actors.map(withOne) };
	};
	for (let from = 0; from < naughtyStrings.length; from += size)
		check(given(naughtyStrings.slice(from, from + size)));
	fc.assert(
		fc.property(fc.array(anyText, { minLength: size, maxLength: size }), (texts) => check(given(texts))),
		{ numRuns: 20 }
	);
}

const freeText = new Set([
	...['en', 'ar', 'summary', 'exact', 'reason', 'note', 'title', 'publisher', 'stated', 'inferred'],
	...['rights', 'aliases', 'chainNote', 'publisherNote', 'prefix', 'suffix']
]);

/** The fixtures with one text in every field that holds free text. */
export const withText = (text: string): Dataset => replaced(fixtures, text);

function replaced<Value>(given: Value, text: string): Value {
	const replace = (value: unknown, key: string): unknown => {
		if (typeof value === 'string') return freeText.has(key) ? text : value;
		if (Array.isArray(value)) return value.map((entry) => replace(entry, key));
		if (typeof value !== 'object' || value === null) return value;
		const entries = Object.entries(value).map(([inner, entry]) => {
			// The names of authors and of sources are plain strings; those of actors and places have two languages.
			return [inner, inner === 'name' && typeof entry === 'string' ? text : replace(entry, inner)];
		});
		return Object.fromEntries(entries);
	};
	return replace(given, '') as Value;
}
