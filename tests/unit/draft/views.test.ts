import { expect, it } from 'vitest';
import { addition } from '../../../src/lib/draft/addition';
import { apply } from '../../../src/lib/draft/commands';
import { recordsOf } from '../../../src/lib/draft/record';
import { draftedViews } from '../../../src/lib/draft/views';
import { reportsCsv } from '../../../src/lib/export/formats/csv';
import { reportFeatures } from '../../../src/lib/export/formats/geojson';
import { laidOver, validFiles } from '../records';
import { articleOf, known, on, reported } from './records';

const context = { origin: '', about: { languages: ['en', 'ar'] } };

const rest = ' Nobody said more about it on that day or on any other, though many were asked.'.repeat(5);
const text = `Lemuria came. Its troops stand near the hill in the east. Ships lay in Alpha Harbour then.${rest}`;
const near = reported(articleOf(text), 'troops stand near the hill', 'the hill');
const article = reported(near, 'Ships lay in Alpha Harbour', 'Alpha Harbour', {
	place: 'alpha-harbour',
	actor: 'mu'
});
const { files } = recordsOf(article, known, on);

it('what is drafted has the fields of the site’s own files, its drawing, and is a draft', () => {
	const views = draftedViews(files, known);
	expect(views.reports.map(({ id }) => id)).toEqual(['made-up-2020-1', 'made-up-2020-2']);
	const { features } = reportFeatures(views, context);
	expect(features.map(({ properties }) => properties)).toMatchObject([
		{
			...{ site: 'zeta-hill', where_prec: 3, radius_km: 15, drawn: 'ring', draft: true, checked: on },
			...{ quote: 'troops stand near the hill', article: 'made-up-2020', date: '2020-05' }
		},
		{ site: 'alpha-harbour', drawn: 'point', draft: true, quote: 'Ships lay in Alpha Harbour' }
	]);
	// A ring is no point in other programs either.
	expect(features.map(({ geometry }) => geometry?.type)).toEqual(['Polygon', 'Point']);
	const [header, ...rows] = reportsCsv(views, context).trimEnd().split('\r\n');
	expect(rows).toHaveLength(2);
	expect(header).toMatch(/^report,site,name,.*,draft,/);
});

it('all of it is a draft, whatever of it is finished', () => {
	const finished = files.map((file) =>
		file.path.startsWith('articles/') ? { ...file, text: file.text.replace('"status": "draft",', '') } : file
	);
	// It lacks what only a draft may lack, so that it has no views; one that lacks nothing has, and they say draft.
	expect(draftedViews(finished, known).reports).toEqual([]);
	expect(draftedViews(validFiles, known).reports.every(({ article }) => article.draft)).toBe(true);
});

it('what adding would do is told before it is done', () => {
	const told = addition(validFiles, files);
	expect(told.problems).toEqual([]);
	expect(told.news.map(({ path, isReplaced }) => [path, isReplaced])).toContainEqual([
		'articles/made-up-2020.json',
		false
	]);
	expect(told.toDos.map(({ at }) => at)).toContain('reports[0].summary');
	const { id } = article.reports[0]!;
	const changed = recordsOf(
		apply(article, { do: 'change', id, changes: { claim: 'base' } }),
		known,
		on
	).files;
	const after = laidOver(validFiles, told.files);
	expect(addition(after, changed).conflicts).toMatchObject([{ file: 'articles/made-up-2020.json' }]);
	expect(addition(after, changed, { replace: true }).news).toMatchObject([{ isReplaced: true }]);
});
