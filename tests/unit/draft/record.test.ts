import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftArticle } from '../../../src/lib/draft/article';
import { apply, type Command } from '../../../src/lib/draft/commands';
import { merge } from '../../../src/lib/draft/merge';
import { recordsOf } from '../../../src/lib/draft/record';
import { anchor } from '../../../src/lib/geodata/anchoring';
import type { ArticleRecord, Name, PlaceRecord } from '../../../src/lib/geodata/schema';
import { formatProblem, validate } from '../../../src/lib/geodata/validate';
import type { SourceFile } from '../../../src/lib/geodata/validate';
import { checkedOn } from '../../../src/lib/geodata/verification';
import { boundaries } from '../../../src/lib/server/boundaries';
import { laidOver, validFiles } from '../records';
import { article as anyArticle, articleOf, hill, known, on, placeMark, reported } from './records';

const rest = ' Nobody said more about it on that day or on any other, though many were asked.'.repeat(4);
const made = (article: DraftArticle) => recordsOf(article, known, on);
const codes = (article: DraftArticle) => made(article).faults.map(({ code }) => code);

function read<T>(files: SourceFile[], path: string): T {
	return JSON.parse(files.find((file) => file.path === path)!.text) as T;
}

const recordOf = (article: DraftArticle) =>
	read<ArticleRecord>(made(article).files, `articles/${article.head.id}.json`);

/** The data set with the files of an article added, checked. */
function checked(files: SourceFile[], countries: Parameters<typeof validate>[1] = boundaries()) {
	const { files: changed, conflicts } = merge(validFiles, files);
	expect(conflicts).toEqual([]);
	return validate(laidOver(validFiles, changed), countries);
}

const plainArticle = reported(
	articleOf(`Lemuria came. Its troops stand near the hill in the east. A cat was seen.${rest}`),
	'troops stand near the hill',
	'the hill'
);

