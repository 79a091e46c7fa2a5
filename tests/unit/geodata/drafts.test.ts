import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyOf, snapshotOf } from '../../../src/lib/geodata/changes';
import { compile } from '../../../src/lib/geodata/compile';
import { formatProblem, validate } from '../../../src/lib/geodata/validate';
import type { SourceFile } from '../../../src/lib/geodata/validate';
import { waiting } from '../../../src/lib/geodata/waiting';
import type { DraftKind } from '../../../src/lib/geodata/waiting';
import { boundaries } from '../../../src/lib/server/boundaries';
import { check } from '../../../src/tools/check';
import { release } from '../../../src/tools/release';
import { draftFiles, draftsDirectory, laidOver, validDirectory, validFiles } from '../records';

const withDrafts = laidOver(validFiles, draftFiles);
const { problems, toDos, records } = validate(withDrafts, boundaries());
const lines = toDos.map(formatProblem);

/** Where a record of each kind stands, and whether its file or itself says that it is a draft. */
const spots: Record<DraftKind, { path: string; list?: string; isOwn: boolean }> = {
	article: { path: 'articles/fixture-one.json', isOwn: true },
	report: { path: 'articles/fixture-two.json', list: 'reports', isOwn: false },
	place: { path: 'places/epsilon.geojson', isOwn: true },
	actor: { path: 'actors.json', list: 'actors', isOwn: true },
	reference: { path: 'references.json', list: 'references', isOwn: true }
};

/** The valid files without what stands at a path of a record. */
function without(kind: DraftKind, key: string, asDraft: boolean): SourceFile[] {
	const { path, list, isOwn } = spots[kind];
	const file = JSON.parse(validFiles.find((other) => other.path === path)!.text);
	// The last: the second report has a reason why it is not on the map.
	const record = list ? file[list].at(-1) : file;
	if (asDraft) (isOwn ? record : file).status = 'draft';
	const steps = key.split('.');
	delete steps.slice(0, -1).reduce((holder, step) => holder[step], record)[steps.at(-1)!];
	return laidOver(validFiles, [{ path, text: JSON.stringify(file) }]);
}

const rows = Object.entries(waiting).flatMap(([kind, list]) =>
	list.map(({ at, fix }) => [kind as DraftKind, at, fix] as const)
);

describe('a draft', () => {
	it('is in order with what it lacks, which is told apart', () => {
		expect(problems).toEqual([]);
		expect(lines).toContain(
			'articles/fixture-draft.json  reports[0].summary  is still to be written — say what is claimed, in one neutral sentence'
		);
		expect(lines).toContain('actors.json  actors[3].name.ar  is still to be written — add the Arabic name');
	});

	it.each(rows)('of %s may wait for %s, and what is published may not', (kind, key, fix) => {
		const of = (asDraft: boolean) => {
			const found = validate(without(kind, key, asDraft));
			const about = (line: string) => line.includes(`${key}  is `) && line.endsWith(fix);
			return [found.problems, found.toDos].map((list) => list.map(formatProblem).filter(about).length);
		};
		expect(of(true)).toEqual([0, 1]);
		expect(of(false)).toEqual([1, 0]);
	});

	it('has something in the place of what waits, so that everything after it sees whole records', () => {
		expect(records!.places.find(({ id }) => id === 'zeta-hill')!.properties).toMatchObject({
			name: { en: 'Zeta Hill' },
			precision: { reason: '' },
			identifiers: {}
		});
		expect(records!.articles.find(({ id }) => id === 'fixture-draft')).toMatchObject({
			url: '',
			standing: { note: '', references: [] },
			reports: [{ summary: '' }]
		});
	});

	it('may say what is not translated yet', () => {
		const path = 'articles/fixture-draft.json';
		const article = JSON.parse(withDrafts.find((file) => file.path === path)!.text);
		article.rights = 'Nobody’s.';
		const found = validate(laidOver(withDrafts, [{ path, text: JSON.stringify(article) }]));
		expect(found.problems).toEqual([]);
		expect(found.toDos.map(({ message }) => message)).toContain('“Nobody’s.” has no Arabic translation');
		// What is published says it too: then it is for the strict check.
		const two = 'articles/fixture-two.json';
		const published = JSON.parse(withDrafts.find((file) => file.path === two)!.text);
		published.rights = 'Nobody’s.';
		const both = laidOver(
			withDrafts,
			[article, published].map((one) => ({ path: `articles/${one.id}.json`, text: JSON.stringify(one) }))
		);
		expect(validate(both).problems).toEqual([]);
		expect(validate(both).untranslated.map(formatProblem)).toEqual([
			expect.stringMatching(
				/^articles\/fixture-two\.json {2}rights {2}“Nobody’s\.” has no Arabic translation/
			)
		]);
	});

	it('of which nothing waits is told', () => {
		const path = 'places/zeta-hill.geojson';
		const place = JSON.parse(withDrafts.find((file) => file.path === path)!.text);
		place.properties.name.ar = 'تل زيتا';
		place.properties.precision.reason = 'The whole road.';
		place.properties.identifiers = {};
		const found = validate(laidOver(withDrafts, [{ path, text: JSON.stringify(place) }]));
		expect(found.toDos.map(formatProblem)).toContain(
			`${path}  status  nothing of it is still to be written — remove it, and what is written is published`
		);
	});
});

