/** The words of a record and of a draft in a text that has changed: found again, or told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/lib/draft/commands';
import { fittingText, hashOf } from '../../../src/lib/draft/fitting';
import { followDraft, followRecord } from '../../../src/lib/draft/follow';
import { draftOf } from '../../../src/lib/draft/fromRecord';
import { historyOf, perform, undo } from '../../../src/lib/draft/history';
import { merge } from '../../../src/lib/draft/merge';
import { recordNow, recordsOf } from '../../../src/lib/draft/record';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { formatProblem, validate } from '../../../src/lib/geodata/validate';
import { laidOver, textsDirectory, validFiles } from '../records';
import { article as anyArticle, known, on } from './records';

const text = readFileSync(join(textsDirectory, 'fixture-one.txt'), 'utf8');
const record = known.articles.find(({ id }) => id === 'fixture-one')!;
const origin = { article: record, places: [], actors: [], files: [] };
const places = new Map(known.places.map((place) => [place.id, place]));
const draft = draftOf(origin, text, places);
const kinds = (quotes: ReturnType<typeof followRecord>['quotes']) => quotes.map(({ anchor }) => anchor.kind);

/** Whether every word of a record stands where it says. */
function agrees(article: ArticleRecord, text: string): void {
	for (const passage of article.passages) {
		expect(text.slice(passage.start, passage.end)).toBe(passage.text);
		for (const { start, end, exact } of passage.mentions) expect(text.slice(start, end)).toBe(exact);
	}
	for (const quote of article.reports.flatMap(({ quotes }) => quotes)) {
		expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
		const passage = article.passages.find(({ id }) => id === quote.passage)!;
		expect(passage.start <= quote.start && quote.end <= passage.end).toBe(true);
	}
}

describe('a record in a text', () => {
	it('is the same where the text is the same', () => {
		const followed = followRecord(record, text);
		expect(followed).toMatchObject({ isSame: true, record });
		expect(new Set(kinds(followed.quotes))).toEqual(new Set(['exact']));
	});

	it('is put right where its offsets are not those of the text, whatever hash it has', () => {
		const shifted = { ...record, passages: record.passages.map((passage) => ({ ...passage, start: 1e6 })) };
		const { record: mended } = followRecord(shifted, text);
		agrees(mended, text);
		expect(mended.passages.map(({ text }) => text)).toEqual(record.passages.map(({ text }) => text));
	});

	it('moves with what was put before it, and leaves in order', () => {
		const newer = `UPDATED ON TUESDAY.\n\n${text}`;
		const { record: moved } = followRecord(record, newer);
		expect(moved.text).toEqual({ sha256: hashOf(newer), length: newer.length });
		agrees(moved, newer);
		const again = draftOf({ ...origin, article: moved }, newer, places);
		const { files, faults } = recordsOf(again, known, on);
		expect(faults).toEqual([]);
		const { files: changed } = merge(validFiles, files, { replace: true });
		expect(validate(laidOver(validFiles, changed)).problems.map(formatProblem)).toEqual([]);
		expect(files.map(({ path }) => path)).toContain('verified/fixture-one.json');
	});

	it('has the words of now where they were changed, and loses what was taken out', () => {
		const newer = text
			.replace('The navy of Atlantis runs a base in', 'The navy of Atlantis long ran a large base in')
			.replace(/On 3 May 2021 aircraft[^.]*\./, '');
		const { record: changed, quotes } = followRecord(record, newer);
		expect(kinds(quotes)).toContain('missing');
		expect(quotes.find(({ anchor }) => 'difference' in anchor)!.exact).toContain('runs a base');
		agrees(changed, newer);
		expect(changed.reports.length).toBeLessThan(record.reports.length);
		expect(changed.reports[0]!.quotes[0]!.exact).toContain('long ran a large base');
	});
});

describe('a newer text of a draft', () => {
	const newer = `A line before it.\n${text.replace('on Monday', 'on Tuesday')}`;

	it('is one step, with all marks and reports at their words', () => {
		const { command } = followDraft(draft, newer);
		const before = historyOf(draft);
		const after = perform(before, command);
		expect(after.article.text).toBe(newer);
		expect(after.article.reports.map(({ quote }) => newer.slice(quote.start, quote.end))).toEqual(
			draft.reports.map(({ quote }) => text.slice(quote.start, quote.end))
		);
		expect(after.article.marks.map(({ start, end }) => newer.slice(start, end))).toEqual(
			draft.marks.map(({ start, end }) => text.slice(start, end))
		);
		expect(undo(after).article).toEqual(draft);
	});

	it('changes nothing of the record but where its words stand', () => {
		const after = apply(draft, followDraft(draft, newer).command);
		const now = recordNow(after, known, on) as unknown as ArticleRecord;
		agrees(now, newer);
		const still = ({ id, place, summary, claim, actors, when }: ArticleRecord['reports'][number]) => ({
			...{ id, place, summary, claim, actors, when }
		});
		expect(now.reports.map(still)).toEqual(record.reports.map(still));
	});

	it('drops reports whose words are gone, and can be undone', () => {
		const { command, quotes } = followDraft(draft, 'Nothing of it is left in here.');
		expect(new Set(quotes.map(({ anchor }) => anchor.kind))).toEqual(new Set(['missing']));
		const after = perform(historyOf(draft), command);
		expect(after.article.reports).toEqual([]);
		expect(undo(after).article).toEqual(draft);
	});

	it('whatever was marked and whatever was put in: what is left stands in the text', () => {
		const piece = fc.constantFrom('', 'New words. ', '\r\n', '🚀', 'الجديد ', 'e\u0301 ');
		fc.assert(
			fc.property(anyArticle, piece, fc.nat(), (article, inserted, at) => {
				const place = at % (article.text.length + 1);
				const newer = article.text.slice(0, place) + inserted + article.text.slice(place);
				const after = apply(article, followDraft(article, newer).command);
				expect(after.text).toBe(newer);
				for (const { start, end } of [...after.marks, ...after.reports.map(({ quote }) => quote)])
					expect(0 <= start && start < end && end <= newer.length).toBe(true);
				for (const { place } of after.reports)
					expect(place === null || after.marks.some(({ id }) => id === place)).toBe(true);
			}),
			{ numRuns: 25 }
		);
	});
});

describe('the text that a record was made from', () => {
	it.each([
		['as it is', (text: string) => text],
		['with the line ends of a text field', (text: string) => text.replaceAll('\r\n', '\n')],
		['without the line end at its end', (text: string) => text.trimEnd()]
	])('is known %s', (_, change) => {
		const original = 'One line.\r\nAnother.\r\n';
		expect(fittingText(change(original), hashOf(original))).toBe(original);
		expect(fittingText(`${change(original)} More.`, hashOf(original))).toBeNull();
	});
});