describe('what leaves the desk', () => {
	it('is the article, what is new, and the stamp', () => {
		const { files, faults } = made(plainArticle);
		expect(faults).toEqual([]);
		expect(files.map(({ path }) => path)).toEqual([
			'articles/made-up-2020.json',
			'places/zeta-hill.geojson',
			'references.json',
			'verified/made-up-2020.json'
		]);
		const { problems, records } = checked(files);
		expect(problems.map(formatProblem)).toEqual([]);
		const article = records!.articles.find(({ id }) => id === 'made-up-2020')!;
		expect(checkedOn(article, records!.verifications)).toBe(on);
		expect(article.passages).toMatchObject([
			{ text: 'Its troops stand near the hill in the east.', mentions: [{ exact: 'the hill' }] }
		]);
		expect(article.reports).toMatchObject([
			{
				id: 'made-up-2020-1',
				place: 'zeta-hill',
				quotes: [
					{
						exact: 'troops stand near the hill',
						prefix: 'Lemuria came. Its ',
						suffix: ' in the east. A cat was seen. No'
					}
				]
			}
		]);
	});

	it('says what is still to do, and is a draft for it', () => {
		const { files } = made(plainArticle);
		const { toDos } = checked(files);
		expect(read<ArticleRecord>(files, 'articles/made-up-2020.json').status).toBe('draft');
		expect(toDos.map(formatProblem)).toContain(
			'places/zeta-hill.geojson  properties.name.ar  is still to be written — add the Arabic name'
		);
		expect(toDos.map(({ at }) => at)).toContain('reports[0].summary');
	});

	it('has only accepted reports, and the actors and places of those', () => {
		const two = reported(plainArticle, 'A cat was seen', null, { actor: 'mu' });
		const { files } = made(two);
		expect(read<{ actors: unknown[] }>(files, 'actors.json').actors).toEqual([
			{ id: 'mu', name: { en: 'Mu' }, parent: null, letter: 'M', hue: 'grey' }
		]);
		const open = apply(two, { do: 'decide', id: two.reports[1]!.id, decision: 'open' });
		expect(made(open).files.map(({ path }) => path)).not.toContain('actors.json');
		expect(recordOf(open).reports).toHaveLength(1);
	});

	it('gives an actor a letter that is free, and its other names', () => {
		const article = {
			...reported(plainArticle, 'A cat was seen', null, { actor: 'avalon' }),
			actors: [
				{ id: 'avalon', name: { en: 'Avalon', ar: 'أفالون' }, aliases: ['Avalon', ' the  isle\u200b'] }
			]
		};
		// A, Ag and L are taken.
		expect(read<{ actors: unknown[] }>(made(article).files, 'actors.json').actors).toMatchObject([
			{ letter: 'Av', aliases: ['the isle'] }
		]);
	});

	it('never cuts a character in two, nor names a place twice where two marks share one', () => {
		const start = 'Troops came to the hill'.length - 'the hill'.length;
		const article = articleOf(`Troops came to the hill🚀the port and stayed there.${rest}`);
		const middle = article.text.indexOf('🚀') + 1;
		const quoted = reported(article, article.text.slice(start, middle), null);
		const marked = [
			{ start, end: middle },
			{ start: middle, end: middle + 'the port'.length + 1 }
		].reduce((made, span) => apply(made, { do: 'mark', ...span, value: placeMark('zeta-hill') }), quoted);
		const { reports, passages } = recordOf(marked);
		expect(reports[0]!.quotes[0]!.exact).toBe('the hill🚀');
		expect(passages[0]!.mentions.map(({ exact }) => exact)).toEqual(['the hill🚀']);
	});

	it('says what the quote calls a place that it does not name, and why there is no mark', () => {
		const { text } = plainArticle;
		const unnamed = reported(articleOf(text), 'Its troops stand', 'Its troops', { place: 'epsilon' });
		expect(recordOf(unnamed).reports).toMatchObject([
			{ place: 'epsilon', wording: ['Its troops'], unmapped: { scope: 'country' } }
		]);
		const nowhere = reported(articleOf(text), 'A cat was seen', null);
		expect(recordOf(nowhere).reports).toMatchObject([
			{ place: null, wording: [], unmapped: { scope: 'none' } }
		]);
	});

	it('keeps a place out of the file of places where the data set has it', () => {
		const article = reported(articleOf(plainArticle.text), 'near the hill', 'the hill', {
			place: 'alpha-harbour'
		});
		expect(made(article).files.map(({ path }) => path)).toEqual([
			'articles/made-up-2020.json',
			'verified/made-up-2020.json'
		]);
	});

	it('is no draft where all is said, translated or not, but for a name in the language of the records', () => {
		const statusOf = (name: Name) => {
			const precision = { ...hill.precision, reason: 'On a hill.' };
			const places = [{ ...hill, name, identifiers: { atlas: '9' }, precision }];
			const { files } = recordsOf({ ...plainArticle, places }, known, on);
			return read<PlaceRecord>(files, 'places/zeta-hill.geojson').status;
		};
		expect(statusOf({ en: 'Zeta Hill', ar: '' })).toBeUndefined();
		expect(statusOf({ en: '', ar: 'تل زيتا' })).toBe('draft');
	});

	it('keeps the number of a report that quotes the same words, and uses none again', () => {
		const before = { ...recordOf(plainArticle), reports: recordOf(plainArticle).reports };
		before.reports[0]!.id = 'made-up-2020-7';
		const more = reported(plainArticle, 'Lemuria came', null);
		const { files } = recordsOf(more, { ...known, articles: [before] }, on);
		const { reports } = read<ArticleRecord>(files, 'articles/made-up-2020.json');
		const { start } = reports[0]!.quotes[0]!;
		expect(reports.map(({ id }) => id)).toEqual([`made-up-2020-${start}`, 'made-up-2020-7']);
	});
});