describe('what is published', () => {
	it('has no draft, nor what only drafts name', () => {
		const published = compile(validate(validFiles).records!);
		expect(compile(records!)).toEqual(published);
		const source = {
			id: 'a-cat',
			name: 'A cat',
			kind: 'unnamed-person' as const,
			date: null,
			references: []
		};
		const articles = records!.articles.map((one) => (one.status ? { ...one, chain: [source.id] } : one));
		const named = { ...records!, articles, sources: [...records!.sources, source] };
		expect(compile(named)).toEqual(published);
		expect(compile(named, { drafts: true }).sources.map(({ id }) => id)).toContain('a-cat');
		const all = compile(records!, { drafts: true });
		expect(all.reports).toHaveLength(published.reports.length + 1);
		const site = all.sites.find(({ id }) => id === 'zeta-hill')!;
		expect(site).toMatchObject({
			draft: true,
			reports: [{ article: { draft: true, url: '' }, quotes: [{ original: '' }] }]
		});
		expect(all.sites.filter(({ draft }) => draft)).toEqual([site]);
		expect(all.articles.filter(({ draft }) => draft).map(({ id }) => id)).toEqual(['fixture-draft']);
	});

	it('is compared with versions that have no drafts', () => {
		expect(historyOf(records!).pending).toEqual([]);
		const { places, reports } = snapshotOf(records!, records!.version);
		expect([...places, ...reports].map(({ id }) => id)).not.toContain('zeta-hill');
		expect(reports.map(({ id }) => id)).not.toContain('fixture-draft-1');
	});
});

describe('a folder with drafts', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'attested-drafts-'));
		for (const from of [validDirectory, draftsDirectory]) cpSync(from, folder, { recursive: true });
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('passes the check, which lists what is to do, also where a draft was not compared with its text', () => {
		rmSync(join(folder, 'verified/fixture-draft.json'));
		const told = check(folder, { strict: true });
		expect(told.passed).toBe(true);
		expect(told.lines).toContain(`Still to do in drafts: ${lines.length} things.`);
		expect(told.lines).toEqual(expect.arrayContaining(lines));
	});

	it('can be released: drafts are no part of the version', async () => {
		rmSync(join(folder, 'verified/fixture-draft.json'));
		await release({ version: '9.0.0', note: 'New.', notes: { ar: 'جديد.' }, released: '2031-01-01' }, folder);
		expect(readFileSync(join(folder, 'changes/9.0.0.json'), 'utf8')).not.toMatch(/zeta|fixture-draft/);
	});
});
