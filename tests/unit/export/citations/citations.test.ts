import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	citationFormats,
	isCitationFormat,
	reportCitation,
	siteCitation,
	type CitationFormatId
} from '../../../../src/lib/export/citations/citations';
import type { Citation } from '../../../../src/lib/export/citations/citation';
import { cslDate, dateNote } from '../../../../src/lib/export/citations/dates';
import { takenBy } from '../../../../src/lib/export/citations/taken';
import { oneLine } from '../../../../src/lib/export/formats/text';
import type { Dataset } from '../../../../src/lib/geodata/views';
import { anyText, context, fixtures, forAnyText, real, withText } from '../data';

const citations = (data: Dataset, of = context) => [
	...data.reports.map((report) => reportCitation(report, data.articles, of)),
	...data.sites.map((site) => siteCitation(site, data.articles, of))
];

interface Item {
	title?: string;
	author?: { literal?: string; family?: string; given?: string }[];
	URL?: string;
	abstract?: string;
	note?: string;
	version?: string;
	publisher?: string;
	issued?: { 'date-parts': number[][] };
	accessed?: { 'date-parts': number[][] };
	'collection-title'?: string;
	keyword?: string;
}

const readers = {
	bib: (text: string) =>
		plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false }) as Item[],
	ris: (text: string) => plugins.input.chain(text, { forceType: '@ris/file', generateGraph: false }) as Item[]
};

const all = [...citations(real), ...citations(fixtures)];

/** As a reader takes them. */
const day = '2026-11-30';
const taken = all.map((citation) => ({ ...citation, accessed: day }));

/** What `PB` is for a book is `T2` for a page of the web; both readers call it by another name. */
const publisherKey = { bib: 'publisher', ris: 'collection-title' } as const;

describe.each(['bib', 'ris'] as const)('a citation as %s, read by citation.js', (format) => {
	const read = (citation: Citation) => readers[format](citationFormats[format].write(citation));

	it('is our record and each article, with every attribute', () => {
		expect(all.length).toBeGreaterThan(60);
		for (const citation of taken) {
			const [record, ...articles] = read(citation);
			expect(record!.title).toBe(citation.title);
			expect(record!.URL).toBe(citation.permalink);
			expect(record!.abstract).toContain(citation.reports[0]!.quotes[0]!.exact.replaceAll(/\s+/g, ' '));
			expect(record!.version ?? record!.note).toContain('1.2.3');
			expect(record!.note).toContain(citation.recorded);
			expect(record!.issued!['date-parts']).toEqual([citation.recorded.split('-').map(Number)]);
			expect(articles).toHaveLength(citation.articles.length);
			articles.forEach((item, index) => {
				const article = citation.articles[index]!;
				expect(item.title).toBe(article.title);
				expect(item.URL).toBe(article.url);
				expect(item[publisherKey[format]]).toBe(article.publisher);
				if (/^\d{4}-\d\d-\d\d$/.test(article.published.edtf))
					expect(item.issued!['date-parts']).toEqual([article.published.edtf.split('-').map(Number)]);
				expect(item.note).toContain(`EDTF ${article.published.edtf}`);
				expect(JSON.stringify(item.author ?? null)).toContain(article.author ?? 'null');
			});
		}
	});

	// One of a report and the one of a site with the most articles: in all others are the same fields.
	const survives = (text: string) => {
		const { reports, sites, articles: sources } = withText(text);
		const report = reportCitation(reports[0]!, sources, context);
		const [site] = sites
			.map((site) => siteCitation(site, sources, context))
			.sort((a, b) => b.articles.length - a.articles.length);
		for (const citation of [report, site!]) {
			const [record, ...articles] = read(citation);
			expect(record!.title ?? '').toBe(oneLine(citation.title));
			expect(record!.URL).toBe(citation.permalink);
			expect(articles).toHaveLength(citation.articles.length);
			articles.forEach((item) => {
				expect(item.title ?? '').toBe(oneLine(text));
				// An address in `howpublished` is taken for the address of the work.
				if (!text.includes('://')) expect(item[publisherKey[format]] ?? '').toBe(oneLine(text));
				expect(item.note).toContain('EDTF');
			});
			expect(record!.abstract).toContain(`“${text}”`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' '));
		}
	};

	it('takes any text', () => forAnyText(survives), 60_000);
});