describe('passages', () => {
	it('are whole sentences, which do not end at a short form', () => {
		const text = `It rained. Gen. Alpha of the U.S. Army came to the hill at 5.30 p.m. on Friday. Nobody saw him.${rest}`;
		const article = reported(articleOf(text), 'came to the hill', 'the hill');
		expect(recordOf(article).passages.map(({ text }) => text)).toEqual([
			'Gen. Alpha of the U.S. Army came to the hill at 5.30 p.m. on Friday.'
		]);
	});

	it('are one where sentences touch, and never more than 75 words', () => {
		const two = reported(plainArticle, 'A cat was seen', null);
		expect(recordOf(two).passages.map(({ text }) => text)).toEqual([
			'Its troops stand near the hill in the east. A cat was seen.'
		]);
		const long = `${'word '.repeat(80)}at the hill ${'word '.repeat(80)}. ${rest.repeat(6)}`;
		const article = reported(articleOf(long), 'at the hill', 'the hill');
		expect(recordOf(article).passages.map(({ text }) => text)).toEqual(['at the hill']);
	});

	it('are cut to the quotes where half of the text would be taken, and told where that is too much', () => {
		const text = 'Troops came to the hill, as an officer said. Nobody was seen in the town.';
		const some = reported(articleOf(text), 'came to the hill', 'the hill');
		expect(recordOf(some).passages.map(({ text }) => text)).toEqual(['came to the hill']);
		const much = reported(articleOf(text), 'Troops came to the hill, as an officer said.', 'the hill');
		expect(made(much)).toEqual({ files: [], faults: [{ code: 'half-of-text', id: null }] });
	});

	it('have the words of a quote once', () => {
		const text = `The hill and again the hill were held.${rest}`;
		const article = reported(articleOf(text), 'the hill', 'the hill');
		expect(recordOf(article).passages.map(({ text }) => text)).toEqual([
			'The hill and again the hill were held.'
		]);
		const twice = reported(
			articleOf(`Up the hill and down the hill they went.${rest}`),
			'the hill',
			'the hill'
		);
		expect(recordOf(twice).passages.map(({ text }) => text)).toEqual(['the hill']);
		const overlapping = reported(twice, 'Up the hill and down the hill', null);
		expect(made(overlapping).faults).toMatchObject([
			{ code: 'quote-repeated', id: overlapping.reports[1]!.id }
		]);
	});
});

describe('what an author adds by hand', () => {
	const { id } = plainArticle.reports[0]!;

	it('is kept around a quote as it was chosen, sentences or less', () => {
		const span = (words: string) => {
			const start = plainArticle.text.indexOf(words);
			return { start, end: start + words.length };
		};
		for (const words of [
			'Its troops stand near the hill in the east. A cat was seen.',
			'troops stand near the hill'
		]) {
			const article = apply(plainArticle, { do: 'change', id, changes: { passage: span(words) } });
			expect(recordOf(article).passages.map(({ text }) => text)).toEqual([words]);
		}
		const long = { start: 0, end: plainArticle.text.length };
		expect(codes(apply(plainArticle, { do: 'change', id, changes: { passage: long } }))).toEqual([
			'passage-long'
		]);
	});

	it('is a source that the data set lacks, whose name is still to be translated', () => {
		const baker = { id: 'the-baker', name: 'A baker', kind: 'unnamed-person' as const };
		const commands: Command[] = [
			{ do: 'source', source: baker },
			{ do: 'source', source: { ...baker, id: 'nobody' } },
			{ do: 'change', id, changes: { chain: ['the-baker'], attribution: 'attributed' } }
		];
		const { files, faults } = made(commands.reduce(apply, plainArticle));
		expect(faults).toEqual([]);
		expect(read<{ sources: object[] }>(files, 'sources.json').sources).toEqual([
			{ ...baker, date: null, references: [] }
		]);
		const { problems, toDos } = checked(files);
		expect(problems.map(formatProblem)).toEqual([]);
		expect(toDos.map(({ message }) => message)).toContain('“A baker” has no Arabic translation');
	});

	it('is that something is not known, which is said in the place of it', () => {
		const unknown = ['author', 'chain', 'standing', 'rights'] as const;
		const record = recordOf(apply(plainArticle, { do: 'describe', head: { unknown: [...unknown] } }));
		expect(record.author).toEqual({ name: null, note: 'The article names no author.' });
		expect([record.chainNote, record.standing.note, record.rights].every((note) => note !== '')).toBe(true);
		const { toDos } = checked(
			made(apply(plainArticle, { do: 'describe', head: { unknown: [...unknown] } })).files
		);
		const left = toDos.map(({ at }) => at);
		expect(left).toContain('url');
		for (const at of ['author.note', 'standing', 'rights'])
			expect(toDos.filter((toDo) => toDo.at === at && toDo.message === 'is still to be written')).toEqual([]);
	});
});

