/** Which column has the dates. */
import { describe, expect, it } from 'vitest';
import { rolesOf, tableOf } from '../made';

const dateOf = async (names: string, cells: string) =>
	rolesOf(await tableOf(`lat,lon,${names}\n36.2,37.1,${cells}\n36.3,37.2,${cells}\n`)).date;

describe('the column of dates', () => {
	it.each([
		// FIRMS, HDX, GDELT, KoBo, Sentinel Hub and others.
		['acq_date', '2015-09-24'],
		['reference_period_start', '2015-09-01'],
		['SQLDATE', '20150924'],
		['_submission_time', '2015-09-24T10:00:00'],
		['ACQUISITION_DATE', '2015-09-24'],
		['date_of_event', '2015-09-24'],
		['Date Occurred', '24/09/2015'],
		['first_seen', '2015'],
		['from', '2012'],
		['pub_date', '24 Sep 2015'],
		['createdAt', '2015-09-24T10:00:00Z']
	])('is called %s', async (name, text) => expect(await dateOf(name, text)).toBe(name));

	it.each([
		['a word of its name says it', 'last_strike_date', '2015-09-24'],
		['its name says it in another language', 'تاريخ الحادث', '2015-09-24'],
		['its values are dates beyond doubt', 'zzz', '2015-09-24']
	])('is found where %s', async (_, name, text) => expect(await dateOf(name, text)).toBe(name));

	it('is none where neither says it', async () => {
		expect(await dateOf('update_count,zzz,candidate', '3,2015,x')).toBe(null);
		expect(await dateOf('date', 'soon')).toBe(null);
	});

	it('is the one that is called so before one that merely looks so', async () => {
		expect(await dateOf('checked,date', '2020-01-01,2015-09-24')).toBe('date');
		expect(await dateOf('updated_date,event_date', '2020-01-01,2015-09-24')).toBe('event_date');
	});
});
