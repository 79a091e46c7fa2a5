import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAbout, parseWhen } from '../../../src/lib/geodata/dates';
import { edtfFault } from '../../../src/lib/geodata/edtf';
import { levelOne, masked, qualified, side } from './dates.made';

describe('parseWhen', () => {
	it.each([
		['2022-08-31', '2022-08-31', '2022-08-31'],
		['2015-11', '2015-11-01', '2015-11-30'],
		['2016-02', '2016-02-01', '2016-02-29'],
		['2015', '2015-01-01', '2015-12-31'],
		['2019-03-18?', '2019-03-18', '2019-03-18'],
		['2022-09~', '2022-09-01', '2022-09-30'],
		['../2015-09-24', null, '2015-09-24'],
		['/2015', null, '2015-12-31'],
		['2015/..', '2015-01-01', null],
		['../..', null, null],
		['2022-08-31/2022-09-02', '2022-08-31', '2022-09-02'],
		['201X', '2010-01-01', '2019-12-31'],
		['20XX', '2000-01-01', '2099-12-31'],
		['2015-XX', '2015-01-01', '2015-12-31'],
		['2015-11-XX', '2015-11-01', '2015-11-30'],
		['2015-22', '2015-06-01', '2015-08-31'],
		['2015-24', '2015-12-01', '2016-02-29']
	])('%s', (date, earliest, latest) => {
		expect(parseWhen(date)).toEqual({ earliest, latest });
	});

	it.each([
		'',
		' ',
		'yesterday',
		'2015-13',
		'2015-02-30',
		'2015-00',
		'15-01-01',
		'2015-XX-03',
		'2015/2014',
		'1/2/3'
	])('refuses “%s”', (date) => {
		expect(() => parseWhen(date)).toThrow(`“${date}”`);
		expect(edtfFault(date)).toContain(`“${date}”`);
	});
});

describe('any date', () => {
	it('ends no earlier than it begins', () => {
		fc.assert(
			fc.property(levelOne, (date) => {
				fc.pre(edtfFault(date) === null);
				const { earliest, latest } = parseWhen(date);
				if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
			})
		);
	});

	it('means the days that the edtf library says', () => {
		const isoDay = (time: number) =>
			Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null;
		fc.assert(
			fc.property(
				fc.oneof(
					qualified,
					masked,
					fc.tuple(qualified, qualified).map((sides) => sides.join('/'))
				),
				(date) => {
					fc.pre(edtfFault(date) === null);
					const { min, max } = edtf(date, { level: 1 });
					expect(parseWhen(date)).toEqual({ earliest: isoDay(min), latest: isoDay(max) });
				}
			)
		);
	});

	it('alone is valid by our grammar where it is by the library’s', () => {
		fc.assert(
			fc.property(side, (date) => {
				expect(() => edtf(date, { level: 1 })).not.toThrow();
				expect(edtfFault(date)).toBeNull();
			})
		);
	});

	it('is found wrong without a throw where it is wrong', () => {
		fc.assert(
			fc.property(fc.string(), (date) => {
				expect(() => edtfFault(date)).not.toThrow();
			})
		);
	});
});

it('the days about a date have some before and after, and a month where it is open', () => {
	expect(daysAbout('2018-07-22', 10)).toEqual({ from: '2018-07-12', to: '2018-08-01' });
	expect(daysAbout('2015-11?', 1)).toEqual({ from: '2015-10-31', to: '2015-12-01' });
	expect(daysAbout('../2015-09-24', 10)).toEqual({ from: '2015-08-15', to: '2015-10-04' });
	expect(daysAbout('2022-08-31/..', 0)).toEqual({ from: '2022-08-31', to: '2022-09-30' });
	expect(daysAbout('', 10)).toBeNull();
});
