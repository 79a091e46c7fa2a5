/** Who recorded and who reviewed: the state, what pages and files get of it, and what `--strict` asks. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportsCsv } from '../../../src/lib/export/formats/csv';
import { reportFeatures } from '../../../src/lib/export/formats/geojson';
import { compile } from '../../../src/lib/geodata/compile';
import { isSamePerson, reviewState } from '../../../src/lib/geodata/review';
import type { ReportRecord } from '../../../src/lib/geodata/schema';
import { summariseReports } from '../../../src/lib/geodata/summaries';
import { validate } from '../../../src/lib/geodata/validate';
import { loadRecords } from '../../../src/lib/server/geodata';
import { facetsOf } from '../../../src/lib/view/facets';
import { describeReview } from '../../../src/lib/words/review';
import { check } from '../../../src/tools/check';
import { release } from '../../../src/tools/release';
import { laidOver, validDirectory, validFiles } from '../records';

const first = { name: 'A. B.', on: '2024-01-30' };
const second = { name: 'ج. د.', on: '2024-01-31' };
const path = 'articles/fixture-one.json';
const textWith = (signed: (report: ReportRecord, index: number) => object, dir = validDirectory) => {
	const article = JSON.parse(readFileSync(join(dir, path), 'utf8'));
	article.reports = article.reports.map((report: ReportRecord, index: number) => ({
		...report,
		...signed(report, index)
	}));
	return JSON.stringify(article, null, '\t');
};
const compiledWith = (signed: (report: ReportRecord, index: number) => object) => {
	const { problems, records } = validate(laidOver(validFiles, [{ path, text: textWith(signed) }]));
	expect(problems).toEqual([]);
	return compile(records!);
};

it('the state follows from who signed, and a draft is one whoever did', () => {
	expect(reviewState({}, false)).toBe('unsaid');
	expect(reviewState({ recordedBy: first }, false)).toBe('recorded');
	expect(reviewState({ recordedBy: first, reviewedBy: second }, false)).toBe('reviewed');
	expect(reviewState({ recordedBy: first, reviewedBy: second }, true)).toBe('draft');
});

it('a person is the same however the initials are written', () => {
	expect(isSamePerson('A. B.', 'ab')).toBe(true);
	expect(isSamePerson('José', 'JOSE')).toBe(true);
	expect(isSamePerson('A. B.', 'A. C.')).toBe(false);
});

it('records that name nobody have nothing of it on any page, and no filter', () => {
	const data = compile(loadRecords());
	expect(data.reports.some((report) => 'review' in report)).toBe(false);
	const summaries = summariseReports(data);
	expect(summaries.some((report) => 'review' in report)).toBe(false);
	expect(facetsOf(summaries, data).review).toEqual(['unsaid']);
});

it('what is signed is on pages, in files and a filter, in both languages', () => {
	const data = compiledWith((_, index) =>
		index === 0 ? { recordedBy: first, reviewedBy: second } : index === 1 ? { recordedBy: first } : {}
	);
	expect(data.reports.map(({ review }) => review?.state)).toEqual(
		expect.arrayContaining(['reviewed', 'recorded', undefined])
	);
	expect(facetsOf(summariseReports(data), data).review).toEqual(['reviewed', 'recorded', 'unsaid']);
	const { review } = data.reports.find(({ id }) => id === 'fixture-one-1')!;
	expect(describeReview(review!, 'en')).toBe(
		'Recorded by \u2068A. B.\u2069 on 30 January 2024. Reviewed by \u2068ج. د.\u2069, a second person, on 31 January 2024.'
	);
	expect(describeReview({ ...review!, reviewedBy: null }, 'ar')).toBe(
		'سُجّل على يد \u2068A. B.\u2069 في ٣٠ كانون الثاني ٢٠٢٤. لم يراجعه شخص ثانٍ بعد.'
	);
	const [header, ...rows] = reportsCsv(data, { origin: '', about: { languages: ['en', 'ar'] } })
		.trim()
		.split('\r\n');
	const names = 'review,recorded_by,recorded_on,reviewed_by,reviewed_on';
	expect(header).toContain(names);
	expect(rows.find((row) => row.startsWith('fixture-one-1,'))).toContain(
		',reviewed,A. B.,2024-01-30,ج. د.,2024-01-31,'
	);
	const features = reportFeatures(data, { origin: '', about: { languages: ['en', 'ar'] } }).features;
	expect(features.find(({ id }) => id === 'fixture-one-1')!.properties).toMatchObject({
		review: 'reviewed',
		recorded_by: 'A. B.',
		reviewed_on: '2024-01-31'
	});
});

it('a data set that asks for a second person passes the strict check and is released with one alone', async () => {
	const directory = mkdtempSync(join(tmpdir(), 'attested-review-'));
	try {
		cpSync(validDirectory, directory, { recursive: true });
		expect(check(directory, { strict: true }).passed).toBe(true);
		const dataset = JSON.parse(readFileSync(join(directory, 'dataset.json'), 'utf8'));
		writeFileSync(join(directory, 'dataset.json'), JSON.stringify({ ...dataset, review: 'second-person' }));
		const signAll = (signed: (report: ReportRecord, index: number) => object) => {
			for (const id of ['fixture-one', 'fixture-two']) {
				const file = join(directory, `articles/${id}.json`);
				const article = JSON.parse(readFileSync(file, 'utf8'));
				article.reports = article.reports.map((report: ReportRecord, index: number) => ({
					...report,
					...signed(report, index)
				}));
				writeFileSync(file, JSON.stringify(article));
			}
		};
		signAll((_, index) => ({ recordedBy: first, ...(index > 0 && { reviewedBy: second }) }));
		const { passed, lines } = check(directory, { strict: true });
		expect(passed).toBe(false);
		expect(lines.join('\n')).toContain('Not yet reviewed by a second person');
		expect(lines).toContain('articles/fixture-two.json  fixture-two-1');
		expect(check(directory).passed).toBe(true);
		const next = { version: '1.0.0', note: 'Made up for the tests.', released: '2026-01-01' };
		await expect(release(next, directory)).rejects.toThrow('Not yet reviewed by a second person');
		signAll(() => ({ reviewedBy: second }));
		expect(check(directory, { strict: true }).passed).toBe(true);
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
});
