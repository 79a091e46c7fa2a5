import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvColumns, reportsCsv } from '../../../../src/lib/export/formats/csv';
import { listText } from '../../../../src/lib/export/formats/text';
import { harmless, writeCsv } from '../../../../src/lib/export/formats/csvText';
import type { Dataset } from '../../../../src/lib/geodata/views';
import { anyText, context, fixtures, forAnyText, real, withText } from '../data';

const read = (csv: string) => {
	const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
		header: true,
		skipEmptyLines: true,
		delimiter: ',',
		newline: '\r\n'
	});
	expect(errors).toEqual([]);
	expect(meta.fields).toEqual(csvColumns(context.about).map(({ name }) => name));
	return data;
};

const comesBack = (data: Dataset) => {
	const rows = read(reportsCsv(data, context));
	expect(rows).toHaveLength(data.reports.length);
	data.reports.forEach((report, index) => {
		const row = rows[index]!;
		expect(row.report).toBe(report.id);
		expect(row.summary).toBe(harmless(report.summary));
		expect(row.name).toBe(harmless(report.place?.name.en ?? ''));
		expect(row.name_ar).toBe(harmless(report.place?.name.ar ?? ''));
		expect(row.article_title).toBe(harmless(report.article.title));
		expect(row.actors).toBe(harmless(listText(report.actors.map(({ actor }) => actor.name.en!))));
		expect(row.roles!.split('; ')).toEqual(report.actors.map(({ role }) => role));
		expect(row.date).toBe(report.when.edtf);
		expect(row.disputed).toBe(String(report.disputed));
	});
};

describe('reports as CSV, read by Papa Parse', () => {
	it('come back as they are', () => {
		comesBack(real);
		comesBack(fixtures);
	});

	it('take any text', () => forAnyText((text) => comesBack(withText(text))), 60_000);

	it('has coordinates only where the site is a point, and they are numbers', () => {
		const sites = new Map(real.sites.map((site) => [site.id, site]));
		for (const row of read(reportsCsv(real, context))) {
			const site = sites.get(row.site!);
			if (site?.drawn === 'point') {
				expect([Number(row.longitude), Number(row.latitude)]).toEqual(site.geometry.coordinates);
			} else {
				expect([row.longitude, row.latitude]).toEqual(['', '']);
			}
		}
	});

	it('leaves numbers as numbers', () => {
		expect(writeCsv([[-12.5, 0, 1e-7, true, null]])).toBe('-12.5,0,1e-7,true,\r\n');
	});

	it('starts with a byte order mark only when asked', () => {
		expect(reportsCsv(real, context)).toMatch(/^report,/);
		expect(reportsCsv(real, context, { byteOrderMark: true })).toMatch(/^\uFEFFreport,/);
	});

	it('exports a part as well', () => {
		const part = { reports: real.reports.slice(0, 3), sites: real.sites };
		expect(read(reportsCsv(part, context)).map(({ report }) => report)).toEqual(
			part.reports.map(({ id }) => id)
		);
	});
});

describe('a text cell', () => {
	it.each(['=1+1', '+1', '-1+1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
		'%j is made harmless',
		(text) => {
			expect(harmless(text)).toBe(`'${text}`);
		}
	);
	it.each(['1+1', 'a=b', '’=', 'قاعدة', '-1', '-1.50', '-1E+02'])('%j stays', (text) => {
		expect(harmless(text)).toBe(text);
	});
	it('never starts a formula', () => {
		fc.assert(
			fc.property(fc.array(anyText, { minLength: 1 }), (row) => {
				const [cells] = Papa.parse<string[]>(writeCsv([row]), { delimiter: ',', newline: '\r\n' }).data;
				// A negative number is what it says.
				for (const cell of cells!) expect(cell).not.toMatch(/^(?!-\d+(\.\d+)?([eE][+-]?\d+)?$)[=+\-@\t\r\n]/);
			})
		);
	});
});
