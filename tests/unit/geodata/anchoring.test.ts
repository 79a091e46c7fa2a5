import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchor } from '../../../src/lib/geodata/anchoring';
import { extractsOf } from '../../../src/lib/geodata/verification';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { loadRecords } from '../../../src/lib/server/geodata';
import { textsDirectory, validDirectory } from '../records';

const content = readFileSync(`${textsDirectory}/fixture-one.txt`, 'utf8');
const article = loadRecords(validDirectory).articles[0]!;
const text = { content, sha256: article.text.sha256 };

/** The first article of the fixtures, changed, against its full text: all that differs. */
function linesAfter(change: (article: ArticleRecord) => void): string[] {
	const copy = structuredClone(article);
	change(copy);
	const { mended, open } = anchor(copy, text);
	return [...mended, ...open].map(({ at, message }) => `${at}  ${message}`);
}

/** A made-up article with passages and quotes of which only the words are known. */
const anchored = (content: string, article: object) => anchor({ ...article }, { content, sha256: 'x' });

describe('an article and its text', () => {
	it('agree where nothing was changed, and nothing is rewritten', () => {
		const { article: copy, mended, open } = anchor(structuredClone(article), text);
		expect([...mended, ...open]).toEqual([]);
		expect(JSON.stringify(copy)).toBe(JSON.stringify(article));
	});

	it('tell a changed letter once, not for the quote of the passage too', () => {
		const lines = linesAfter(({ passages }) => {
			passages[0]!.text = passages[0]!.text.replace('navy', 'nave');
		});
		expect(lines).toEqual([
			'passages[0].text  differs from the text after "The nav": “e” here, “y” in the text'
		]);
	});

	it('tell a space from a no-break space, and take that of the text', () => {
		const copy = structuredClone(article);
		const { exact } = copy.reports[1]!.quotes[0]!;
		copy.reports[1]!.quotes[0]!.exact = exact.replace('\u00a0', ' ');
		const { article: mended, ...found } = anchor(copy, text);
		expect(found.mended.map(({ at, message }) => `${at}  ${message}`)).toEqual([
			'reports[1].quotes[0].exact  differs from the text after " on the Beta": U+0020 here, U+00A0 in the text'
		]);
		expect(mended).toEqual(article);
	});

	it('tell a shifted offset once, not for the words around it too', () => {
		const lines = linesAfter(({ reports }) => {
			reports[0]!.quotes[0]!.start += 1;
			reports[0]!.quotes[0]!.end += 1;
		});
		expect(lines).toEqual(['reports[0].quotes[0]  stands at 120–169, not at 121–170']);
	});

	it('tell a wrong prefix, a wrong suffix, a wrong mention, a wrong passage and a wrong length', () => {
		const lines = linesAfter(({ passages, reports, text }) => {
			reports[0]!.quotes[0]!.prefix = 'harbour.\n';
			reports[2]!.quotes[0]!.suffix = ' and';
			reports[1]!.quotes[0]!.passage = 'p1';
			passages[0]!.mentions[0]!.start += 2;
			passages[0]!.mentions[0]!.end += 2;
			text.length += 1;
		});
		expect(lines).toEqual([
			'passages[0].mentions[0]  stands at 156–169, not at 158–171',
			`text.length  is ${content.length + 1}, the text has ${content.length} UTF-16 units`,
			'reports[0].quotes[0].prefix  differs from the text after "harbour": “.” here, U+000A in the text',
			'reports[1].quotes[0].passage  is “p1”, the words stand in “p2”',
			'reports[2].quotes[0].suffix  differs from the text after "": U+0020 here, “,” in the text'
		]);
	});

	it('compare the words that speak against a report as well', () => {
		const lines = linesAfter(({ reports }) => {
			const quote = { ...reports[0]!.quotes[0]!, exact: 'could not say', start: 1, end: 14 };
			reports[0]!.caveats = [{ kind: 'disputed', note: 'x', quotes: [quote], references: [] }];
		});
		expect(lines).toEqual([
			'reports[0].caveats[0].quotes[0].exact  “could not say” is in none of the passages, or in several'
		]);
	});
});

