/** A published record as a draft and back: what is not touched stays to the letter, what is touched changes alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftArticle } from '../../../src/lib/draft/article';
import { apply, blankReport, type Command } from '../../../src/lib/draft/commands';
import { differencesOf } from '../../../src/lib/draft/differences';
import { hashOf } from '../../../src/lib/draft/fitting';
import { draftOf } from '../../../src/lib/draft/fromRecord';
import { merge } from '../../../src/lib/draft/merge';
import { recordNow, recordsOf, type Known } from '../../../src/lib/draft/record';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { formatProblem, validate, type SourceFile } from '../../../src/lib/geodata/validate';
import { loadRecords } from '../../../src/lib/server/geodata';
import { laidOver, textsDirectory, validFiles } from '../records';
import { article as anyArticle, known, on } from './records';

const textOf = (id: string) => readFileSync(join(textsDirectory, `${id}.txt`), 'utf8');
const originOf = (article: ArticleRecord) => ({ article, places: [], actors: [], files: [] });
const draftOfPublished = (id: string, of: Known = known, text = textOf(id)): DraftArticle => {
	const record = of.articles.find((article) => article.id === id)!;
	return draftOf(originOf(record), text, new Map(of.places.map((place) => [place.id, place])));
};
const recordIn = (files: readonly SourceFile[], id: string) =>
	JSON.parse(files.find(({ path }) => path === `articles/${id}.json`)!.text) as ArticleRecord;
const published = (id: string) => known.articles.find((article) => article.id === id)!;

/** Gives the record of a draft, which is in order. */
function corrected(article: DraftArticle): ArticleRecord {
	const { files, faults } = recordsOf(article, known, on);
	expect(faults).toEqual([]);
	const { files: changed } = merge(validFiles, files, { replace: true });
	expect(validate(laidOver(validFiles, changed)).problems.map(formatProblem)).toEqual([]);
	return recordIn(files, article.head.id);
}

it('what the check refuses is said of the report that it is about, whatever its place in the record', () => {
	for (const { id: name } of known.articles) {
		const draft = draftOfPublished(name);
		for (const { id, when } of draft.reports.filter(({ decision }) => decision === 'accepted')) {
			const changes = { when: { ...when, inferred: 'from M\u0430y' } };
			const { faults } = recordsOf(apply(draft, { do: 'change', id, changes }), known, on);
			expect(faults.map((fault) => [fault.code, fault.id])).toEqual([['refused', id]]);
		}
	}
});

describe('a record that is opened and left as it is', () => {
	it.each(known.articles.map(({ id }) => id))('is the same: %s', (id) => {
		const draft = draftOfPublished(id);
		expect(JSON.stringify(corrected(draft))).toBe(JSON.stringify(published(id)));
		expect(differencesOf(published(id), recordNow(draft, known, on))).toEqual([]);
	});

	const texts = process.env.ARTICLES;
	it.skipIf(!texts)('is the same for the articles of the data set', () => {
		const records = loadRecords();
		const all = readdirSync(texts!).map((name) => readFileSync(join(texts!, name), 'utf8'));
		const byHash = new Map(all.map((text) => [hashOf(text), text]));
		const there = records.articles.filter(({ text }) => byHash.has(text.sha256));
		expect(there).not.toEqual([]);
		for (const record of there) {
			const text = byHash.get(record.text.sha256)!;
			const { files: made, faults } = recordsOf(draftOfPublished(record.id, records, text), records, on);
			expect(faults).toEqual([]);
			expect(JSON.stringify(recordIn(made, record.id))).toBe(JSON.stringify(record));
		}
	});

	it('is the same whatever was in the article', () => {
		let left = 0;
		fc.assert(
			fc.property(anyArticle, (article) => {
				const { files, faults } = recordsOf(article, known, on);
				if (faults.length > 0) return;
				left++;
				const origin = cameIn(files, article.head.id);
				const again = draftOf(origin, article.text, new Map(known.places.map((place) => [place.id, place])));
				const leaving = recordsOf(again, known, '2031-01-01');
				expect(leaving.faults).toEqual([]);
				const without = (all: readonly SourceFile[]) =>
					Object.fromEntries(
						all.flatMap(({ path, text }) => (path.startsWith('verified/') ? [] : [[path, JSON.parse(text)]]))
					) as object;
				expect(without(leaving.files)).toEqual(without(files));
			}),
			{ numRuns: 40 }
		);
		expect(left).toBeGreaterThan(5);
	});
});

/** Files of records as they come in again. */
function cameIn(files: readonly SourceFile[], id: string) {
	const under = <T>(folder: string) =>
		files.filter(({ path }) => path.startsWith(folder)).map(({ text }) => JSON.parse(text) as T);
	const actors = files.find(({ path }) => path === 'actors.json');
	return {
		article: recordIn(files, id),
		places: under<Known['places'][number]>('places/'),
		actors: actors ? (JSON.parse(actors.text) as { actors: Known['actors'][number][] }).actors : [],
		files: files.filter(({ path }) => !/^(?:articles|places|verified)\/|^actors/.test(path))
	};
}

