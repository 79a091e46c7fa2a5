import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { loadRecords } from '../../../src/lib/server/geodata';
import { compareWithText, readTexts, verify } from '../../../src/tools/verify';
import { textsDirectory, validDirectory } from '../records';

const texts = readTexts(textsDirectory);
const { articles } = loadRecords(validDirectory);

/** The first article of the fixtures, changed, against its full text. */
function linesAfter(change: (article: ArticleRecord) => void): string[] {
	const article = structuredClone(articles[0]!);
	change(article);
	return compareWithText(article, texts.get(article.text.sha256) ?? '');
}

describe('verify', () => {
	it('finds nothing where the records agree with the texts', () => {
		expect(verify(articles, texts)).toEqual([]);
	});

	it('says which text is not there', () => {
		expect(verify(articles, new Map())).toEqual(
			articles.map(
				({ id, text }) => `articles/${id}.json  text.sha256  no file there has this SHA-256: ${text.sha256}`
			)
		);
	});

	it('tells a changed letter', () => {
		const lines = linesAfter(({ passages }) => {
			passages[0]!.text = passages[0]!.text.replace('navy', 'nave');
		});
		expect(lines).toEqual([
			'articles/fixture-one.json  passages[0]  differs from the text after "The nav": “e” here, “y” in the text'
		]);
	});

	it('tells a space from a no-break space', () => {
		const lines = linesAfter(({ reports }) => {
			const quote = reports[1]!.quotes[0]!;
			quote.exact = quote.exact.replace('\u00a0', ' ');
		});
		expect(lines).toEqual([
			'articles/fixture-one.json  reports[1].quotes[0]  differs from the text after " on the Beta": ' +
				'U+0020 here, U+00A0 in the text'
		]);
	});

	it('tells a shifted offset once, not for the words around it too', () => {
		const lines = linesAfter(({ reports }) => {
			const quote = reports[0]!.quotes[0]!;
			quote.start += 1;
			quote.end += 1;
		});
		expect(lines).toEqual([
			'articles/fixture-one.json  reports[0].quotes[0]  stands at 120–169, not at 121–170'
		]);
	});

	it('tells a wrong prefix, a wrong suffix and a wrong mention', () => {
		const lines = linesAfter(({ passages, reports }) => {
			reports[0]!.quotes[0]!.prefix = 'harbour.\n';
			reports[2]!.quotes[0]!.suffix = ' and';
			passages[0]!.mentions[0]!.start += 2;
			passages[0]!.mentions[0]!.end += 2;
		});
		expect(lines).toEqual([
			'articles/fixture-one.json  passages[0].mentions[0]  stands at 156–169, not at 158–171',
			'articles/fixture-one.json  reports[0].quotes[0].prefix  differs from the text after "harbour": “.” here, U+000A in the text',
			'articles/fixture-one.json  reports[2].quotes[0].suffix  differs from the text after "": U+0020 here, “,” in the text'
		]);
	});

	it('tells a text of another length', () => {
		const lines = linesAfter((article) => {
			article.text.length += 1;
		});
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(
			/^articles\/fixture-one.json {2}text.length {2}is \d+, the text has \d+ UTF-16 units$/
		);
	});
});
