/** Looks through a text, and places up by name, off the page's thread. The model and the gazetteer are fetched with the first question. */
import { answerQuestions } from '../base/worker';
import type { PlaceRecord } from '../geodata/schema';
import gazetteerAddress from './data/gazetteer.bin?url';
import taggerAddress from './data/tagger.bin?url';
import { fetchKept } from './fetchKept';
import { ownPlacesOf, withOwnPlaces, type OwnPlace } from './gazetteer/own';
import { readGazetteer } from './gazetteer/read';
import { readTagger } from './recognise/tagger';
import { searchPlaces } from './search';
import { suggest, type Knowledge, type Suggested } from './suggest';
import type { PlaceCandidate } from './article';

export type { Suggested };

/** Asks for the places of a name. */
export interface SearchRequest {
	name: string;
	places: readonly PlaceRecord[];
	/** The author's own. */
	own: readonly OwnPlace[];
	home: readonly string[];
}

export interface SuggestRequest {
	text: string;
	/** EDTF of the day of publication, or null. */
	published: string | null;
	actors: Knowledge['actors'];
	places: readonly PlaceRecord[];
	/** Places of the author's own. */
	own: readonly OwnPlace[];
	home: readonly string[];
}

/** How far it is: with fetching what it needs, which is done once, then with a text. */
export interface SuggestProgress {
	stage: 'fetching' | 'reading';
	/** 0 to 1 */
	share: number;
}

type Read = Pick<Knowledge, 'gazetteer' | 'tagger'>;
let read: Promise<Read> | null = null;

type Asked = SuggestRequest | SearchRequest;
type Answered = Suggested | PlaceCandidate[];

answerQuestions<Asked, Answered, SuggestProgress>(async (asked, report) => {
	// What failed is asked for again with the next question.
	read ??= readAll((share) => report({ stage: 'fetching', share })).catch((error: unknown) => {
		read = null;
		throw error;
	});
	const { gazetteer, tagger } = await read;
	const own = withOwnPlaces(gazetteer, [...asked.own, ...ownPlacesOf(asked.places)]);
	if ('name' in asked) return searchPlaces(asked.name, own, asked.home);
	const { text, published, ...records } = asked;
	return suggest(text, published, { ...records, gazetteer: own, tagger }, (share) =>
		report({ stage: 'reading', share })
	);
});

async function readAll(report: (share: number) => void): Promise<Read> {
	const [gazetteer, tagger] = await fetchKept([gazetteerAddress, taggerAddress], expected, report);
	return { gazetteer: readGazetteer(gazetteer!), tagger: readTagger(tagger!) };
}

/** What both have together, about: how far the fetching is need not be exact. */
const expected = 9_500_000;
