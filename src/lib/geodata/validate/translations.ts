/**
 * Translations: what each text of the records says in the other languages of the data set. One that is missing is to do,
 * and no fault; one that is left over, or of a language that no page has, is a fault.
 */
import { isDraft } from '../drafts';
import { languageName } from '../names';
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
	const languages = reading.dataset?.languages.map(({ tag }) => tag);
	for (const [tag, texts] of Object.entries(reading.translations)) {
		const file = translationsFile(tag);
		if (languages && !languages.slice(1).includes(tag)) {
			const message =
				tag === languages[0]
					? `the records are written in ${languageName(tag)}`
					: `dataset.json does not have ${languageName(tag)} among its languages`;
			const fix = tag === languages[0] ? 'remove this file' : `add “${tag}” there, or remove this file`;
			yield { file, at: '', message, fix };
		} else if (texts !== null && complete)
			for (const text of Object.keys(texts)) {
				if (spoken.has(text)) continue;
				const message = `no record says ${quoted(text)} any more`;
				const fix = 'remove it, or give it the sentence that stands in its place now';
				yield { file, at: 'texts', message, fix };
			}
	}
}

/** What only drafts say, and is still to be translated. */
export const translationToDos = (reading: Reading): Problem[] =>
	[...missingIn(reading)].filter(({ isDraft }) => isDraft).map(({ problem }) => problem);

/** What is published and not translated: it is read in the language of the records. */
export function untranslatedTexts(reading: Reading): Problem[] {
	return [...missingIn(reading)].filter(({ isDraft }) => !isDraft).map(({ problem }) => problem);
}

/** A text that stands in many records is one problem, at the first of them; a language that has none is one as well. */
function* missingIn(reading: Reading): Iterable<{ problem: Problem; isDraft: boolean }> {
	const spoken = spokenIn(reading);
	for (const { tag } of reading.dataset?.languages.slice(1) ?? []) {
		const file = translationsFile(tag);
		const texts = reading.translations[tag];
		if (texts === null) continue;
		if (texts === undefined) {
			const published = [...spoken.values()].filter(({ isDraft }) => !isDraft).length;
			const message = `this file is missing, and ${published} sentences have no ${languageName(tag)} translation`;
			yield { problem: { file, at: '', message, fix: 'add it, with license and texts' }, isDraft: false };
			continue;
		}
		for (const [text, { isDraft, ...spot }] of spoken) {
			if (Object.hasOwn(texts, text)) continue;
			const fix = `add it to ${file}, under the exact words`;
			const message = `${quoted(text)} has no ${languageName(tag)} translation`;
			yield { problem: { ...spot, message, fix }, isDraft };
		}
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
