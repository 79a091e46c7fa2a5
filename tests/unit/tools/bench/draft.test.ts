import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { edtfFault } from '$lib/geodata/edtf';
import { loadRecords } from '$lib/server/geodata';
import { readParagraphs } from '../../../../src/tools/bench/draft/marked';
import { ownAlone, readKnowledge, withoutOwn } from '../../../../src/tools/bench/draft/knowledge';
import { measureParagraphs, type Measured } from '../../../../src/tools/bench/draft/paragraphs';
import { find, type Knowledge } from '../../../../src/lib/draft/suggest';
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

describe('the desk', () => {
	let knowledge: Knowledge;
	let measured: Record<'en' | 'ar', Measured>;
	beforeAll(() => {
		knowledge = readKnowledge();
		const of = (wanted: string) =>
			measureParagraphs(
				paragraphs.filter(({ language }) => language === wanted),
				knowledge
			);
		measured = { en: of('en'), ar: of('ar') };
	});

	it.each([
		['en', 'places', 0.85],
		['en', 'actors', 0.9],
		['en', 'dates', 0.95],
		['en', 'claims', 0.85],
		['en', 'who says it', 0.85],
		['ar', 'places', 0.8],
		['ar', 'actors', 0.9],
		['ar', 'dates', 0.9],
		['ar', 'claims', 0.85]
	] as const)('finds in %s the %s of the paragraphs as well as it did', (language, sort, least) => {
		// F1 with overlap
		expect(Number(cells(measured[language].counts[sort]).at(-1))).toBeGreaterThanOrEqual(least);
	});

	it('gives dates the value that they are labelled with, and places the right one first', () => {
		const { dates, places } = measured.en;
		expect(dates.right / dates.found).toBeGreaterThanOrEqual(0.9);
		expect(places.right / places.found).toBeGreaterThanOrEqual(0.75);
	});

	it('offers at most one sentence wrongly for two rightly', () => {
		const { offered } = measured.en;
		expect(offered.wrong / offered.right).toBeLessThanOrEqual(0.5);
	});

	it('is measured without the places of the data set, and with those alone', () => {
		const text = 'Troops left the airbase at Hmeimim for Nairobi on Monday.';
		const namesOf = (knowledge: Knowledge) =>
			find(text, null, knowledge).places.map(({ candidates: [first] }) => first?.id ?? first?.name);
		expect(namesOf(knowledge)).toEqual(['hmeimim', 'Nairobi']);
		expect(namesOf(withoutOwn(knowledge))).toContain('Nairobi');
		expect(namesOf(withoutOwn(knowledge))).not.toContain('hmeimim');
		expect(namesOf(ownAlone(knowledge))).toEqual(['hmeimim']);
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
