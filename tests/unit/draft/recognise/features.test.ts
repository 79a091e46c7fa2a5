import { expect, it } from 'vitest';
import { featureCount, featuresOf, Names } from '../../../../src/lib/draft/recognise/features';
import { sentencesOf, tokensOf } from '../../../../src/lib/draft/text';
import { smallGazetteer } from '../gazetteers';

const namesIn = (text: string) => new Names(tokensOf(text), smallGazetteer);
const at = (text: string, index = 0) => {
	const names = namesIn(text);
	return names
		.at(index, names.tokens.length)
		.map(({ from, to, ...what }) => [from, to, what.demonym, what.isAbbreviation]);
};

/** The bits of a word, by number. */
function bitsOf(text: string, word: string): number[] {
	const tokens = tokensOf(text);
	const features = featuresOf(
		new Names(tokens, smallGazetteer),
		sentencesOf(text, tokens),
		new Set(['hassan'])
	);
	const bits = features[tokens.findLastIndex((token) => token.text === word)]!;
	return Array.from({ length: featureCount }, (_, bit) => bit).filter((bit) => (bits >>> bit) & 1);
}

it('finds names of the gazetteer, the longest first', () => {
	expect(at('Middle East')).toEqual([[0, 2, undefined, false]]);
	expect(at('Hama')).toEqual([[0, 1, undefined, false]]);
	expect(at('Syrians')).toEqual([[0, 1, 0, false]]);
	expect(at('Tex.')).toEqual([[0, 1, undefined, true]]);
	expect(at('hama')).toEqual([]);
	expect(at('Middle of the East')).toEqual([]);
});

it('joins words over a hyphen that has no spaces', () => {
	expect(at('Middle-East')).toEqual([[0, 3, undefined, false]]);
	expect(at('Middle - East')).toEqual([]);
});

it('tells the kinds of places that a name may mean', () => {
	// A division, and a town of less than half a million people.
	expect(bitsOf('x Hama', 'Hama')).toEqual([2, 5]);
	expect(bitsOf('x Damascus', 'Damascus')).toEqual([4]);
	expect(bitsOf('x Syria', 'Syria')).toEqual([0]);
	expect(bitsOf('x Syrian', 'Syrian')).toEqual([8]);
	expect(bitsOf('x TX', 'TX')).toEqual([10]);
	// The second word of a region.
	expect(bitsOf('x Middle East', 'East')).toEqual([11 + 1]);
});

it('tells what the rest of the text says of a word', () => {
	expect(bitsOf('x Hassan', 'Hassan')).toEqual([22]);
	expect(bitsOf('a base. x Base', 'Base')).toEqual([23]);
	expect(bitsOf('x Homs y. x Homs', 'Homs')).toEqual([24]);
	expect(bitsOf('Troops Leave The City Now', 'City')).toEqual([25]);
	expect(bitsOf('x y. Troops went', 'Troops')).toEqual([26]);
	expect(bitsOf('x (Y', 'Y')).toEqual([27]);
});
