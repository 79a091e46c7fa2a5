import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Gazetteer } from '../../../../src/lib/draft/gazetteer/gazetteer';
import type { Tagger } from '../../../../src/lib/draft/recognise/tagger';
import { findToponyms } from '../../../../src/lib/draft/recognise/toponyms';
import { smallGazetteer } from '../gazetteers';

/** A tagger that is told how sure it is of each word; of others it is sure that they are none. */
function taggerOf(sure: Record<string, number>): Tagger {
	return {
		firstNames: new Set<string>(),
		tag(tokens) {
			const toponyms = tokens.flatMap(({ text }, index) => {
				const score = sure[text] ?? 0.01;
				const goesOn = index > 0 && (sure[tokens[index - 1]!.text] ?? 0) > 0.5;
				return goesOn ? [1 - score, 0.1 * score, 0.9 * score] : [1 - score, 0.9 * score, 0.1 * score];
			});
			return { toponyms: Float32Array.from(toponyms), entities: new Float32Array(9 * tokens.length) };
		}
	};
}

const found = (text: string, sure: Record<string, number> = {}) =>
	findToponyms(text, smallGazetteer, taggerOf(sure)).toponyms.map(({ text: words, by }) => [words, by]);

it('takes what the tagger is sure of, whether it is known or not', () => {
	expect(found('a base near Wadi Foo.', { Wadi: 0.9, Foo: 0.9 })).toEqual([['Wadi Foo', 'tagger']]);
});

it('leaves signs at the ends of a name', () => {
	expect(found('in “Hama”', { '“': 0.9, Hama: 0.9, '”': 0.9 })).toEqual([['Hama', 'tagger']]);
	expect(found('in “”', { '“': 0.9, '”': 0.9 })).toEqual([]);
	expect(found('in .', { '.': 0.9 })).toEqual([]);
});

it('takes no first name or ordinary word for a well-known town', () => {
	const tagger = { ...taggerOf({ Boston: 0.4 }), firstNames: new Set(['boston']) };
	expect(findToponyms('x Boston', smallGazetteer, tagger).toponyms).toEqual([]);
	expect(found('x Boston', { Boston: 0.4 })).toEqual([['Boston', 'gazetteer']]);
	expect(found('x Central', { Central: 0.4 })).toEqual([]);
});

it('leaves what is written as no name', () => {
	expect(found('in eastern Hama', { eastern: 0.9 })).toEqual([]);
	expect(found('in hama', { hama: 0.9 })).toEqual([['hama', 'tagger']]);
	expect(found('to the Foo', { the: 0.9, Foo: 0.9 })).toEqual([['Foo', 'tagger']]);
	expect(found('to The Hague', { Hague: 0.9 })).toEqual([['The Hague', 'tagger']]);
	expect(found('to The Hague', { The: 0.9, Hague: 0.9 })).toEqual([['The Hague', 'tagger']]);
});

it('takes a well-known name of which the tagger is half sure, and no unknown one', () => {
	expect(found('x Hama', { Hama: 0.4 })).toEqual([['Hama', 'gazetteer']]);
	expect(found('x Syria', { Syria: 0.4 })).toEqual([['Syria', 'gazetteer']]);
	expect(found('x Masyaf', { Masyaf: 0.4 })).toEqual([]);
	expect(found('x Hama', { Hama: 0.2 })).toEqual([]);
});

it('takes the names of peoples', () => {
	expect(found('a Syrian officer')).toEqual([['Syrian', 'demonym']]);
	expect(found('a Syrian officer', { Syrian: 0.9 })).toEqual([['Syrian', 'demonym']]);
	expect(found('a syrian officer')).toEqual([]);
});

