import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftArticle, DraftReport, Head } from '../../../src/lib/draft/article';
import { apply } from '../../../src/lib/draft/commands';
import { draftOf } from '../../../src/lib/draft/fromRecord';
import { previewOf } from '../../../src/lib/draft/preview';
import { markFeatures } from '../../../src/lib/export/mapData';
import { compile } from '../../../src/lib/geodata/compile';
import type { Records } from '../../../src/lib/geodata/schema';
import { textsDirectory } from '../records';
import { article as anyArticle, articleOf, hill, known, on, reported } from './records';

const published = known as Records;
const rest = ' Nobody said more about it on that day or on any other, though many were asked.'.repeat(6);
const text = `Lemuria came. Its troops stand near the hill in the east. A cat was seen near the port.${rest}`;
const preview = (article: DraftArticle) => previewOf(article, published, on);
const shown = (article: DraftArticle) => compile(preview(article).records, { drafts: true });
const codes = (article: DraftArticle) => preview(article).faults.map(({ code }) => code);
const before = compile(published);

const one = reported(articleOf(text), 'troops stand near the hill', 'the hill');
const two = reported(one, 'cat was seen near the port', 'the port', { place: 'alpha-harbour' });
const [first, second] = two.reports as [DraftReport, DraftReport];
const changed = (article: DraftArticle, id: string, changes: Partial<DraftReport>) =>
	apply(article, { do: 'change', id, changes });
const described = (head: Partial<Head>) => apply(two, { do: 'describe', head });

describe('a draft over the records', () => {
	it('adds its sites to those that are there, each marked as a draft', () => {
		const { article, faults, left } = preview(two);
		expect({ article, faults, left }).toEqual({ article: 'made-up-2020', faults: [], left: [] });
		const { sites, reports } = shown(two);
		expect(sites.find(({ id }) => id === 'zeta-hill')).toMatchObject({
			draft: true,
			name: { en: 'Zeta Hill' }
		});
		expect(markFeatures(sites).features.filter(({ properties }) => properties.draft)).toMatchObject([
			{ properties: { site: 'zeta-hill' } }
		]);
		// A site of ours that the draft reports on too stays ours; the report on it says what it is.
		const harbour = sites.find(({ id }) => id === 'alpha-harbour')!;
		expect(harbour.draft).toBe(false);
		expect(harbour.reports.map(({ article }) => article.draft)).toContain(true);
		expect(reports.filter(({ article }) => article.draft).map(({ article }) => article.checked)).toEqual([
			on,
			on
		]);
	});

	it('is a draft even where nothing of it waits', () => {
		const said = { ...published, translations: { ar: { 'On a hill.': 'على تل.', 'Seen.': 'شوهد.' } } };
		const place = { ...hill, name: { en: 'Hill', ar: 'تل' }, identifiers: { atlas: '9' } };
		const whole = changed(one, first.id, { summary: 'Seen.' });
		const article = {
			...whole,
			head: { ...whole.head, url: 'https://fixture.example/1', rights: 'Seen.', standing: 'Seen.' },
			places: [{ ...place, precision: { ...place.precision, reason: 'On a hill.' } }]
		};
		const { records } = previewOf(article, said, on);
		expect(records.articles.find(({ id }) => id === 'made-up-2020')!.status).toBe('draft');
	});

	it('shows what is in order, and says what is not', () => {
		const dateless = changed(two, first.id, { when: { edtf: '', stated: null, inferred: null } });
		expect(preview(dateless)).toMatchObject({
			faults: [{ code: 'date-missing', id: first.id }],
			left: [first.id]
		});
		expect(shown(dateless).sites.map(({ id }) => id)).not.toContain('zeta-hill');
		expect(shown(dateless).reports.filter(({ article }) => article.draft)).toHaveLength(1);

		const nameless = { ...two, places: [{ ...hill, name: { en: '', ar: '' } }] };
		expect(preview(nameless)).toMatchObject({ faults: [{ code: 'name-missing' }], left: [first.id] });
		const nobody = changed(two, second.id, { actors: [{ actor: 'nobody', role: 'operates' }] });
		expect(preview(nobody)).toMatchObject({ faults: [{ code: 'actor-unknown' }], left: [second.id] });
		const long = reported(articleOf(`${text.slice(0, 80)}.`), 'troops stand near the hill', 'the hill');
		const much = reported(long, 'Lemuria came', null);
		expect(preview(reported(much, 'A cat was seen near', null)).left).toHaveLength(1);
	});

	it('stands in for what the head lacks', () => {
		const bare = described({
			id: '',
			title: '',
			publisher: '',
			published: { edtf: '', stated: null, inferred: null }
		});
		expect(codes(bare)).toEqual(['title-missing', 'publisher-missing', 'published-missing', 'id-missing']);
		expect(preview(bare)).toMatchObject({ article: 'draft', left: [] });
		expect(shown(bare).articles.find(({ id }) => id === 'draft')).toMatchObject({
			title: text.slice(0, 80),
			publisher: '…',
			published: { edtf: `../${on}` }
		});
		expect(preview(described({ url: 'ftp://fixture.example', chain: ['nobody'] }))).toMatchObject({
			article: 'made-up-2020',
			left: []
		});
	});

	it('never takes the place of another text, and takes that of the same', () => {
		expect(preview(described({ id: 'fixture-one' }))).toMatchObject({ article: 'draft' });
		const records = preview(two).records;
		const again = previewOf(one, records, on).records.articles.filter(({ id }) => id === 'made-up-2020');
		expect(again.map(({ reports }) => reports.length)).toEqual([1]);
	});

	it('takes back what a correction takes back, before its reason is written', () => {
		const record = published.articles.find(({ id }) => id === 'fixture-one')!;
		const words = readFileSync(join(textsDirectory, 'fixture-one.txt'), 'utf8');
		const places = new Map(published.places.map((place) => [place.id, place]));
		const draft = draftOf({ article: record, places: [], actors: [], files: [] }, words, places);
		const rejected = draft.reports.find((report) => report.record === 'fixture-one-2')!;
		const without = apply(draft, { do: 'decide', id: rejected.id, decision: 'rejected' });
		expect(codes(without)).toEqual(['reason-missing-withdrawn']);
		const { reports, withdrawn } = shown(without);
		expect(withdrawn.map(({ id }) => id)).toContain('fixture-one-2');
		expect(reports.filter(({ article }) => article.draft).map(({ id }) => id)).toEqual([
			'fixture-one-1',
			'fixture-one-3',
			'fixture-one-4'
		]);
	});

	it('is not there without a report that can be shown', () => {
		expect(preview(articleOf(text))).toMatchObject({
			article: null,
			faults: [{ code: 'report-missing' }],
			left: []
		});
		expect(shown(articleOf(text)).sites).toEqual(before.sites);
		const torn = { ...two, text: `${text}\ud83d` };
		expect(preview(torn)).toMatchObject({ article: null, left: [first.id, second.id] });
	});
});

