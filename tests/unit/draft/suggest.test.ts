/** What is suggested for a made-up text, with the real gazetteer and the real weights. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf, newArticle, type DraftReport } from '../../../src/lib/draft/article';
import { apply } from '../../../src/lib/draft/commands';
import { ownPlacesOf, withOwnPlaces } from '../../../src/lib/draft/gazetteer/own';
import { readGazetteer } from '../../../src/lib/draft/gazetteer/read';
import { readTagger } from '../../../src/lib/draft/recognise/tagger';
import { suggest, type Knowledge } from '../../../src/lib/draft/suggest';
import { loadRecords } from '../../../src/lib/server/geodata';

let knowledge: Knowledge;

beforeAll(() => {
	const { places, actors } = loadRecords();
	const read = (name: string) => new Uint8Array(readFileSync(`src/lib/draft/data/${name}`));
	const gazetteer = withOwnPlaces(readGazetteer(read('gazetteer.bin')), ownPlacesOf(places));
	knowledge = { gazetteer, tagger: readTagger(read('tagger.bin')), actors, places, home: ['SY'] };
});

/** The first report of a text with its place. */
function reported(text: string) {
	const found = suggest(text, '2021-05-09', knowledge);
	const article = apply(newArticle(text), { do: 'suggest', ...found });
	const [report] = article.reports as [DraftReport];
	const mark = article.marks.find(({ id }) => id === report.place);
	if (mark?.value.sort !== 'place') throw new Error('The report has no place.');
	return { report, words: textOf(article, mark), candidates: mark.value.candidates };
}

describe('a place', () => {
	it('that the words name, with its kind, is the one of the data set', () => {
		const { words, candidates } = reported('On 3 May 2021, Israeli jets struck the airport in Aleppo.');
		expect(words).toContain('Aleppo');
		expect(candidates[0]).toMatchObject({ id: 'aleppo-airport' });
	});

	it.each([
		'Russian forces were deployed on 3 May 2021 to an airbase near Hama.',
		'Russian forces were deployed on 3 May 2021 to positions 30 km south of Hama.',
		'Iranian militias store rockets at a depot west of Masyaf.'
	])('beside another is never first one of the data set, nor a point: %s', (text) => {
		const [first] = reported(text).candidates;
		expect(first!.id).toBeNull();
		expect(first!.precision.where_prec).toBeGreaterThan(2);
	});
});

describe('what is concluded', () => {
	it('is to be confirmed: roles always, a kind where there are several, a date that is not stated', () => {
		const { report } = reported(
			'Israeli jets struck the airport in Aleppo on Friday, killing two Syrian soldiers.'
		);
		expect(report.claims.length).toBeGreaterThan(1);
		expect(report.inferred.toSorted()).toEqual(['actors', 'claim', 'when']);
	});

	it('is nothing of the date where the text states it', () => {
		const { report } = reported('On 3 May 2021, Israeli jets struck the airport in Aleppo.');
		expect(report.when).toEqual({ edtf: '2021-05-03', stated: '3 May 2021', inferred: null });
		expect(report.inferred).not.toContain('when');
	});

	it('leaves the other times that it may have been to choose from, each once', () => {
		const { report } = reported(
			'On 3 May 2021, Israeli jets struck the airport in Aleppo, five days after 28 April 2021.'
		);
		const others = report.whens!.map(({ edtf }) => edtf);
		expect(others).toContain('2021-04-28');
		expect([report.when.edtf, ...others]).toHaveLength(new Set([report.when.edtf, ...others]).size);
	});
});

it('is said by whoever says the speech that it stands in', () => {
	const attribution = (text: string) => reported(text).report.attribution;
	const words = 'Israeli jets struck the airport in Aleppo on 3 May 2021.';
	expect(attribution(`“${words} Two men died there,” an officer told the Courier.`)).toBe('attributed');
	expect(attribution(`${words} Two men died there.`)).toBe('unattributed');
});

describe('a place that the words give a kind', () => {
	it('is one of the data set near it, where that is a site, and no other town', () => {
		const airport = reported('Israeli jets attacked the airport in Damascus on 1 May 2021.');
		expect(airport.candidates[0]!.id).toBe('damascus-airport');
		const town = reported('The Quds Force tested a bomb in the town of Dumayr in May 2021.');
		expect(town.candidates[0]).toMatchObject({ id: null, name: 'Dumayr' });
	});

	it('is a border by the countries that the words name', () => {
		const { words, candidates } = reported(
			'Israeli jets struck a convoy at the Iraqi-Syrian border on 3 May 2021.'
		);
		expect(words).toContain('border');
		expect(candidates[0]!.id).toBe('syria-iraq-border');
	});

	it('is drawn as its record has it, a country with it', () => {
		const text = 'Russian jets struck targets in Syria on 3 May 2021 and withdrew.';
		expect(reported(text).candidates[0]).toMatchObject({ id: 'syria', precision: { where_prec: 6 } });
	});
});

it('is a guess at no time where the day of publication is not known', () => {
	const { reports } = suggest('On Friday, Russian forces struck the airport in Aleppo.', null, knowledge);
	expect(reports.map(({ when }) => when.edtf)).toEqual(['']);
});

it('is nothing where nothing is', () => {
	for (const text of ['', '\n', '....', 'Nothing.'])
		expect(suggest(text, null, knowledge).reports).toEqual([]);
});

describe('a list of places', () => {
	const placesOf = (text: string) => {
		const found = suggest(text, '2021-05-09', knowledge);
		const article = apply(newArticle(text), { do: 'suggest', ...found });
		return article.reports.map(({ place }) =>
			textOf(
				article,
				article.marks.find(({ id }) => id === place)!
			)
		);
	};

	it.each([
		['Iranian militias store rockets at bases in Masyaf and Palmyra.', ['Masyaf', 'Palmyra']],
		['نشرت إيران قوات في حمص وحماة وتدمر.', ['حمص', 'حماة', 'تدمر']]
	])('is a report for each: %s', (text, places) => {
		expect(placesOf(text)).toEqual(places);
	});

	it.each([
		'Russian forces were deployed on 3 May 2021 to a base in Masyaf, Hama province.',
		'Hezbollah fighters came from Lebanon and stayed at a base in Palmyra.'
	])('is none of a place and what it lies in, or of two that are not side by side: %s', (text) => {
		expect(placesOf(text)).toHaveLength(1);
	});
});

it('a strike that killed is a strike, whoever is named first', () => {
	const { report } = reported(
		'On 3 May 2021, Israeli jets struck the airport in Aleppo, killing two soldiers.'
	);
	expect(report.claim).toBe('strike');
	expect(report.actors[0]).toEqual({ actor: 'israel', role: 'struck' });
	expect(report.claims).toContain('casualty');
});
