import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import type { CaveatView, ReportActorView, ReportView, SiteView } from '$lib/geodata/views';
import { contestedOf, groupReasons } from '$lib/geodata/contested';
import { type CaveatKind, type RelationKind, type Role } from '$lib/geodata/vocabulary';
import { roles } from '$lib/geodata/recordWords';
import { firstRecords } from '../records';

const { sites } = compile(firstRecords());
const site = (id: string) => sites.find((one) => one.id === id)!;
const template = site('hmeimim');

const source = (id: string) => ({ id, name: id, kind: 'agency' as const, date: null, references: [] });
const actor = (id: string, role: Role): ReportActorView => ({
	actor: { id, name: { en: id, ar: id }, letter: 'A', hue: 'grey', parent: null },
	role,
	part: roles[role]
});
const caveat = (kind: CaveatKind, note = `note on ${kind}`) => ({
	kind,
	note,
	quotes: [] as CaveatView['quotes'],
	references: []
});
const when = (edtf: string) => ({ edtf, stated: null, inferred: null });

function report(article: string, changes: Partial<ReportView>): ReportView {
	const base = template.reports[0]!;
	return {
		...base,
		id: `${article}-1`,
		article: { ...base.article, id: article },
		caveats: [],
		references: [],
		chain: [],
		disputed: false,
		...changes
	};
}

function siteWith(reports: ReportView[], changes: Partial<SiteView> = {}): SiteView {
	return { ...template, id: 'here', related: [], reports, ...changes };
}

const strike = (article: string, edtf: string, changes: Partial<ReportView> = {}) =>
	report(article, {
		claim: 'strike',
		when: when(edtf),
		actors: [actor('israel', 'struck'), actor('iran', 'hit')],
		chain: [source('wire')],
		...changes
	});

describe('what is contested', () => {
	it('is nothing where no record says so', () => {
		const quiet = siteWith([
			report('a', { caveats: [caveat('unsourced'), caveat('date-inferred'), caveat('same-site')] })
		]);
		expect(contestedOf(quiet, [quiet])).toEqual({ contested: false, reasons: [] });
	});

	it.each([
		['disputed', 'what'],
		['overstated', 'what'],
		['inconsistent', 'what'],
		['number-conflict', 'what'],
		['date-corrected', 'date'],
		['ambiguous', 'reading']
	] as const)('is a report with the caveat “%s”', (kind, matter) => {
		const one = report('a', { caveats: [caveat(kind)] });
		const { contested, reasons } = contestedOf(siteWith([one, report('b', {})]), []);
		expect(contested).toBe(true);
		expect(reasons).toHaveLength(1);
		expect(reasons[0]).toMatchObject({ cause: 'caveat', kind, matter });
		expect(reasons[0]!.columns[0].reports).toEqual([one]);
		expect(reasons[0]!.columns[1].notes.map(({ text }) => text)).toEqual([`note on ${kind}`]);
	});

	it('has the words of a denial on the side that speaks against the report, each once', () => {
		const denial = { ...template.reports[0]!.quotes[0]!, shown: 'The navy denied it.' };
		const both = ['a', 'b'].map((id) =>
			report(id, { caveats: [{ ...caveat('disputed', 'it was denied'), quotes: [denial] }] })
		);
		const [group] = groupReasons(contestedOf(siteWith(both), []).reasons);
		const [reported, against] = group!.columns;
		expect(reported.reports.flatMap(({ words }) => words)).not.toContain('The navy denied it.');
		expect(against.notes.map(({ text, words }) => [text, words.map(({ shown }) => shown)])).toEqual([
			['it was denied', ['The navy denied it.']]
		]);
	});

	it('says the same note on two reports once', () => {
		const both = ['a', 'b'].map((id) => report(id, { caveats: [caveat('disputed', 'it was denied')] }));
		const { reasons } = contestedOf(siteWith(both), []);
		expect(reasons).toHaveLength(1);
		expect(reasons[0]!.columns[0].reports).toEqual(both);
	});

	const tiedTo = (relation: RelationKind) => {
		const { name, kind } = template;
		const place = { id: 'there', name, kind, mapped: true };
		return { related: [{ place, relation, reason: 'a tie', references: [] }] };
	};
	const stores = report('b', { claim: 'storage', actors: [actor('iran', 'stores')] });

	it('is a place that may be another, of which other things are claimed', () => {
		const there = siteWith([stores], { id: 'there' });
		for (const relation of ['confusable', 'probably-same'] as const) {
			const { reasons } = contestedOf(siteWith([report('a', {})], tiedTo(relation)), [there]);
			expect(reasons).toMatchObject([{ cause: 'relation', matter: 'place' }]);
			expect(reasons[0]!.columns[1]).toMatchObject({ reports: [stores], notes: [{ text: 'a tie' }] });
		}
	});

	it('is not one of which the same is claimed, nor one nearby, nor the same under two names', () => {
		const there = siteWith([stores], { id: 'there' });
		expect(contestedOf(siteWith([{ ...stores, id: 'a-1' }], tiedTo('confusable')), [there]).contested).toBe(
			false
		);
		expect(contestedOf(siteWith([report('a', {})], tiedTo('nearby')), [there]).contested).toBe(false);
		expect(contestedOf(siteWith([report('a', {})], tiedTo('same')), [there]).contested).toBe(false);
	});

	it('is one event of two accounts whose dates exclude each other', () => {
		const { reasons } = contestedOf(siteWith([strike('a', '2022-08-14'), strike('b', '2022-09-02')]), []);
		expect(reasons).toMatchObject([{ cause: 'dates', matter: 'date' }]);
	});

	it.each<[string, ReportView]>([
		['may be the same day', strike('b', '2022-08')],
		['is open towards it', strike('b', '../2022-09')],
		['is in the same article, which tells of two', strike('a', '2022-09-02')],
		['has no source in common', strike('b', '2022-09-02', { chain: [source('other')] })],
		['is another kind of event', strike('b', '2022-09-02', { claim: 'battle' })],
		['has other actors', strike('b', '2022-09-02', { actors: [actor('turkey', 'struck')] })]
	])('is not a second account that %s', (_, other) => {
		expect(contestedOf(siteWith([strike('a', '2022-08-14'), other]), []).contested).toBe(false);
	});

	it('is no presence in two years', () => {
		const base = (id: string, edtf: string) => report(id, { when: when(edtf), chain: [source('wire')] });
		expect(contestedOf(siteWith([base('a', '2015'), base('b', '2022')]), []).contested).toBe(false);
	});
});

describe('what is contested in the records', () => {
	const contested = sites.filter((one) => contestedOf(one, sites).contested).map(({ id }) => id);

	it('has the demand of 2022, the wounded commander and the confused store, and not the bases', () => {
		expect(contested).toEqual(
			expect.arrayContaining([
				'hama-military-airport',
				'aleppo-battle',
				'tartus-alleged-storehouse',
				'masyaf-facility'
			])
		);
		for (const quiet of ['hmeimim', 'tanf', 'tartus-naval-facility', 'eastern-syria', 'latakia-airport']) {
			expect(contested).not.toContain(quiet);
		}
	});

	it('has every site with a disputed report', () => {
		for (const { id, disputed } of sites) if (disputed) expect(contested).toContain(id);
	});

	it('has no empty side', () => {
		for (const one of sites) {
			for (const { columns } of contestedOf(one, sites).reasons) {
				for (const { reports, notes } of columns) expect(reports.length + notes.length).toBeGreaterThan(0);
			}
		}
	});
});
