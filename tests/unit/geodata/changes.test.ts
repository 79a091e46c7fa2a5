import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, historyOf, newsOf, snapshotOf } from '../../../src/lib/geodata/changes';
import { compile } from '../../../src/lib/geodata/compile';
import type { Records, Snapshot } from '../../../src/lib/geodata/schema';
import { translate } from '../../../src/lib/geodata/translate';
import { validate } from '../../../src/lib/geodata/validate';
import { compareVersions } from '../../../src/lib/geodata/validate/releases';
import { describeField } from '../../../src/lib/words/changes';
import { loadRecords } from '../../../src/lib/server/geodata';
import { validDirectory, validFiles } from '../records';

type Place = Snapshot['places'][number];
type Report = Snapshot['reports'][number];

const place: Place = {
	id: 'alpha',
	name: { en: 'Alpha', ar: 'ألفا' },
	kind: 'airport',
	drawn: 'point',
	geometry: { type: 'Point', coordinates: [36, 35] },
	where_prec: 1,
	radius_km: 2,
	reason: 'By the first source.'
};
const report: Report = {
	id: 'one-1',
	place: 'alpha',
	summary: 'Atlantis has a base at Alpha.',
	claim: 'base',
	actors: ['atlantis operates'],
	when: '2020',
	quotes: ['a base at Alpha'],
	chain: [],
	caveats: []
};
const withPlace = (change: Partial<Place>) => ({ places: [{ ...place, ...change }], reports: [] });
const withReport = (change: Partial<Report>) => ({ places: [], reports: [{ ...report, ...change }] });
const none = { places: [], reports: [] };

describe('what changed', () => {
	it('is nothing between equals', () => {
		expect(compare(withPlace({}), withPlace({}))).toEqual([]);
		expect(compare(none, none)).toEqual([]);
	});

	it('says what was added and what is gone', () => {
		const title = report.summary;
		expect(compare(none, withReport({}))).toEqual([{ record: 'report', id: 'one-1', title, kind: 'added' }]);
		expect(compare(withPlace({}), none)).toEqual([
			{ record: 'place', id: 'alpha', title: place.name, kind: 'withdrawn', on: null, reason: null }
		]);
	});

	it('says when and why a report was taken back, once', () => {
		const withdrawn = { on: '2027-01-02', reason: 'It was a misreading.' };
		const title = report.summary;
		expect(compare(withReport({}), withReport({ withdrawn }))).toEqual([
			{ record: 'report', id: 'one-1', title, kind: 'withdrawn', ...withdrawn }
		]);
		expect(compare(withReport({ withdrawn }), withReport({ withdrawn }))).toEqual([]);
		expect(compare(withReport({ withdrawn }), withReport({}))).toMatchObject([
			{
				kind: 'corrected',
				fields: [{ field: 'withdrawal', from: '2027-01-02: It was a misreading.', to: null }]
			}
		]);
	});

	it('says how far a place moved, and the reason of where it is now', () => {
		const moved = withPlace({
			geometry: { type: 'Point', coordinates: [36, 36] },
			reason: 'By a better source.'
		});
		const [change, ...others] = compare(withPlace({}), moved);
		expect(others).toEqual([]);
		expect(change).toMatchObject({ kind: 'moved', reason: 'By a better source.' });
		// One degree of latitude.
		expect(change?.kind === 'moved' && change.kilometres).toBeCloseTo(111.2, 1);
	});

	it('tells a shape drawn anew in the same place from a move', () => {
		const square = (size: number): Partial<Place> => ({
			drawn: 'region',
			geometry: {
				type: 'Polygon',
				coordinates: [
					[
						[36 - size, 35 - size],
						[36 + size, 35 - size],
						[36 + size, 35 + size],
						[36 - size, 35 + size],
						[36 - size, 35 - size]
					]
				]
			}
		});
		expect(compare(withPlace(square(1)), withPlace(square(2)))).toMatchObject([
			{
				kind: 'corrected',
				fields: [
					{
						field: 'shape',
						from: { shape: 'Polygon', positions: 5, redrawn: false },
						to: { shape: 'Polygon', positions: 5, redrawn: true }
					}
				]
			}
		]);
		expect(compare(withPlace({}), withPlace({ geometry: null }))).toMatchObject([
			{
				kind: 'corrected',
				fields: [{ field: 'shape', from: { shape: 'Point', positions: 1, redrawn: false }, to: null }]
			}
		]);
	});

	it('says which fields were corrected, from what to what', () => {
		const changes = compare(withReport({}), withReport({ when: '2021', actors: ['lemuria operates'] }));
		expect(changes).toEqual([
			{
				record: 'report',
				id: 'one-1',
				title: report.summary,
				kind: 'corrected',
				fields: [
					{ field: 'actors', from: 'atlantis operates', to: 'lemuria operates' },
					{ field: 'date', from: '2020', to: '2021' }
				]
			}
		]);
	});
});

