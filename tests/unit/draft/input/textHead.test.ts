import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOfText } from '../../../../src/lib/draft/input/textHead';

const body = 'The ministry said that the base was in the west of the country and that it had been hit.';
const valuesOf = (text: string, isMarkdown = false) =>
	Object.fromEntries(
		Object.entries(headOfText(text, isMarkdown))
			.filter(([key]) => key !== 'dateline')
			.map(([key, values]) => [
				key,
				(values as { value: string; origin: { name: string } }[]).map(
					({ value, origin }) => `${value} <${origin.name}>`
				)
			])
	);

describe('what a text says of itself', () => {
	it('is in its first lines', () => {
		const text = `\n  Base hit in the west\r\nBy Jane Doe and Omar al-Made | The Made-Up Times\r\nWednesday, August 31, 2022 10:30 GMT\r\n\r\n${body}`;
		expect(valuesOf(text)).toEqual({
			title: ['Base hit in the west <first line>'],
			publisher: [],
			author: ['Jane Doe and Omar al-Made <byline>'],
			published: ['2022-08-31 <date line>'],
			language: ['en <words>'],
			address: []
		});
	});

	it('has no title in what pages have before it', () => {
		expect(valuesOf(`Connect with us\nHome | World | Sport | News\nBase hit\n${body}`).title).toEqual([
			'Base hit <first line>'
		]);
	});

	it('may be nothing but the language', () => {
		expect(valuesOf(`${body} ${body} ${body}`)).toEqual({
			...{ title: [], publisher: [], author: [], published: [], address: [] },
			language: ['en <words>']
		});
		expect(valuesOf('')).toMatchObject({ title: [], language: ['und <words>'] });
	});

	it.each([
		['DAMASCUS, Aug. 31 (Reuters) - The base', { place: 'DAMASCUS', date: 'Aug. 31', agency: 'Reuters' }],
		['BEIRUT (AP) — The base', { place: 'BEIRUT', date: null, agency: 'AP' }],
		[
			'Deir ez-Zor, 3 March 2019 (Made) – The base',
			{ place: 'Deir ez-Zor', date: '3 March 2019', agency: 'Made' }
		],
		['HAMA — The base', { place: 'HAMA', date: null, agency: null }],
		['بيروت (رويترز) - قالت الوزارة', { place: 'بيروت', date: null, agency: 'رويترز' }],
		['دمشق، 31 آب (سانا) – قالت', { place: 'دمشق', date: '31 آب', agency: 'سانا' }]
	])('may be a dateline: %s', (line, expected) => {
		const text = `A title\n\n${line}`;
		const { dateline } = headOfText(text);
		expect(dateline).toMatchObject(expected);
		expect(text.slice(dateline!.start, dateline!.end)).toBe(line.split(/ [-–—] /)[0]);
	});

	it.each([
		'The base - which is old - was hit',
		'He left — and came back',
		'A well-known base',
		'Note: this'
	])('is no dateline: %s', (line) => {
		expect(headOfText(line).dateline).toBeNull();
	});

	it('has the day of a dateline where that has its year', () => {
		expect(valuesOf('HAMA, 3 March 2019 (Made) – The base').published).toEqual(['2019-03-03 <dateline>']);
		expect(valuesOf('HAMA, 3 March (Made) – The base').published).toEqual([]);
	});

	it.each(['By the river, two tanks were seen.', 'By noon it was over', 'By 2015 all had left'])(
		'has no author in: %s',
		(line) => {
			expect(headOfText(`Title\n${line}`).author).toEqual([]);
		}
	);

	it('is, of Markdown, also in the block before it and in its heading', () => {
		const text = `---\ntitle: "A base"\nauthor: Jane Doe\ndate: 2022-08-31\nurl: https://news.example/a\nlang: en\n---\n\n# The base\n\n${body}`;
		expect(valuesOf(text, true)).toEqual({
			title: ['A base <front matter title>', 'The base <heading>'],
			publisher: [],
			author: ['Jane Doe <front matter author>'],
			published: ['2022-08-31 <front matter date>'],
			language: ['en <front matter lang>', 'en <words>'],
			address: ['https://news.example/a <front matter url>']
		});
		expect(valuesOf('---\nno block', true).title).toEqual(['--- <first line>']);
	});

	it('may be in Arabic', () => {
		expect(
			valuesOf(
				'قصف قاعدة في الغرب\nبقلم: عمر أحمد\n٣١ أغسطس ٢٠٢٢\nقالت الوزارة إن القاعدة في غرب البلاد وقد قصفت من الجو مع المطار'
			)
		).toMatchObject({
			title: ['قصف قاعدة في الغرب <first line>'],
			author: ['عمر أحمد <byline>'],
			published: ['2022-08-31 <date line>'],
			language: ['ar <words>']
		});
	});

	it('is read of any text', () => {
		const unit = fc.constantFrom(
			'By ',
			'A',
			'ق',
			' ',
			'\n',
			'\r',
			'-',
			'—',
			'(',
			')',
			': ',
			'1',
			'Aug. ',
			'---\n',
			'# ',
			',',
			'👍'
		);
		fc.assert(
			fc.property(fc.string({ unit }), fc.boolean(), (text, isMarkdown) => {
				const { dateline, language } = headOfText(text, isMarkdown);
				expect(language).not.toHaveLength(0);
				if (dateline) expect(text.slice(dateline.start, dateline.end)).toContain(dateline.place);
			})
		);
	});
});
