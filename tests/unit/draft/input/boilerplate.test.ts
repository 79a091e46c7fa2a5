import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutOmissions } from '../../../../src/lib/draft/input/article';
import { suggestOmissions } from '../../../../src/lib/draft/input/boilerplate';

const reasonOf = (line: string) => suggestOmissions(line)[0]?.reason;

describe('a line of a page that is none of its article', () => {
	it.each([
		['share', 'Share'],
		['share', 'Share this article on Facebook, Twitter, WhatsApp'],
		['share', 'Facebook Twitter Email Print'],
		['share', 'Follow us on Telegram'],
		['share', '12 shares'],
		['share', 'شارك على فيسبوك'],
		['related', 'Related:'],
		['related', 'RELATED: Another base was hit'],
		['related', 'Read more: the road to the coast'],
		['related', 'Most read'],
		['related', 'اقرأ أيضًا: قصف قاعدة أخرى'],
		['related', 'Lire aussi'],
		['cookies', 'We use cookies to make this site better.'],
		['cookies', 'Accept all cookies'],
		['cookies', 'نحن نستخدم ملفات تعريف الارتباط'],
		['newsletter', 'Sign up for our newsletter'],
		['newsletter', 'Subscribe'],
		['advertisement', 'ADVERTISEMENT'],
		['advertisement', 'Story continues below advertisement'],
		['advertisement', 'إعلان'],
		['comments', '3 Comments'],
		['comments', 'Leave a comment'],
		['copyright', '© 2022 The Made-Up Times. All rights reserved.'],
		['copyright', 'جميع الحقوق محفوظة'],
		['menu', 'Skip to main content'],
		['menu', 'Home | World | Middle East | Sport']
	])('is known as %s: %s', (reason, line) => {
		expect(reasonOf(line)).toBe(reason);
	});

	it.each([
		'The sharing of weapons was agreed, he said.',
		'Shares of the company fell.',
		'Related units moved to the coast that night.',
		'Print shops in the town were closed.',
		'Home to two brigades, the base lies west of the town.',
		'Comments by the minister were not published.',
		'The brigade subscribed to no such plan.',
		'قال شارك في العملية ثلاثة جنود',
		'Twitter suspended the account of the brigade.',
		'By Jane Doe',
		'12',
		'•'
	])('is not this: %s', (line) => {
		expect(reasonOf(line)).toBeUndefined();
	});

	it('may be a title under a heading, up to the next sentence', () => {
		const text =
			'He said so.\nRelated articles\nA base was hit again\nTwo convoys on the road\nThe article goes on here.\nAnd on';
		const omitted = suggestOmissions(text);
		expect(withoutOmissions(text, omitted)).toBe('He said so.\nThe article goes on here.\nAnd on');
		expect(omitted).toHaveLength(1);
	});

	it('is left out with the line end behind it, of whichever kind', () => {
		const text = 'One.\r\nShare\r\n\r\nTwo.\rAdvertisement\rThree.\nMenu';
		expect(withoutOmissions(text, suggestOmissions(text))).toBe('One.\r\n\r\nTwo.\rThree.\n');
	});

	it('is offered as spans in order, and all else stays as it was', () => {
		const line = fc.constantFrom(
			'Share',
			'Related:',
			'A base was hit.',
			'Title of something',
			'',
			'© 2022',
			'قال.',
			'x'.repeat(400)
		);
		const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
		fc.assert(
			fc.property(fc.array(fc.tuple(line, end)), (parts) => {
				const text = parts.flat().join('');
				let last = 0;
				for (const { start, end } of suggestOmissions(text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(text.length);
				const kept = withoutOmissions(text, suggestOmissions(text));
				for (const sentence of ['A base was hit.', 'x'.repeat(400), 'قال.'])
					expect(kept.split(sentence).length).toBe(text.split(sentence).length);
			})
		);
	});
});