const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const anyPlace: fc.Arbitrary<Place> = fc
	.record({
		id: anyId,
		x: fc.integer({ min: 30, max: 32 }),
		drawn: fc.boolean(),
		radius_km: fc.constantFrom(1, 5, null),
		reason: fc.constantFrom('r', 's')
	})
	.map(({ id, x, drawn, radius_km, reason }) => ({
		...place,
		id,
		radius_km,
		reason,
		geometry: drawn ? { type: 'Point', coordinates: [x, 35] } : null
	}));
const anyReport: fc.Arbitrary<Report> = fc
	.record({ id: anyId, summary: fc.constantFrom('s', 't'), withdrawn: fc.boolean() })
	.map(({ id, summary, withdrawn }) => ({
		...report,
		id,
		summary,
		...(withdrawn && { withdrawn: { on: '2027-01-01', reason: 'w' } })
	}));
const anyVersion = fc.record({
	places: fc.uniqueArray(anyPlace, { selector: ({ id }) => id }),
	reports: fc.uniqueArray(anyReport, { selector: ({ id }) => id })
});

describe('between any two versions', () => {
	it('nothing changed where they are equal, in whatever order they stand', () => {
		fc.assert(
			fc.property(anyVersion, (version) => {
				const copy = structuredClone(version);
				expect(compare(version, copy)).toEqual([]);
				expect(compare(version, { places: copy.places.reverse(), reports: copy.reports.reverse() })).toEqual(
					[]
				);
			})
		);
	});

	it('every record is accounted for: equal, or with a change that says so', () => {
		fc.assert(
			fc.property(anyVersion, anyVersion, (before, after) => {
				const changes = compare(before, after);
				for (const [record, old, recent] of [
					['report', before.reports, after.reports],
					['place', before.places, after.places]
				] as const) {
					for (const id of new Set([...old, ...recent].map(({ id }) => id))) {
						const [from, to] = [old.find((one) => one.id === id), recent.find((one) => one.id === id)];
						const kinds = changes
							.filter((change) => change.record === record && change.id === id)
							.map(({ kind }) => kind);
						if (!from) expect(kinds).toEqual(['added']);
						else if (!to) expect(kinds).toEqual(['withdrawn']);
						else if (JSON.stringify(from) === JSON.stringify(to)) expect(kinds).toEqual([]);
						else {
							expect(kinds.length).toBeGreaterThan(0);
							expect(kinds).not.toContain('added');
						}
					}
				}
				const known = new Set(
					[...before.reports, ...after.reports, ...before.places, ...after.places].map(({ id }) => id)
				);
				expect(changes.every(({ id }) => known.has(id))).toBe(true);
			})
		);
	});

	it('what was added one way is gone the other way', () => {
		fc.assert(
			fc.property(anyVersion, anyVersion, (before, after) => {
				const ids = (
					changes: ReturnType<typeof compare>,
					wanted: (kind: (typeof changes)[number]) => boolean
				) => changes.filter(wanted).map(({ record, id }) => `${record} ${id}`);
				expect(ids(compare(before, after), ({ kind }) => kind === 'added')).toEqual(
					ids(compare(after, before), (change) => change.kind === 'withdrawn' && change.on === null)
				);
			})
		);
	});
});

describe('the history', () => {
	const records = loadRecords();

	it('begins with a first release that changed nothing', () => {
		const first = historyOf(records).releases.at(-1)!;
		expect(first).toMatchObject({ version: '1.0.0', isFirst: true, changes: [], reports: 41, places: 27 });
	});

	it('has everything in its place after a version, newest first', () => {
		const old = snapshotOf(records, { ...records.version, version: '0.9.0' });
		old.reports.pop();
		const { releases, pending } = historyOf({ ...records, snapshots: [old] });
		expect(releases.map(({ version }) => version)).toEqual([records.version.version, '0.9.0']);
		expect(releases[0]!.changes.map(({ kind }) => kind)).toEqual(['added']);
		expect(pending).toEqual([]);
	});

	it('tells what the released version does not have yet', () => {
		const snapshot = snapshotOf(records, records.version);
		snapshot.places[0]!.radius_km = 99;
		const { pending } = historyOf({ ...records, snapshots: [snapshot] });
		expect(pending).toMatchObject([
			{ kind: 'corrected', fields: [{ field: 'radius', from: { radius_km: 99 } }] }
		]);
	});

	it('is told in Arabic where the records are', () => {
		const arabic = translate(records, 'ar').records;
		const snapshot = snapshotOf(arabic, arabic.version);
		const airport = snapshot.places.find(({ id }) => id === 'aleppo-airport')!;
		airport.radius_km = 2.5;
		snapshot.reports.find(({ id }) => id === 'crystal-eyes-2019-2')!.caveats = [
			{ kind: 'disputed', note: 'لا شيء.' },
			{ kind: 'of-old', note: 'لا شيء.' }
		];
		const { pending } = historyOf({ ...arabic, snapshots: [snapshot] });
		const inWords = pending.map((change) =>
			change.kind === 'corrected'
				? {
						...change,
						title: typeof change.title === 'string' ? change.title : change.title.ar,
						fields: change.fields.map(({ field, from, to }) => ({
							field,
							from: describeField(from!, 'ar'),
							to: describeField(to!, 'ar')
						}))
					}
				: change
		);
		expect(inWords).toEqual([
			{
				record: 'report',
				id: 'crystal-eyes-2019-2',
				title: 'ورد أن القادة العسكريين لإيران وسوريا والعراق اجتمعوا في دمشق.',
				kind: 'corrected',
				fields: [
					{
						field: 'caveats',
						from: 'متنازع عليه: لا شيء. of-old: لا شيء.',
						to: expect.stringContaining('المكان غير مذكور: لم يُذكر مكان الانعقاد في المدينة.')
					}
				]
			},
			{
				record: 'place',
				id: 'aleppo-airport',
				title: 'مطار حلب الدولي',
				kind: 'corrected',
				fields: [{ field: 'radius', from: '٢٫٥ كم', to: '٢ كم' }]
			}
		]);
	});

	it('orders versions as numbers', () => {
		const versions = ['1.10.0', '1.2.0', '0.9.9', '1.2.10'];
		expect(versions.toSorted(compareVersions)).toEqual(['0.9.9', '1.2.0', '1.2.10', '1.10.0']);
	});
});