describe('what keeps an article from leaving', () => {
	it('is told by what it is', () => {
		expect(codes(articleOf(plainArticle.text))).toEqual(['report-missing']);
		expect(codes(apply(plainArticle, { do: 'describe', head: { chain: ['nobody'] } }))).toEqual([
			'source-unknown'
		]);
		expect(codes({ ...plainArticle, places: [] })).toEqual(['place-unknown']);
		expect(codes(reported(plainArticle, 'A cat', null, { actor: 'nobody' }))).toEqual(['actor-unknown']);
		expect(codes({ ...plainArticle, text: `${plainArticle.text}\ud83d` })).toEqual(['text-damaged']);
		const { id } = plainArticle.reports[0]!;
		const when = { edtf: '2031', stated: null, inferred: null };
		expect(codes(apply(plainArticle, { do: 'change', id, changes: { when } }))).toEqual(['date-later']);
		const other = apply(plainArticle, { do: 'describe', head: { id: 'fixture-one' } });
		expect(codes(other)).toEqual(['id-taken']);
	});

	it('is told in the words of the check where it is a record', () => {
		const when = { edtf: '2020', stated: null, inferred: 'from M\u0430y' };
		const dated = apply(plainArticle, { do: 'change', id: plainArticle.reports[0]!.id, changes: { when } });
		expect(made(dated).faults).toMatchObject([
			{
				code: 'refused',
				id: plainArticle.reports[0]!.id,
				problem: { at: 'reports[0].when.inferred', code: 'mixed' }
			}
		]);
		const place = { ...hill, precision: { ...hill.precision, radius_km: null } };
		expect(made({ ...plainArticle, places: [place] }).faults).toMatchObject([
			{
				code: 'refused',
				id: 'zeta-hill',
				problem: { at: 'properties.precision.radius_km', code: 'radius-missing' }
			}
		]);
		const nameless = { ...hill, name: { en: '', ar: '' } };
		expect(codes({ ...plainArticle, places: [nameless] })).toEqual(['name-missing']);
	});
});

it('whatever the text and the decisions: what leaves passes the check and agrees with the text', () => {
	let left = 0;
	const may = ['half-of-text', 'passage-long', 'quote-repeated', 'quote-long'];
	fc.assert(
		fc.property(anyArticle, (article) => {
			const { files, faults } = made(article);
			if (faults.length > 0) {
				expect(files).toEqual([]);
				expect(may).toEqual(expect.arrayContaining(faults.map(({ code }) => code)));
				return;
			}
			left++;
			const { problems, records } = checked(files, null);
			expect(problems.map(formatProblem)).toEqual([]);
			const record = records!.articles.find(({ id }) => id === article.head.id)!;
			expect(checkedOn(record, records!.verifications)).toBe(on);
			const bytes = Buffer.from(article.text);
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			const { mended, open } = anchor({ ...record }, { content: bytes.toString(), sha256 });
			expect([...mended, ...open]).toEqual([]);
		}),
		{ numRuns: 60 }
	);
	expect(left).toBeGreaterThan(10);
});