it('whatever the article and its faults: what is shown and what is left are all that was accepted', () => {
	const none = { edtf: '', stated: null, inferred: null };
	const breaks = fc.array(
		fc.constantFrom<(article: DraftArticle) => DraftArticle>(
			(article) => apply(article, { do: 'describe', head: { id: 'fixture-one' } }),
			(article) => apply(article, { do: 'describe', head: { publisher: '', url: 'nowhere' } }),
			(article) => apply(article, { do: 'describe', head: { published: { ...none, edtf: '2031' } } }),
			(article) => apply(article, { do: 'describe', head: { title: 'a\u202eb' } }),
			(article) => ({ ...article, places: [] }),
			(article) => ({ ...article, actors: [] }),
			(article) => changed(article, article.reports[0]!.id, { when: none }),
			(article) => changed(article, article.reports[0]!.id, { place: null, summary: 'a\u202eb' })
		),
		{ maxLength: 4 }
	);
	let some = 0;
	fc.assert(
		fc.property(anyArticle, breaks, (made, breaks) => {
			const article = breaks.reduce((broken, change) => change(broken), made);
			const { records, left, article: id } = preview(article);
			const accepted = article.reports.filter(({ decision }) => decision === 'accepted');
			const data = compile(records, { drafts: true });
			const drafted = data.reports.filter((report) => report.article.draft);
			expect(drafted.every((report) => report.article.id === id)).toBe(true);
			expect(drafted.length + left.length).toBe(accepted.length);
			expect(data.reports.filter((report) => !report.article.draft).map(({ id }) => id)).toEqual(
				before.reports.map(({ id }) => id)
			);
			if (drafted.length > 0) some++;
		}),
		{ numRuns: 60 }
	);
	expect(some).toBeGreaterThan(10);
});
