/** What the check refuses is said at the desk in the language of the author. */
import { afterEach, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/words/compiled/runtime.js';
import type { DraftPlace } from '../../../../src/lib/draft/article';
import { recordsOf } from '../../../../src/lib/draft/record';
import { outFaultName } from '../../../../src/lib/features/desk/words';
import { articleOf, hill, known, on, reported } from '../../draft/records';

afterEach(() => overwriteGetLocale(() => 'en'));

const rest = ' Nobody said more about it on that day or on any other, though many were asked.'.repeat(4);

/** The sentences about an article whose place or head has a fault. */
function said(place: Partial<DraftPlace>, head: object = {}): string[] {
	const plain = articleOf(`Lemuria came. Its troops stand near the hill in the east.${rest}`);
	const article = reported(plain, 'troops stand near the hill', 'the hill');
	const { faults } = recordsOf(
		{ ...article, head: { ...article.head, ...head }, places: [{ ...hill, ...place }] },
		known,
		on
	);
	return faults.map((fault) => outFaultName(fault, fault.id === null ? '' : 'Zeta Hill'));
}

const precision = { where_prec: 3, radius_km: 15, reason: '' } as const;
const polygon = (coordinates: [number, number][][]) => ({ type: 'Polygon' as const, coordinates });
const cases: [string, Parameters<typeof said>, RegExp][] = [
	['an address', [{}, { url: 'nowhere' }], /^Write the whole address, with https/],
	['a language', [{}, { language: 'English' }], /^Say its language/],
	['a radius too large', [{ precision: { ...precision, radius_km: 900 } }], /Zeta Hill: it is more than 500/],
	['no radius', [{ precision: { ...precision, radius_km: null } }], /: say within how many kilometres/],
	['no position', [{ geometry: null }], /a place that is drawn needs a position/],
	['a country', [{ precision: { ...precision, where_prec: 6 } }], /where only the country is known/],
	['a ring too exact', [{ precision: { ...precision, where_prec: 1 } }], /is a point and no ring/],
	['another shape', [{ drawn: 'line' }], /its shape does not fit/],
	[
		'an outline',
		[
			{
				drawn: 'region',
				geometry: polygon([
					[
						[38, 35],
						[39, 35],
						[39, 36],
						[38, 36]
					]
				])
			}
		],
		/outline/
	],
	['two alphabets', [{ name: { en: 'Zet\u0430 Hill', ar: '' } }], /has letters of two alphabets/]
];

it.each(cases)('%s is said in English', (_, place, expected) => {
	expect(said(...place).join('\n')).toMatch(expected);
});

it.each(cases)('%s is said in Arabic, and in no English', (_, place) => {
	overwriteGetLocale(() => 'ar');
	const sentences = said(...place);
	expect(sentences.length).toBeGreaterThan(0);
	for (const sentence of sentences) {
		expect(sentence).toMatch(/\p{Script=Arabic}/u);
		// Names, words that are quoted and what is typed as it stands are left.
		expect(sentence.replace(/Zeta Hill|«[^»]*»|https?:|\b(en|ar)\b/g, '')).not.toMatch(/[a-z]{2}/i);
	}
});