it('takes the same words elsewhere', () => {
	expect(found('Foo. The Foo x', { Foo: 0.9 })).toHaveLength(2);
	const unsure: Tagger = {
		firstNames: new Set<string>(),
		tag: (tokens) => ({
			entities: new Float32Array(),
			toponyms: Float32Array.from(tokens.flatMap((_, index) => (index === 0 ? [0.1, 0.9, 0] : [0.8, 0.2, 0])))
		})
	};
	expect(
		findToponyms('Foo x. A Foo', smallGazetteer, unsure).toponyms.map(({ start, by }) => [start, by])
	).toEqual([
		[0, 'tagger'],
		[9, 'repeat']
	]);
});

it('takes the longer names of own places, in small letters too, before the names in them', () => {
	const own: Gazetteer = {
		...smallGazetteer,
		place: (row) => ({ ...smallGazetteer.place(row % 100), ...(row >= 100 && { kind: 'own' }) }),
		candidates: (key) =>
			['naval base at hama', 'northeast syria', 'camp'].includes(key)
				? [{ place: 104, weight: 1 }]
				: smallGazetteer.candidates(key)
	};
	const spans = (text: string) =>
		findToponyms(text, own, taggerOf({ Hama: 0.9, Syria: 0.9 })).toponyms.map((toponym) => toponym.text);
	expect(spans('the naval base at Hama in Northeast Syria')).toEqual([
		'naval base at Hama',
		'Northeast Syria'
	]);
	expect(spans('a camp, a naval base. At Hama')).toEqual(['Hama']);
});

it('finds Arabic names, with the particles before them left out', () => {
	expect(found('زار دمشق')).toEqual([['دمشق', 'gazetteer']]);
	expect(found('وفي حلب وبدمشق')).toEqual([['دمشق', 'gazetteer']]);
	expect(found('قصف دير الزور أمس')).toEqual([['دير الزور', 'gazetteer']]);
});

it('gives for any text spans of it, in order, none over another', () => {
	const words = 'Hama Middle East Syrian the دمشق وبدمشق . \n - Tex. 😀 \ud800'.split(' ');
	const word = fc.constantFrom(...words);
	const scores = fc
		.array(fc.integer({ min: 0, max: 100 }), { minLength: words.length, maxLength: words.length })
		.map((numbers) => Object.fromEntries(numbers.map((percent, index) => [words[index]!, percent / 100])));
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.array(word, { maxLength: 40 }).map((some) => some.join(' '))
	);
	fc.assert(
		fc.property(text, scores, (any, sure) => {
			const { toponyms } = findToponyms(any, smallGazetteer, taggerOf(sure));
			let end = 0;
			const wrong = toponyms.filter(({ start, end: after, text: words, score }) => {
				const isRight = start >= end && after > start && any.slice(start, after) === words;
				end = after;
				return !isRight || !(score >= 0 && score <= 1);
			});
			expect(wrong).toEqual([]);
			expect(end).toBeLessThanOrEqual(any.length);
		})
	);
});

it('takes an Arabic adjective for the name of a people, and an everyday word for a town after “town” alone', () => {
	const arabic: Gazetteer = {
		...smallGazetteer,
		candidates: (key) => (key === 'المدينه' ? [{ place: 1, weight: 1 }] : smallGazetteer.candidates(key)),
		demonym: (key) => (key === 'سوريه' ? 0 : undefined)
	};
	const names = (text: string) =>
		findToponyms(text, arabic, taggerOf({})).toponyms.map(({ text: words, by }) => [words, by]);
	expect(names('طائرات سورية')).toEqual([['سورية', 'demonym']]);
	expect(names('عاد الهدوء إلى المدينة')).toEqual([]);
	expect(names('في مدينة المدينة')).toEqual([['المدينة', 'gazetteer']]);
});

it('takes an Arabic name that nobody knows after “the town of”, and no adjective', () => {
	expect(found('قصف بلدة كفرفو أمس')).toEqual([['كفرفو', 'introduced']]);
	expect(found('عبر معبر باب الفو إلى')).toEqual([['باب الفو', 'introduced']]);
	expect(found('في بلدة حدودية صغيرة')).toEqual([]);
	expect(found('في بلدة في الشمال')).toEqual([]);
	expect(found('خارج البلدة وقعت')).toEqual([]);
});