describe('a withdrawn report', () => {
	const path = 'articles/fixture-one.json';
	const withdrawn = { on: '2024-01-31', reason: 'Made up.' };

	function recordsWithdrawn(): Records {
		const files = validFiles.map((file) => {
			if (file.path !== path) return file;
			const article = JSON.parse(file.text);
			article.reports[0].withdrawn = withdrawn;
			return { ...file, text: JSON.stringify(article) };
		});
		const { problems, records } = validate(files);
		expect(problems).toEqual([]);
		return records!;
	}

	it('keeps its address and stands nowhere else', () => {
		const before = compile(loadRecords(validDirectory));
		const after = compile(recordsWithdrawn());
		const [report] = after.withdrawn;
		expect(report).toMatchObject({ id: 'fixture-one-1', withdrawn });
		expect(after.reports).toHaveLength(before.reports.length - 1);
		const shown = [
			...after.reports,
			...after.sites.flatMap(({ reports }) => reports),
			...after.articles.flatMap(({ reports, passages }) => [
				...reports,
				...passages.flatMap(({ reports }) => reports)
			])
		];
		expect(shown.map(({ id }) => id)).not.toContain('fixture-one-1');
		expect(before.withdrawn).toEqual([]);
	});

	it('takes its site off the map where it was the only one', () => {
		const after = compile(recordsWithdrawn());
		const place = after.withdrawn[0]!.place!;
		const others = after.reports.filter((report) => report.place?.id === place.id);
		expect(place.mapped).toBe(others.length > 0);
		expect(after.sites.some(({ id }) => id === place.id)).toBe(others.length > 0);
	});
});

describe('the news of reports', () => {
	const records = loadRecords(validDirectory);
	const now = snapshotOf(records, { ...records.version, version: '2.0.0', released: '2030-01-02' });
	const [first, second, ...others] = now.reports;
	const before: Snapshot = {
		...now,
		version: '1.0.0',
		released: '2029-01-01',
		reports: [{ ...first!, summary: 'Something else.' }, ...others]
	};
	const released = (versions: Snapshot[]) =>
		newsOf({
			...records,
			version: { ...records.version, version: '2.0.0', released: '2030-01-02' },
			snapshots: versions
		});

	it('are every report of the first version, and what happened since, newest first', () => {
		const news = released([before, now]);
		expect(news.slice(0, 2).map(({ change, on, version }) => [change.id, change.kind, on, version])).toEqual(
			[
				[first!.id, 'corrected', '2030-01-02', '2.0.0'],
				[second!.id, 'added', '2030-01-02', '2.0.0']
			].sort()
		);
		expect(news.slice(2).every(({ change, on }) => change.kind === 'added' && on === '2029-01-01')).toBe(
			true
		);
		expect(news).toHaveLength(before.reports.length + 2);
	});

	it('tell of what is no version yet, and never of a place', () => {
		const news = released([before, { ...now, reports: before.reports }]);
		expect(news.filter(({ version }) => version === null).map(({ change }) => change.id)).toEqual(
			[first!.id, second!.id].sort()
		);
		expect(new Set(news.map(({ change }) => change.record))).toEqual(new Set(['report']));
	});

	it('count how often the same happened', () => {
		const again: Snapshot = { ...now, version: '1.5.0', released: '2029-06-01', reports: now.reports };
		const back: Snapshot = { ...before, version: '1.7.0', released: '2029-07-01' };
		const news = released([before, again, back, now]).filter(
			({ change }) => change.id === first!.id && change.kind === 'corrected'
		);
		expect(news.map(({ nth }) => nth)).toEqual([3, 2, 1]);
	});
});