describe('the day of access', () => {
	const parts = (iso: string | null) => iso && { 'date-parts': [iso.split('-').map(Number)] };

	it.each(taken.map((citation) => [`${citation.kind} ${citation.id}`, citation] as const))(
		'of %s is the reader’s for our record, and that of the check for an article',
		(_, citation) => {
			const wanted = [day, ...citation.articles.map(({ checked }) => checked)];
			const bib = readers.bib(citationFormats.bib.write(citation));
			expect(bib.map(({ accessed }) => accessed ?? null)).toEqual(wanted.map(parts));
			const csl = JSON.parse(citationFormats.json.write(citation)) as Item[];
			expect(csl.map(({ accessed }) => accessed ?? null)).toEqual(wanted.map(parts));
			// citation.js has no day of access for these types; Zotero and EndNote read it from Y2.
			const ris = citationFormats.ris.write(citation).split('ER  - ').slice(0, -1);
			expect(ris.map((record) => /^Y2 {2}- (.*)\r$/m.exec(record)?.[1] ?? null)).toEqual(
				wanted.map((iso) => iso && iso.replaceAll('-', '/'))
			);
			expect(citationFormats.txt.write(citation).split('\n')[0]).toMatch(/ \(accessed 30 November 2026\)$/);
			const note = JSON.parse(citationFormats.jsonld.write(citation)) as Record<string, unknown>;
			expect(note.generated).toBe(`${day}T00:00:00Z`);
			if (wanted[1]) expect(JSON.stringify(note)).toContain(`"sourceDate":"${wanted[1]}T00:00:00Z"`);
		}
	);
});

describe('what a reader takes from a page', () => {
	const formats = Object.keys(citationFormats) as CitationFormatId[];
	const taking = { day, host: 'https://attested.example', base: '' };

	const agrees = (data: Dataset, base: string) => {
		const built = citations(data, { ...context, origin: base });
		const meant = citations(data, { ...context, origin: `https://attested.example${base}` });
		built.forEach((citation, index) => {
			for (const format of formats) {
				const { write } = citationFormats[format];
				const whole = write({ ...meant[index]!, accessed: day });
				expect(takenBy(write(citation), format, { ...taking, base })).toBe(whole);
				// Where the build knew its host, the day alone is added.
				expect(takenBy(write(meant[index]!), format, { ...taking, host: '', base })).toBe(whole);
			}
		});
	};

	it.each(['', '/map'])('is what a build that knows its host would have written, at “%s”', (base) => {
		agrees(real, base);
		agrees(fixtures, base);
	});

	it('is so with any text', () => {
		forAnyText((text) => {
			const { reports, sites, articles } = withText(text);
			agrees({ ...fixtures, articles, reports: reports.slice(0, 1), sites: sites.slice(0, 1) }, '');
		}, 20);
	}, 60_000);
});

describe('RIS', () => {
	it('has nothing but tagged lines that end in CRLF', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				for (const citation of citations(withText(text))) {
					const lines = citationFormats.ris.write(citation).split('\r\n');
					for (const line of lines) expect(line).toMatch(/^$|^[A-Z][A-Z0-9] {2}- [^\p{Cc}\u2028\u2029]*$/u);
				}
			}),
			{ numRuns: 50 }
		);
	});
});

