import { describe, expect, it } from 'vitest';
import { labels } from '$lib/words';
import { doubtLabels } from '$lib/words/doubts';
import { locales } from '$lib/words/locale';
import { byWeight, describeDoubts, doubtsOf } from '$lib/words/sure';
import { caveatKinds } from '../../../src/lib/geodata/vocabulary';
import { fixtures, real } from '../export/data';

const reports = [...real.reports, ...fixtures.reports];
const report = (id: string) => reports.find((one) => one.id === id)!;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

describe('how sure a report is', () => {
	it('is one line, of what weighs most first', () => {
		expect(describeDoubts(report('naija-on-point-2022-14'), 'en')).toBe(
			'Disputed by one source; date inferred; place not given; no source given'
		);
		expect(describeDoubts(report('mufaker-hur-2015-8'), 'en')).toMatch(
			/^Disputed by 2 sources; date inferred; /
		);
		expect(describeDoubts(report('naija-on-point-2022-14'), 'ar')).toMatch(/^يخالفه مصدر واحد؛ /);
	});

	it('is nothing where nothing speaks against it', () => {
		const sure = {
			caveats: [],
			when: { edtf: '2020', stated: '2020', inferred: null },
			attribution: 'attributed',
			article: { checked: '2026-11-30' },
			quotes: []
		} as const;
		expect(describeDoubts({ ...sure, caveats: [], quotes: [] }, 'en')).toBeNull();
		expect(describeDoubts({ ...sure, caveats: [], quotes: [], attribution: 'unsourced' }, 'en')).toBe(
			'No source given'
		);
	});

	it('says first that nobody has compared the quotes with their text', () => {
		const one = report('naija-on-point-2022-14');
		const unchecked = { ...one, article: { ...one.article, checked: null } };
		expect(describeDoubts(unchecked, 'en')).toMatch(
			/^\d quotes not yet checked against the full text; disputed by one source; /
		);
	});

	it.each(locales)('names in %s every kind of its notes once, in their order', (locale) => {
		for (const one of reports) {
			const doubts = doubtsOf(one);
			const kinds = [...new Set(doubts.map(({ kind }) => kind))].filter((kind) => kind !== 'disputed');
			const line = describeDoubts(one, locale);
			if (doubts.length === 0) expect(line).toBeNull();
			else {
				const parts = line!.split(labels(locale).semicolon);
				const named = doubts[0]!.kind === 'disputed' ? parts.slice(1) : parts;
				expect(named.map(lower)).toEqual(kinds.map((kind) => lower(doubtLabels(locale).caveatKinds[kind])));
			}
		}
	});

	it('leaves out no caveat, and says of no kind what one says already', () => {
		for (const one of reports) {
			const doubts = doubtsOf(one);
			for (const { kind, note } of one.caveats)
				expect(doubts.filter((doubt) => doubt.kind === kind && doubt.note === note)).toHaveLength(1);
			for (const kind of ['date-inferred', 'unsourced'] as const) {
				const own = one.caveats.filter((caveat) => caveat.kind === kind).length;
				expect(doubts.filter((doubt) => doubt.kind === kind).length).toBeLessThanOrEqual(Math.max(own, 1));
			}
		}
	});

	it('has a weight for each kind', () => {
		const sorted = byWeight(caveatKinds.map((kind) => ({ kind }))).map(({ kind }) => kind);
		expect(sorted[0]).toBe('disputed');
		expect(new Set(sorted)).toEqual(new Set(caveatKinds));
	});
});
