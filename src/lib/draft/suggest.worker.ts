/** Looks through a text, and places up by name, off the page's thread. The model and the gazetteer are fetched with the first question. */
import { deskCache } from '../base/home';
import { answerQuestions } from '../base/worker';
import type { PlaceRecord } from '../geodata/schema';
import gazetteerAddress from './data/gazetteer.bin?url';
import taggerAddress from './data/tagger.bin?url';
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
	const [gazetteer, tagger] = await fetchAll([gazetteerAddress, taggerAddress], report);
	return { gazetteer: readGazetteer(gazetteer!), tagger: readTagger(tagger!) };
}

/** Fetches files and says how much of all is here, 0 to 1. */
async function fetchAll(addresses: string[], report: (share: number) => void): Promise<Uint8Array[]> {
	const responses = await Promise.all(addresses.map((address) => kept(address, addresses)));
	for (const response of responses) if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
	const got = responses.map(() => 0);
	return Promise.all(
		responses.map(async (response, index) => {
			const chunks: Uint8Array[] = [];
			// Content-Length counts compressed bytes where the host compresses; then the share is of bytes that are here.
			for await (const chunk of response.body!) {
				chunks.push(chunk);
				got[index]! += chunk.length;
				report(Math.min(1, got.reduce((sum, bytes) => sum + bytes, 0) / expected));
			}
			return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
		})
	);
}

/**
 * A file from the cache, or from the network and kept from then on in the place of older ones: for the desk without a
 * network, apart from the copy of the site, which readers have who never come here.
 */
async function kept(address: string, wanted: readonly string[]): Promise<Response> {
	// There is none where the page is no secure one, and it is no use where there is no room.
	const cache = await globalThis.caches?.open(deskCache).catch(() => undefined);
	const found = await cache?.match(address).catch(() => undefined);
	if (found) return found;
	const response = await fetch(address);
	if (cache && response.ok) {
		void cache.put(address, response.clone()).catch(() => undefined);
		const old = (await cache.keys()).filter(({ url }) => !wanted.includes(new URL(url).pathname));
		await Promise.all(old.map((request) => cache.delete(request)));
	}
	return response;
}

/** What both have together, about: how far the fetching is need not be exact. */
const expected = 9_500_000;
