/** The weights and the gazetteer as they are shipped, on sentences that were written for this. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Gazetteer } from '../../../src/lib/draft/gazetteer/gazetteer';
import { readGazetteer } from '../../../src/lib/draft/gazetteer/read';
import { readTagger, type Tagger } from '../../../src/lib/draft/recognise/tagger';
import { draftSpans } from '../../../src/tools/draft';

let gazetteer: Gazetteer;
let tagger: Tagger;
beforeAll(() => {
	gazetteer = readGazetteer(readFileSync('src/lib/draft/data/gazetteer.bin'));
	tagger = readTagger(readFileSync('src/lib/draft/data/tagger.bin'));
});

const places = (text: string) =>
	draftSpans(text, gazetteer, tagger).map(({ text: words, country, demonym, metonym }) =>
		[words, country, demonym && 'demonym', metonym && 'metonym'].filter(Boolean).join(' ')
	);

it.each([
	['Three lorries left Damascus for Aleppo on Monday night.', ['Damascus SY', 'Aleppo SY']],
	[
		'Russian jets flew from Latakia, a witness in Jableh said.',
		['Russian RU demonym', 'Latakia SY', 'Jableh SY']
	],
	['Moscow demanded that the pilots be handed over.', ['Moscow RU metonym']],
	['Police in Paris, Texas, closed the road to Bonham.', ['Paris US', 'Texas US', 'Bonham US']],
	['John Jordan met Paris Hilton and Chelsea Clinton.', []],
	['The river rose by two metres, and nobody was hurt.', []],
	['SHELLS HIT MARKET IN HOMS', ['HOMS SY']]
])('finds the places of “%s”', (text, expected) => {
	expect(places(text)).toEqual(expected);
});

it('finds a village that no gazetteer has by the words around it', () => {
	expect(
		draftSpans('The convoy stopped in Qarbatun, a village east of Hama.', gazetteer, tagger)
	).toMatchObject([
		{ text: 'Qarbatun', longitude: null, latitude: null },
		{ text: 'Hama', country: 'SY' }
	]);
});
