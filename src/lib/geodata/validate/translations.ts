/** Translations: every text of the records has one in each language, and none is left over. */
import { isDraft } from '../drafts';
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
		for (const { problem, isDraft } of missingIn(tag, texts, spoken)) if (!isDraft) yield problem;
		if (!complete) continue;
		for (const text of Object.keys(texts)) {
			if (spoken.has(text)) continue;
			const message = `no record says ${quoted(text)} any more`;
			const fix = 'remove it, or give it the sentence that stands in its place now';
			yield { file: translationsFile(tag), at: 'texts', message, fix };
		}
	}
}

/** What only drafts say, and is still to be translated. */
export function translationToDos(reading: Reading): Problem[] {
	const spoken = spokenIn(reading);
	return translated.flatMap((tag) =>
		[...missingIn(tag, reading.translations[tag] ?? {}, spoken)]
			.filter(({ isDraft }) => isDraft)
			.map(({ problem }) => problem)
	);
}

/** A text that stands in many records is one problem, at the first of them. */
function* missingIn(
	tag: Translated,
	texts: Record<string, string>,
	spoken: Map<string, Spot>
): Iterable<{ problem: Problem; isDraft: boolean }> {
	const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag);
	for (const [text, { isDraft, ...spot }] of spoken) {
		if (Object.hasOwn(texts, text)) continue;
		const fix = `add it to ${translationsFile(tag)}, under the exact words`;
		yield { problem: { ...spot, message: `${quoted(text)} has no ${name} translation`, fix }, isDraft };
	}
}

/** Where a text stands, and whether only drafts say it. */
type Spot = Pick<Problem, 'file' | 'at'> & { isDraft: boolean };

/** Every text that is translated, and where it stands first: in what is published, if it does there. */
function spokenIn(reading: Reading): Map<string, Spot> {
	const spoken = new Map<string, Spot>();
	const hear = (kind: TranslatableKind, located: readonly Located<object>[], inDraft = false) => {
		for (const { file, at: outer, record } of located) {
			const draft = inDraft || isDraft(record);
			for (const { at: inner, text } of textsOf(kind, record)) {
				const before = spoken.get(text);
				if (!before || (before.isDraft && !draft))
					spoken.set(text, { file, at: at(outer, inner), isDraft: draft });
			}
		}
	};
	hear('actor', reading.actors);
	// Sources that only drafts name are published with these, and not before.
	const named = (draft: boolean) =>
		new Set(
			reading.articles
				.filter(({ isDraft }) => isDraft === draft)
				.flatMap(({ head, reports }) => [
					...(head?.chain ?? []),
					...reports.flatMap(({ record }) => record.chain)
				])
		);
	const [byDrafts, byOthers] = [named(true), named(false)];
	for (const source of reading.sources) {
		const { id } = source.record;
		hear('source', [source], byDrafts.has(id) && !byOthers.has(id));
	}
	hear('place', reading.places);
	for (const article of reading.articles) {
		const { file, head, reports } = article;
		if (head) hear('article', [{ file, at: '', record: head }]);
		hear('report', reports, article.isDraft);
	}
	hear('reference', reading.references);
	if (reading.dataset) hear('dataset', [{ file: 'dataset.json', at: '', record: reading.dataset }]);
	if (reading.version) hear('version', [{ file: 'version.json', at: '', record: reading.version }]);
	hear('snapshot', reading.snapshots);
	return spoken;
}
