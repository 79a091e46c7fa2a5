import { expect, it } from 'vitest';
import type { Gazetteer } from '../../../../src/lib/draft/gazetteer/gazetteer';
import { augmented, randomFrom } from '../../../../src/tools/train/augment';
import type { CorpusDocument } from '../../../../src/tools/train/corpora';
import { smallGazetteer } from '../../draft/gazetteers';

/** The small gazetteer, which says where it ends. */
const gazetteer: Gazetteer = {
	...smallGazetteer,
	place(row) {
		const place = smallGazetteer.place(row);
		if (!place) throw new RangeError('no such row');
		return place;
	}
};

const text = 'Ali left Masyaf in Syria for Masyaf.';
const spanOf = (words: string, from = 0) => ({
	start: text.indexOf(words, from),
	end: text.indexOf(words, from) + words.length
});
const document: CorpusDocument = {
	id: 'a',
	source: 're3d',
	text,
	spans: [
		{ ...spanOf('Ali'), kind: 'PER' },
		{ ...spanOf('Masyaf'), kind: 'LOC' },
		{ ...spanOf('Syria'), kind: 'LOC' },
		{ ...spanOf('Masyaf', 20), kind: 'LOC' }
	]
};

it('puts another town for each of the same name, and leaves countries and persons', () => {
	const copies = Array.from(
		{ length: 30 },
		(_, seed) => augmented([document], gazetteer, randomFrom(seed))[0]!
	);
	const towns = new Set<string>();
	for (const copy of copies) {
		const [person, town, country, again] = copy.spans.map(({ start, end }) =>
			copy.text.slice(start, end).toLowerCase()
		);
		expect([person, country]).toEqual(['ali', 'syria']);
		expect(again).toBe(town);
		towns.add(town!);
	}
	expect(towns.size).toBeGreaterThan(2);
	expect(copies.some((copy) => copy.text === copy.text.toUpperCase())).toBe(true);
	expect(copies[0]).toEqual(augmented([document], gazetteer, randomFrom(0))[0]);
});

it('copies no tweets', () => {
	expect(augmented([{ ...document, source: 'btc' }], gazetteer, randomFrom(1))).toEqual([]);
});
