import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfBlocks } from '../../../../src/lib/draft/input/blocks';
import { calmMarkup } from '../../../../src/lib/draft/input/calmMarkup';
import { parseHtml } from './pages';

describe('markup that is calm', () => {
	it.each([
		[
			'<p onclick="a()" CLASS=x OnLoad = b() >c</p>',
			'<p data-onclick="a()" CLASS=x data-OnLoad = b() >c</p>'
		],
		["<p style='color: red'>a</p>", "<p data-style='color: red'>a</p>"],
		['<p style="color:red; display: none">a</p>', '<p hidden data-style="color:red; display: none">a</p>'],
		['<img/onerror=a src="x>y" style>', '<img/data-onerror=a src="x>y" data-style>'],
		['<script onload=a>a < b</script >c', '<!---->c'],
		['a<STYLE>p {}</STYLE >b', 'a<!---->b'],
		['<title><p style=a></title>', '<title><p style=a></title>'],
		['<!-- <p style=a> --><p>b', '<!-- <p style=a> --><p>b'],
		['a < b style=c <3 style=d', 'a < b style=c <3 style=d'],
		['<p title="style=a onclick=b">style=c</p>', '<p title="style=a onclick=b">style=c</p>'],
		['<p style="a', '<p data-style="a'],
		['<svg><script href=a /><style/></svg>b', '<svg><!----><!----></svg>b'],
		['<svg></svg><script/>a</script>b', '<svg></svg><!---->b'],
		['a<script>b', 'a<!---->'],
		['<<script>a</script>b', '<<!---->b'],
		['<', '<'],
		['', '']
	])('%s', (html, calm) => {
		expect(calmMarkup(html).html).toBe(calm);
	});

	it('has its JSON-LD beside it', () => {
		const html =
			'<p>a<script type="application/ld+json">{"a":"<p style=x>"}</script><script type=module>b</script>c';
		expect(calmMarkup(html)).toEqual({ html: '<p>a<!----><!---->c', linkedData: ['{"a":"<p style=x>"}'] });
	});

	it('has no handler and no style left, and the same words', () => {
		const part = fc.constantFrom(
			...[
				'<p',
				'<a ',
				'</p>',
				'>',
				' ',
				'style',
				'=',
				'"',
				"'",
				'onclick',
				'x',
				'/',
				'\n',
				'<!--',
				'-->',
				'word',
				'<script',
				'</script>'
			],
			...['<title>', '</title>', '<b style="a">', '<i onload=b>', '&lt;', '<']
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
				const html = parts.join('');
				const calm = calmMarkup(html).html;
				expect(textOfBlocks(parseHtml(calm).body).text).toBe(textOfBlocks(parseHtml(html).body).text);
				expect(calmMarkup(calm).html.replaceAll('data-data-', 'data-')).toBe(calm);
			})
		);
	});
});