describe('CSL-JSON', () => {
	it('holds the record and the articles as they are', () => {
		for (const citation of all) {
			const [record, ...articles] = JSON.parse(citationFormats.json.write(citation)) as (Item & {
				id: string;
			})[];
			expect(record).toMatchObject({ title: citation.title, URL: citation.permalink, version: '1.2.3' });
			expect(articles.map(({ title, URL }) => [title, URL])).toEqual(
				citation.articles.map(({ title, url }) => [title, url])
			);
		}
	});

	const plain = (edtf: string, inferred: string | null = null) => cslDate({ edtf, stated: null, inferred });
	it.each([
		['2015-09-24', { 'date-parts': [[2015, 9, 24]] }],
		['2015-11', { 'date-parts': [[2015, 11]] }],
		['2015', { 'date-parts': [[2015]] }],
		['2015-11-XX', { 'date-parts': [[2015, 11]] }],
		[
			'2015-02-01/2015-02-28',
			{
				'date-parts': [
					[2015, 2, 1],
					[2015, 2, 28]
				]
			}
		],
		['2022-09?', { 'date-parts': [[2022, 9]], circa: true }],
		['2022-09~', { 'date-parts': [[2022, 9]], circa: true }],
		['2015-22', { 'date-parts': [[2015]], season: 2 }],
		['2015-24', { 'date-parts': [[2015]], season: 4 }],
		['201X', { literal: 'some time in 2010–2019' }],
		['../2015-09-24', { literal: 'by 24 September 2015' }]
	])('writes %s', (edtf, expected) => {
		expect(plain(edtf)).toEqual(expected);
	});

	it('marks a date that was inferred, whatever its EDTF says', () => {
		expect(plain('2015-09-24', 'The year is inferred.')).toEqual({
			'date-parts': [[2015, 9, 24]],
			circa: true
		});
		expect(dateNote({ edtf: '2015-09-24', stated: null, inferred: 'The year.' })).toBe(
			'Published 24 September 2015 (EDTF 2015-09-24; inferred: The year)'
		);
	});
});

describe('the plain text', () => {
	it('holds permalink, quote, article, dates and version', () => {
		for (const citation of all) {
			const text = citationFormats.txt.write(citation);
			expect(text).toContain(citation.permalink);
			expect(text).toContain(`record of ${citation.recorded}, version 1.2.3`);
			for (const { quotes, article } of citation.reports) {
				for (const { exact } of quotes) expect(text).toContain(exact.replaceAll(/\s+/g, ' '));
				for (const part of [article.title, article.publisher, article.url, article.published.edtf]) {
					expect(text).toContain(part);
				}
				expect(text).toContain(article.author ?? 'No author named');
			}
		}
	});
});

describe('the Web Annotation', () => {
	interface Annotation {
		id: string;
		type: string;
		created: string;
		rights: string;
		body: { value: string }[];
		target: { source: { id: string }; selector: [Record<string, string>, Record<string, number>] }[];
	}
	const read = (citation: Citation) => JSON.parse(citationFormats.jsonld.write(citation));

	it('selects every quote of a report by its words and by its position', () => {
		for (const report of [...real.reports, ...fixtures.reports]) {
			const articles = [...real.articles, ...fixtures.articles];
			const written = read(reportCitation(report, articles, context)) as Annotation;
			expect(written.type).toBe('Annotation');
			expect(written.id).toBe(`https://attested.example/cite/reports/${report.id}.jsonld`);
			expect(written.created).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
			expect(written.rights).toBe('https://creativecommons.org/licenses/by/4.0/');
			expect(written.body.map(({ value }) => value)).toContain(report.summary);
			expect(written.body).toHaveLength(1 + report.actors.length);
			expect(
				written.target.map(({ selector: [quote, position] }) => [
					quote.prefix ?? '',
					quote.exact,
					quote.suffix ?? '',
					position.start,
					position.end
				])
			).toEqual(
				report.quotes.map(({ prefix, exact, suffix, start, end }) => [prefix, exact, suffix, start, end])
			);
			for (const { source, selector } of written.target) {
				expect(source.id).toBe(report.article.url);
				expect(selector[1].end! - selector[1].start!).toBe(selector[0].exact!.length);
			}
		}
	});

	it('gathers those of a site', () => {
		for (const site of real.sites) {
			const written = read(siteCitation(site, real.articles, context));
			expect(written).toMatchObject({ type: 'AnnotationCollection', total: site.reports.length });
			expect(written.first.items.map((item: Annotation) => item.id)).toEqual(
				site.reports.map(({ id }) => `https://attested.example/cite/reports/${id}.jsonld`)
			);
		}
	});
});

describe('the kit', () => {
	it('has stable addresses and relative links without an origin', () => {
		expect(isCitationFormat('bib')).toBe(true);
		expect(isCitationFormat('toString')).toBe(false);
		const citation = reportCitation(real.reports[0]!, real.articles, { ...context, origin: '' });
		expect(citation.permalink).toBe(`/reports/${real.reports[0]!.id}`);
		expect(citation.address).toBe(`/cite/reports/${real.reports[0]!.id}`);
	});

	it('refuses a report whose article is missing', () => {
		expect(() => reportCitation(real.reports[0]!, [], context)).toThrow(/is missing/);
	});
});
