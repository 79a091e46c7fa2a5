import fc from 'fast-check';
import { expect, it } from 'vitest';
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
});

it('takes a well-known name of which the tagger is half sure, and no unknown one', () => {
	expect(found('x Hama', { Hama: 0.3 })).toEqual([['Hama', 'gazetteer']]);
	expect(found('x Syria', { Syria: 0.3 })).toEqual([['Syria', 'gazetteer']]);
	expect(found('x Masyaf', { Masyaf: 0.3 })).toEqual([]);
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
			toponyms: Float32Array.from(tokens.flatMap((_, index) => (index === 0 ? [0.1, 0.9, 0] : [0.9, 0.1, 0])))
		})
	};
	expect(
		findToponyms('Foo x. A Foo', smallGazetteer, unsure).toponyms.map(({ start, by }) => [start, by])
	).toEqual([
		[0, 'tagger'],
		[9, 'repeat']
	]);
});

it('finds Arabic names, with the particles before them left out', () => {
	expect(found('زار دمشق')).toEqual([['دمشق', 'gazetteer']]);
	expect(found('وفي حلب وبدمشق')).toEqual([['دمشق', 'gazetteer']]);
	expect(found('قصف دير الزور أمس')).toEqual([['دير الزور', 'gazetteer']]);
});

it('gives for any text spans of it, in order, none over another', () => {
	const word = fc.constantFrom(
		'Hama',
		'Middle',
		'East',
		'Syrian',
		'the',
		'دمشق',
		'وبدمشق',
		'.',
		'\n',
		'-',
		'Tex.',
		'😀',
		'\ud800'
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
	);
	fc.assert(
		fc.property(text, fc.dictionary(word, fc.double({ min: 0, max: 1, noNaN: true })), (any, sure) => {
			const { toponyms } = findToponyms(any, smallGazetteer, taggerOf(sure));
			let end = 0;
			for (const toponym of toponyms) {
				expect(toponym.start).toBeGreaterThanOrEqual(end);
				expect(toponym.end).toBeGreaterThan(toponym.start);
				expect(any.slice(toponym.start, toponym.end)).toBe(toponym.text);
				expect(toponym.score).toBeGreaterThanOrEqual(0);
				expect(toponym.score).toBeLessThanOrEqual(1);
				end = toponym.end;
			}
			expect(end).toBeLessThanOrEqual(any.length);
		})
	);
});
