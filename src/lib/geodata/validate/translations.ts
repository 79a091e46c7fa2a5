/** Translations: every text of the records has one in each language, and none is left over. */
import { translated } from '../schema';
import type { Translated } from '../schema';
import { textsOf } from '../translate';
import type { TranslatableKind } from '../translate';
import { at, quoted } from './problem';
import type { Problem } from './problem';
import { translationsFile } from './reading';
import type { Located, Reading } from './reading';

/**
 * @param complete whether all that the records say is known: where a record is missing or has a fault, a text that
 * nothing says may well be meant for it
 */
export function* checkTranslations(reading: Reading, complete: boolean): Iterable<Problem> {
	const spoken = spokenIn(reading);
	for (const tag of translated) {
		const texts = reading.translations[tag];
		if (texts === null) continue;
		yield* checkMissing(tag, texts, spoken);
		if (!complete) continue;
		for (const text of Object.keys(texts)) {
			if (spoken.has(text)) continue;
			const message = `no record says ${quoted(text)} any more`;
			const fix = 'remove it, or give it the sentence that stands in its place now';
			yield { file: translationsFile(tag), at: 'texts', message, fix };
		}
	}
}

/** A text that stands in many records is one problem, at the first of them. */
function* checkMissing(
	tag: Translated,
	texts: Record<string, string>,
	spoken: Map<string, Spot>
): Iterable<Problem> {
	const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag);
	for (const [text, spot] of spoken) {
		if (Object.hasOwn(texts, text)) continue;
		const fix = `add it to ${translationsFile(tag)}, under the exact words`;
		yield { ...spot, message: `${quoted(text)} has no ${name} translation`, fix };
	}
}

type Spot = Pick<Problem, 'file' | 'at'>;

/** Every text that is translated, and where it stands first. */
function spokenIn(reading: Reading): Map<string, Spot> {
	const spoken = new Map<string, Spot>();
	const hear = (kind: TranslatableKind, located: readonly Located<object>[]) => {
		for (const { file, at: outer, record } of located) {
			for (const { at: inner, text } of textsOf(kind, record)) {
				if (!spoken.has(text)) spoken.set(text, { file, at: at(outer, inner) });
			}
		}
	};
	hear('actor', reading.actors);
	hear('source', reading.sources);
	hear('place', reading.places);
	for (const { file, head, reports } of reading.articles) {
		if (head) hear('article', [{ file, at: '', record: head }]);
		hear('report', reports);
	}
	hear('reference', reading.references);
	if (reading.version) hear('version', [{ file: 'version.json', at: '', record: reading.version }]);
	hear('snapshot', reading.snapshots);
	return spoken;
}