describe('an article of which only the words are known', () => {
	it('gets every value that follows from the text', () => {
		const bare = structuredClone(article) as unknown as Record<string, unknown>;
		delete bare.text;
		for (const passage of bare.passages as Record<string, unknown>[]) {
			delete passage.start;
			passage.end = 0;
			for (const mention of passage.mentions as Record<string, unknown>[]) delete mention.start;
		}
		for (const { quotes } of bare.reports as { quotes: Record<string, unknown>[] }[])
			for (const quote of quotes) for (const key of ['prefix', 'suffix', 'start', 'end']) delete quote[key];
		const { article: whole, open } = anchor(bare, text);
		expect(open).toEqual([]);
		// Where it says nothing of what is around a quote, it gets as much as a record may have.
		const around = (copy: unknown) =>
			JSON.stringify(copy, (key, value: unknown) => (/^(pre|suf)fix$/.test(key) ? undefined : value));
		expect(around(whole)).toBe(around(article));
		for (const { quotes } of (whole as unknown as ArticleRecord).reports)
			for (const { prefix, suffix, start, end } of quotes) {
				expect(prefix).toBe(content.slice(Math.max(0, start - 32), start));
				expect(suffix).toBe(content.slice(end, end + 32));
			}
	});

	it('has words that stand twice where their neighbours leave one place', () => {
		const content = 'It fell. One. It fell. Two.';
		const { article, open } = anchored(content, {
			passages: [{ text: 'One.' }, { text: 'It fell.' }, { text: 'Two.' }]
		});
		expect(open.map(({ at }) => at)).toEqual([]);
		expect((article.passages as { id: string; start: number }[]).map(({ id, start }) => [id, start])).toEqual(
			[
				['p1', 9],
				['p2', 14],
				['p3', 23]
			]
		);
	});

	it('has words that stand twice where what is around a quote leaves one place', () => {
		const content = 'A: it fell. B: it fell.';
		const quotes = [{ passage: 'p1', exact: 'fell', prefix: 'B: it ' }];
		const { article } = anchored(content, {
			passages: [{ id: 'p1', text: 'it fell.' }],
			reports: [{ quotes }]
		});
		expect(article.passages).toMatchObject([{ start: 15, end: 23 }]);
		expect(article.reports).toMatchObject([
			{ quotes: [{ start: 18, end: 22, prefix: 'B: it ', suffix: '.' }] }
		]);
	});

	it('lists the places of words where only a person can choose, and takes the start that is given', () => {
		const content = 'A: it fell. B: it fell.';
		const { open } = anchored(content, { passages: [{ text: 'it fell.' }] });
		expect(open).toEqual([
			{
				at: 'passages[0]',
				message: '“it fell.” stands 2 times: at 3 ("A: … B: it fell."), 15 ("A: it fell. B: …")',
				fix: 'give the start of the one that is meant'
			}
		]);
		const chosen = anchored(content, { passages: [{ text: 'it fell.', start: 15 }] });
		expect(chosen.article.passages).toMatchObject([{ start: 15, end: 23 }]);
		expect(chosen.open).toEqual([]);
	});

	it('has as many mentions of a name as stand there in their order, each a whole word', () => {
		const content = 'Syrian forces left Syria, and came back to Syria.';
		const { article, open } = anchored(content, {
			passages: [{ text: content, mentions: [{ exact: 'Syria' }, { exact: 'Syria' }] }]
		});
		expect(open).toEqual([]);
		expect(article.passages).toMatchObject([{ mentions: [{ start: 19 }, { start: 43 }] }]);
	});

	it('has no half of a pair around a quote', () => {
		const content = `${'😀'.repeat(17)}x${'😀'.repeat(17)}`.replace('x', 'a base');
		const { article } = anchored(`b${content}`, {
			passages: [{ text: content }],
			reports: [{ quotes: [{ exact: 'a base' }] }]
		});
		const [{ quotes }] = article.reports as [{ quotes: { prefix: string; suffix: string }[] }];
		expect(quotes[0]).toMatchObject({ prefix: '😀'.repeat(16), suffix: '😀'.repeat(16) });
		expect(anchored(`${content}`, { passages: [{ text: '😀a base😀' }] }).open).toEqual([]);
	});

	it('is mended to one that agrees, whatever text and words', () => {
		const words = fc.array(fc.constantFrom('it', 'fell', 'قال', '😀', 'a\u00a0b', '\r\n', '“base”'), {
			minLength: 3,
			maxLength: 40
		});
		fc.assert(
			fc.property(words, fc.nat(), fc.nat({ max: 8 }), (all, from, length) => {
				const content = `Begin ${all.join(' ')} end.`;
				const start = from % content.length;
				const text = content.slice(start, start + length + 6);
				const first = anchored(content, {
					passages: [{ text, start }],
					reports: [{ quotes: [{ passage: 'p1', exact: text }] }]
				});
				if (first.open.length > 0) return;
				const again = anchor(first.article, { content, sha256: 'x' });
				expect([...again.mended, ...again.open]).toEqual([]);
			})
		);
	});

	it('may be anything at all: it says what is the matter, and throws nothing', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom('passages', 'reports', 'text', 'caveats'), (value, key) => {
				const { open } = anchored('A text.', { [key]: value });
				expect(open.length).toBeGreaterThan(0);
				const parts = anchored(content, { ...article, [key]: value });
				if (parts.open.length === 0)
					expect(() => extractsOf(parts.article as unknown as ArticleRecord)).not.toThrow();
			})
		);
	});
});
