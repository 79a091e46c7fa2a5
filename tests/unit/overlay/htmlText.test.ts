import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlPieces } from '../../../src/lib/overlay/htmlText';
import { isHtml, plainPieces } from '../../../src/lib/overlay/textPieces';

const textOf = (html: string) =>
	htmlPieces(html)
		.map(({ text }) => text)
		.join('');
const linksOf = (html: string) => htmlPieces(html).flatMap(({ text, href }) => (href ? [[text, href]] : []));

describe('HTML as plain text', () => {
	it.each([
		['one<br>two<br/>three', 'one\ntwo\nthree'],
		['<p>one</p>\n\n<p>two <b>bold</b></p>', 'one\n\ntwo bold'],
		['<div>one</div><div>two</div>', 'one\ntwo'],
		['<ul><li>a</li><li>b</li></ul>c', '• a\n• b\n\nc'],
		[
			'<table><tr><td>Actor</td><td>Iran</td></tr><tr><th>Date</th><td>2015</td></tr></table>',
			'Actor · Iran\nDate · 2015'
		],
		['AT&amp;T &nbsp; &lt;b&gt; &#1581;', 'AT&T <b> ح'],
		['a <script>alert(1)</script><style>b{}</style>b', 'a b'],
		['<img src="x.png" alt="A hangar"> seen', 'A hangar seen'],
		['<b>un<i>closed', 'unclosed'],
		['  blanks \n and\tmore  ', 'blanks and more'],
		['', '']
	])('%s', (html, text) => expect(textOf(html)).toBe(text));

	it.each([
		['<a href="https://example.org/a">the  report</a>.', [['the report', 'https://example.org/a']]],
		['see https://example.org/b, and', [['https://example.org/b', 'https://example.org/b']]],
		['<a href="javascript:alert(1)">x</a><a href="data:text/html,x">y</a><a>z</a>', []],
		['<img src="https://example.org/i.jpg">', [['https://example.org/i.jpg', 'https://example.org/i.jpg']]],
		['<img src="javascript:alert(1)">', []],
		['<a href=" https://example.org/c ">c</a>', [['c', 'https://example.org/c']]]
	])('has its links: %s', (html, links) => expect(linksOf(html)).toEqual(links));

	it('whatever it is, no link is other than http', () => {
		const part = fc.oneof(
			fc.string(),
			fc.constantFrom(
				'<a href="',
				'">',
				'</a>',
				'<br>',
				'javascript:',
				'https://a.example/',
				'<img src=',
				'<td>',
				'&#x',
				'<!--'
			)
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
				for (const { text, href } of htmlPieces(parts.join(''))) {
					expect(text).not.toBe('');
					if (href !== null) expect(href).toMatch(/^https?:\/\//i);
				}
			})
		);
	});
});

describe('a text', () => {
	it.each([
		['<b>x</b>', true],
		['a<br>b', true],
		['a < b and b > c', false],
		['<unknown>', false],
		['if a<b then', false],
		['<a href="https://example.org">x', true]
	])('%s is HTML: %s', (text, is) => expect(isHtml(text)).toBe(is));

	it.each([
		['see https://example.org/a.', ['see ', 'https://example.org/a', '.']],
		['(https://example.org/a_(b))', ['(', 'https://example.org/a_(b)', ')']],
		['https://example.org', ['https://example.org']],
		['https://', ['https://']],
		['no link', ['no link']],
		['', []]
	])('has its addresses as links: %s', (text, pieces) =>
		expect(plainPieces(text).map((piece) => piece.text)).toEqual(pieces)
	);

	it('keeps each of its characters', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const whole = `${text}https://example.org/${text}`;
				expect(
					plainPieces(whole)
						.map((piece) => piece.text)
						.join('')
				).toBe(whole);
			})
		);
	});
});
