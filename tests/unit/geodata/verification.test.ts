import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/lib/geodata/compile';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { checkedOn, fits, isWritten, verificationOf } from '../../../src/lib/geodata/verification';
import { loadRecords } from '../../../src/lib/server/geodata';
import { describeChecked } from '../../../src/lib/words/checked';
import { validDirectory } from '../records';

const records = loadRecords(validDirectory);
const article = records.articles[0]!;
const stamp = verificationOf(article, '2030-01-02');

function changed(change: (article: ArticleRecord) => void): ArticleRecord {
	const copy = structuredClone(article);
	change(copy);
	return copy;
}

describe('the stamp of an article', () => {
	it('fits the article that was compared, whatever our own sentences say', () => {
		expect(fits(stamp, article)).toBe(true);
		const other = changed(({ reports, passages }) => {
			reports[0]!.summary = 'Another sentence.';
			reports.reverse();
			passages.reverse();
		});
		expect(checkedOn(other, [stamp])).toBe('2030-01-02');
	});

	it.each<[string, (article: ArticleRecord) => void]>([
		[
			'a word of a passage',
			({ passages }) => (passages[0]!.text = passages[0]!.text.replace('navy', 'nave'))
		],
		['a word of a quote', ({ reports }) => (reports[0]!.quotes[0]!.exact += ',')],
		['an offset', ({ reports }) => (reports[0]!.quotes[0]!.start += 1)],
		['what is before a quote', ({ reports }) => (reports[0]!.quotes[0]!.prefix = 'x')],
		['what is after a quote', ({ reports }) => (reports[0]!.quotes[0]!.suffix = 'x')],
		['a mention', ({ passages }) => (passages[0]!.mentions[0]!.end += 1)],
		['the text', ({ text }) => (text.sha256 = '0'.repeat(64))],
		['the length of the text', ({ text }) => (text.length += 1)],
		[
			'a denial',
			({ reports }) => {
				const { quotes } = reports[1]!;
				reports[0]!.caveats = [
					{ kind: 'disputed', note: 'x', references: [], quotes: [{ ...quotes[0]!, exact: 'x' }] }
				];
			}
		],
		['the article', (article) => (article.id = 'another')]
	])('fits no longer where %s was changed, and is no forgery for it', (_, change) => {
		expect(checkedOn(changed(change), [stamp])).toBeNull();
		expect(isWritten(stamp)).toBe(true);
	});

	it('fits nothing where it was typed, whichever field', () => {
		for (const [key, value] of Object.entries(stamp)) {
			const typed = { ...stamp, [key]: typeof value === 'number' ? value + 1 : value.replace(/.$/, 'x') };
			expect(isWritten(typed), key).toBe(false);
			expect(fits(typed, article), key).toBe(false);
		}
	});

	it('is on every report of the article that it fits, and on no other', () => {
		const { reports } = compile({ ...records, verifications: [stamp] });
		const days = reports.map(({ article }) => [article.id, article.checked]);
		expect(new Set(days.map(String))).toEqual(new Set(['fixture-one,2030-01-02', 'fixture-two,']));
	});

	it('is said in both languages', () => {
		expect(describeChecked('2030-01-02', 'en')).toBe('Checked against the full text on 2 January 2030');
		expect(describeChecked(null, 'en')).toBe('Not yet checked against the full text');
		expect(describeChecked('2030-01-02', 'ar')).toContain('٢ كانون الثاني ٢٠٣٠');
		expect(describeChecked(null, 'ar')).toMatch(/^لم /);
	});
});