describe('a correction', () => {
	const id = 'fixture-one';
	const draft = draftOfPublished(id);
	const done = (...commands: Command[]) => commands.reduce(apply, draft);
	const first = draft.reports.find(({ record }) => record === `${id}-1`)!;

	it('changes what was changed, and says so', () => {
		const when = { ...first.when, edtf: '2019' };
		const after = corrected(done({ do: 'change', id: first.id, changes: { when } }));
		const before = published(id);
		expect(after).toEqual({
			...before,
			recorded: on,
			reports: before.reports.map((report) =>
				report.id === first.record ? { ...report, when: { ...report.when, edtf: '2019' } } : report
			)
		});
		expect(differencesOf(before, after)).toMatchObject([
			{ report: first.record, what: 'changed', field: 'when', after: { edtf: '2019' } }
		]);
	});

	it('whatever is changed leaves all else to the letter, and is in order', () => {
		const before = published(id);
		const changes = fc.record(
			{
				summary: fc.constantFrom('Another sentence.', before.reports[0]!.summary),
				attribution: fc.constantFrom('attributed' as const, 'hearsay' as const),
				claim: fc.constantFrom('base' as const, 'storage' as const),
				when: fc.constant({ edtf: '2020', stated: 'then', inferred: null })
			},
			{ requiredKeys: [] }
		);
		const edits = fc.array(fc.tuple(fc.constantFrom(...draft.reports), changes), { maxLength: 4 });
		fc.assert(
			fc.property(edits, fc.constantFrom('Another', before.publisher.name), (edits, publisher) => {
				const after = corrected(
					done(
						{ do: 'describe', head: { publisher } },
						...edits.map(([report, changes]): Command => ({ do: 'change', id: report.id, changes }))
					)
				);
				const { reports, recorded, status } = after;
				expect(after).toEqual({
					...before,
					publisher: { ...before.publisher, name: publisher },
					...{ reports, recorded, ...(status && { status }) }
				});
				for (const report of before.reports) {
					const mine = edits.filter(([edited]) => edited.record === report.id);
					const fields = mine.map(([, changes]) => changes);
					const now = after.reports.find((other) => other.id === report.id);
					expect(now).toEqual(Object.assign({ ...report }, ...fields));
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('keeps what the desk has no input for where what is beside it changes', () => {
		const after = corrected(done({ do: 'describe', head: { publisher: 'Another', author: 'Somebody' } }));
		const before = published(id);
		expect(after.publisher).toEqual({ ...before.publisher, name: 'Another' });
		expect(after.author).toEqual({ ...before.author, name: 'Somebody' });
		expect(after.reports).toEqual(before.reports);
	});

	it('asks why a report is taken back, and keeps its address', () => {
		const taken = done({ do: 'decide', id: first.id, decision: 'rejected' });
		expect(recordsOf(taken, known, on).faults).toEqual([
			{ code: 'reason-missing-withdrawn', id: first.record }
		]);
		const after = recordNow(
			apply(taken, { do: 'withdraw', record: first.record!, reason: 'It was another place.' }),
			known,
			on
		) as unknown as ArticleRecord;
		const report = after.reports.find(({ id }) => id === first.record)!;
		expect(report.withdrawn).toEqual({ on, reason: 'It was another place.' });
		expect(differencesOf(published(id), after as never).map(({ what }) => what)).toEqual(['withdrawn']);
	});

	it('adds a report with a number of its own, in a passage of its own', () => {
		const start = draft.text.length - 40;
		const report = { ...blankReport({ start, end: start + 20 }), place: null };
		const after = recordNow(done({ do: 'report', report }), known, on) as unknown as ArticleRecord;
		const before = published(id);
		const added = after.reports.find((other) => !before.reports.some(({ id }) => id === other.id))!;
		expect(after.reports.filter((other) => other !== added)).toEqual(before.reports);
		expect(added.id).toBe(`${id}-${added.quotes[0]!.start}`);
		const passage = after.passages.find((other) => other.id === added.quotes[0]!.passage)!;
		expect(passage.start).toBeLessThanOrEqual(added.quotes[0]!.start);
		expect(after.passages.length).toBeGreaterThanOrEqual(before.passages.length);
	});

	it('quotes no more than may be quoted', () => {
		const report = { ...blankReport({ start: 0, end: draft.text.length - 1 }), place: null };
		const { faults } = recordsOf(done({ do: 'report', report: { ...report, when: first.when } }), known, on);
		expect(faults.map(({ code }) => code)).toContain('quote-long');
		const { actors, when } = first;
		const whole = [1, 2, 3, 4, 5].map((part): Command => {
			const start = Math.floor((draft.text.length * part) / 6);
			const quote = { start, end: start + 120 };
			return { do: 'report', report: { ...blankReport(quote), actors, when, place: null } };
		});
		expect(recordsOf(done(...whole), known, on).faults.map(({ code }) => code)).toContain('half-of-text');
	});

	it('is of its own article: another id is another record', () => {
		const other = done({ do: 'describe', head: { id: 'fixture-two' } });
		expect(recordsOf(other, known, on).faults).toContainEqual({ code: 'id-taken', id: null });
	});
});
