import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edtfFault } from '$lib/geodata/edtf';
import { loadRecords } from '$lib/server/geodata';
import { readParagraphs } from '../../../../src/tools/bench/draft/marked';
import { recognise } from '../../../../src/tools/bench/draft/recognise';
import { cells, count, none } from '../../../../src/tools/bench/draft/score';

const folder = new URL('../../../fixtures/draft/', import.meta.url);
const paragraphs = readdirSync(folder)
	.filter((name) => name.endsWith('.txt'))
	.flatMap((name) => readParagraphs(readFileSync(new URL(name, folder), 'utf8')));

describe('the made-up paragraphs', () => {
	it('are at least sixty, of five regions and more, ten in Arabic, a third held back', () => {
		expect(paragraphs.length).toBeGreaterThanOrEqual(60);
		expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length);
		expect(new Set(paragraphs.map(({ region }) => region)).size).toBeGreaterThan(5);
		expect(paragraphs.filter(({ language }) => language === 'ar').length).toBeGreaterThanOrEqual(10);
		expect(paragraphs.filter(({ isHeld }) => isHeld).length).toBeGreaterThanOrEqual(paragraphs.length / 3);
	});

	it.each(paragraphs.map((paragraph) => [paragraph.id, paragraph] as const))(
		'%s is labelled by the rules',
		(_, paragraph) => {
			const { text, places, mentions, actors, dates, claims, sources } = paragraph;
			const ids = new Set(loadRecords().actors.map(({ id }) => id));
			for (const { edtf } of dates) expect(edtfFault(edtf)).toBeNull();
			for (const { actor } of actors) if (actor !== null) expect(ids).toContain(actor);
			for (const { latitude, longitude } of places) {
				expect(Math.abs(latitude ?? 0)).toBeLessThanOrEqual(90);
				expect(Math.abs(longitude ?? 0)).toBeLessThanOrEqual(180);
			}
			for (const { precision } of mentions) expect([1, 2, 3, 4, 5, 6, 7]).toContain(precision);
			for (const span of [...places, ...mentions, ...actors, ...dates, ...claims, ...sources]) {
				const words = text.slice(span.start, span.end);
				expect(words).toBe(words.trim());
				expect(words).not.toBe('');
			}
			// A claim is a sentence, and what is marked alone does not overlap.
			for (const { start, end } of claims)
				expect(text.slice(start, end)).toMatch(/^[\p{Lu}\p{Script=Arabic}].*[.!؟?]$/su);
			for (const spans of [places, mentions, actors, dates, claims])
				for (const [index, { start }] of spans.entries())
					if (index > 0) expect(start).toBeGreaterThanOrEqual(spans[index - 1]!.end);
			for (const { start, end } of mentions)
				expect(places.some((place) => start <= place.start && place.end <= end)).toBe(true);
		}
	);

	it.each([
		['# no heading', 'is no heading'],
		['# a-1 en 2024-03-05\n[Hama|place]', 'is no label'],
		['# a-1 en 2024-03-05\n[Hama|claim nonsense]', 'is no label'],
		['# a-1 en 2024-03-05\n[Hama', 'is not closed'],
		['# a-1 en 2024-03-05\n[Hama]', 'has no label'],
		['# a-1 en 2024-03-05\nHama|place SY]', 'outside of a mark']
	])('are refused where they are not of the format: %s', (file, message) => {
		expect(() => readParagraphs(file)).toThrow(message);
	});

	it('are read with marks inside marks', () => {
		const [paragraph] = readParagraphs(
			'# a-1 en 2024-03-05\nA [base near [Hama|place SY 35.13,36.75]|around near 5].'
		);
		expect(paragraph!.text).toBe('A base near Hama.');
		expect(paragraph!.mentions).toEqual([{ start: 2, end: 16, relation: 'near', precision: 5 }]);
		expect(paragraph!.places[0]).toMatchObject({
			start: 12,
			end: 16,
			country: 'SY',
			latitude: 35.13,
			longitude: 36.75
		});
	});
});

describe('the recogniser', () => {
	/** F1 with overlap, over all paragraphs. */
	function f1(sort: 'actors' | 'dates' | 'claims' | 'sources'): number {
		const counts = none();
		for (const paragraph of paragraphs) {
			const named = paragraph.places.map((place) => ({ ...place, isWide: false }));
			const found = recognise(paragraph.text, paragraph.published, named);
			const all = { ...found, sources: found.attributions.map(({ source }) => source) };
			count(counts, paragraph[sort], all[sort]);
		}
		return Number(cells(counts).at(-1));
	}

	it.each([
		['actors', 0.85],
		['dates', 0.9],
		['claims', 0.85],
		['sources', 0.75]
	] as const)('finds %s of the paragraphs as well as it did', (sort, least) => {
		expect(f1(sort)).toBeGreaterThanOrEqual(least);
	});

	it('gives dates the value that they are labelled with, but for one in ten', () => {
		const labelled = paragraphs.flatMap(({ text, published, dates }) => {
			const found = recognise(text, published, []).dates;
			return dates.map(({ start, end, edtf }) =>
				found.some((date) => date.start < end && start < date.end && date.edtf === edtf)
			);
		});
		expect(labelled.filter(Boolean).length / labelled.length).toBeGreaterThanOrEqual(0.9);
	});
});

it('counts strict and overlapping spans', () => {
	const counts = none();
	count(
		counts,
		[
			{ start: 0, end: 4 },
			{ start: 10, end: 14 }
		],
		[
			{ start: 0, end: 4 },
			{ start: 9, end: 12 },
			{ start: 20, end: 21 }
		]
	);
	expect(cells(counts)).toEqual(['2', '0.33', '0.50', '0.40', '0.67', '1.00', '0.80']);
});
