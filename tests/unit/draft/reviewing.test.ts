/** Who recorded and who reviewed, through the desk: kept to the letter, signed by who changes, reviewed by another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apply, blankReport, type Command } from '../../../src/lib/draft/commands';
import { differencesOf } from '../../../src/lib/draft/differences';
import { draftOf } from '../../../src/lib/draft/fromRecord';
import { merge } from '../../../src/lib/draft/merge';
import { recordNow, recordsOf, type Known } from '../../../src/lib/draft/record';
import { reviewing, reviewOf } from '../../../src/lib/draft/reviewing';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { formatProblem, validate } from '../../../src/lib/geodata/validate';

import { laidOver, textsDirectory, validFiles } from '../records';
import { known, on } from './records';

const id = 'fixture-one';
const path = `articles/${id}.json`;
const recordedBy = { name: 'A. B.', on: '2024-01-30' };
const reviewedBy = { name: 'C. D.', on: '2024-01-31' };

/** The article whose first report was recorded and reviewed, whose second was recorded, and whose others name nobody. */
const published: ArticleRecord = (() => {
	const article = known.articles.find((other) => other.id === id)!;
	const signed = [{ recordedBy, reviewedBy }, { recordedBy }];
	return {
		...article,
		reports: article.reports.map((report, index) => ({ ...report, ...(signed[index] ?? {}) }))
	};
})();
const of: Known = {
	...known,
	articles: [published, ...known.articles.filter((other) => other.id !== id)]
};
const draft = draftOf(
	{ article: published, places: [], actors: [], files: [] },
	readFileSync(join(textsDirectory, `${id}.txt`), 'utf8'),
	new Map(known.places.map((place) => [place.id, place]))
);
const [first, second, third] = published.reports.map((report) =>
	draft.reports.find(({ record }) => record === report.id)!
) as [(typeof draft.reports)[0], (typeof draft.reports)[0], (typeof draft.reports)[0] | undefined];
const done = (...commands: Command[]) => commands.reduce(apply, draft);
const change = (report: { id: string }): Command => ({
	do: 'change',
	id: report.id,
	changes: { when: { edtf: '2019', stated: 'then', inferred: null } }
});

/** The reports of a draft that leaves, which is in order. */
function leaving(article: typeof draft, by = ''): ArticleRecord['reports'] {
	const { files, faults } = recordsOf(article, of, on, by);
	expect(faults).toEqual([]);
	const before = laidOver(validFiles, [{ path, text: JSON.stringify(published) }]);
	const { files: changed } = merge(before, files, { replace: true });
	expect(validate(laidOver(before, changed)).problems.map(formatProblem)).toEqual([]);
	return (JSON.parse(files.find((file) => file.path === path)!.text) as ArticleRecord).reports;
}

describe('an article that is opened again', () => {
	it('keeps who recorded and who reviewed to the letter, whoever opens it', () => {
		for (const by of ['', 'E. F.']) expect(leaving(draft, by)).toEqual(published.reports);
	});

	it('names who changes a report, takes its review away, and leaves the others', () => {
		const after = leaving(done(change(first)), 'E. F.');
		expect(after[0]).toMatchObject({ recordedBy: { name: 'E. F.', on } });
		expect(after[0]).not.toHaveProperty('reviewedBy');
		expect(after.slice(1)).toEqual(published.reports.slice(1));
	});

	it('asks who changes what somebody recorded', () => {
		const { faults } = recordsOf(done(change(first)), of, on);
		expect(faults).toEqual([{ code: 'recorder-missing', id: first.id }]);
	});

	it('names who adds a report, and nobody where that is not said', () => {
		const { start } = published.passages[0]!;
		const report = { ...blankReport({ start, end: start + 20 }), place: null };
		const { actors, when } = first;
		const article = done({ do: 'report', report: { ...report, actors, when, claim: 'meeting' } });
		const added = (by: string) => {
			const { files, faults } = recordsOf(article, of, on, by);
			expect(faults).toEqual([]);
			const text = files.find((file) => file.path === path)!.text;
			const { reports } = JSON.parse(text) as ArticleRecord;
			return reports.find((report) => !published.reports.some((other) => other.id === report.id))!;
		};
		expect(added('E. F.').recordedBy).toEqual({ name: 'E. F.', on });
		expect(added('')).not.toHaveProperty('recordedBy');
	});
});

describe('a review', () => {
	const review = (report: typeof first, name: string, article = draft) =>
		reviewOf(article, report, name)?.state ?? null;

	it('is for a second person, of what somebody recorded, as it was recorded', () => {
		expect(review(second, 'E. F.')).toBe('open');
		expect(review(second, '')).toBe('unnamed');
		expect(review(second, 'ab')).toBe('own');
		expect(review(first, 'E. F.')).toBe('reviewed');
		if (third) expect(review(third, 'E. F.')).toBeNull();
		const changed = done(change(second));
		expect(
			review(
				changed.reports.find(({ record }) => record === second.record)!,
				'E. F.',
				changed
			)
		).toBe('changed');
		expect(reviewing(draft, second, 'ab', on)).toBeNull();
	});

	it('leaves with the record, is told as a change of it, and can be taken back', () => {
		const reviewed = done(reviewing(draft, second, ' E. F. ', on)!);
		expect(review(second, 'E. F.', reviewed)).toBe('mine');
		const after = leaving(reviewed, 'E. F.');
		expect(after[1]).toEqual({ ...published.reports[1], reviewedBy: { name: 'E. F.', on } });
		expect(after[0]).toEqual(published.reports[0]);
		expect(differencesOf(published, recordNow(reviewed, of, on))).toMatchObject([
			{ report: second.record, field: 'review', after: { name: 'E. F.' } }
		]);
		const back = apply(reviewed, reviewing(reviewed, second, 'E. F.', on)!);
		expect(leaving(back)).toEqual(published.reports);
	});

	it('is gone once what was reviewed is changed', () => {
		const reviewed = done(reviewing(draft, second, 'E. F.', on)!, change(second));
		expect(leaving(reviewed, 'E. F.')[1]).not.toHaveProperty('reviewedBy');
	});
});
