import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutOmissions, type OmissionReason } from '../../../../src/lib/draft/input/article';
import { textOfBlocks, type Piece } from '../../../../src/lib/draft/input/blocks';
import { omissionsOf } from '../../../../src/lib/draft/input/omissions';
import { parseHtml } from './pages';

const textOf = (html: string) => textOfBlocks(parseHtml(html).body).text;

describe('the text of a page', () => {
	it.each([
		[
			'blocks are lines, without empty ones',
			'<div> <p>One\n  two</p>\n\n<p></p><div>three</div>four</div>',
			'One two\nthree\nfour'
		],
		[
			'words of one line stay on it',
			'<p>a <b>base</b>, <i>he</i> <a href="#">said</a></p>',
			'a base, he said'
		],
		['letters of one word stay together', '<p>heli<b>copter</b>s</p>', 'helicopters'],
		['br parts lines, however many', 'One<br> two<br/><br>three', 'One\ntwo\nthree'],
		[
			'cells are parted by tabs',
			'<table><tr><th>a</th><td>b c</td></tr><tr><td>d</td><td></td><td>e</td></tr></table>',
			'a\tb c\nd\te'
		],
		['pre keeps its lines', '<p>a</p><pre>\n  b\n    c  d\n</pre><p>e</p>', 'a\n  b\n    c  d\ne'],
		['lists and headings', '<h2>Title</h2><ul><li>one</li><li>two</li></ul>', 'Title\none\ntwo'],
		[
			'no-break spaces and soft hyphens stay',
			'<p>12&nbsp;km heli&shy;copter</p>',
			'12\u00a0km heli\u00adcopter'
		],
		[
			'what is no text is not there',
			'<p>a<script>1</script><style>b{}</style><noscript>c</noscript></p><svg><text>d</text></svg><select><option>e</option></select>',
			'a'
		],
		['comments are not there', '<p>a<!-- b -->c</p>', 'ac'],
		['nothing', '', '']
	])('%s', (_, html, text) => {
		expect(textOf(html)).toBe(text);
	});

	it('says where the words of each node stand', () => {
		const { text, pieces } = textOfBlocks(parseHtml('<p>a <b>base </b></p><p>\n west</p>').body);
		expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'base', 'west']);
		expect(pieces.map(({ node }) => node.data)).toEqual(['a ', 'base ', '\n west']);
	});

	it('is made of a page of any depth', () => {
		const document = parseHtml('<p>deep</p>');
		let inner = document.body.firstElementChild!;
		for (let depth = 0; depth < 20_000; depth++) {
			const outer = document.createElement('div');
			outer.appendChild(inner);
			inner = outer;
		}
		document.body.appendChild(inner);
		expect(textOfBlocks(document.body).text).toBe('deep');
	});
});

describe('what is left out of a text', () => {
	const made = fc.array(
		fc.record({
			words: fc.constantFrom('a', 'base', 'west of', 'قاعدة'),
			before: fc.constantFrom('', ' ', '\t', '\n'),
			reason: fc.constantFrom<OmissionReason | undefined>(undefined, undefined, 'menu', 'share')
		}),
		{ maxLength: 12 }
	);

	it('leaves what stays as if nothing had stood between, with the strongest separator', () => {
		fc.assert(
			fc.property(made, (parts) => {
				let full = '';
				const pieces: Piece[] = parts.map(({ words, before }, index) => {
					const start = full.length + (index > 0 ? before.length : 0);
					full += (index > 0 ? before : '') + words;
					return { start, end: full.length, node: null as unknown as Text };
				});
				const omitted = omissionsOf(
					full,
					pieces,
					parts.map(({ reason }) => reason)
				);
				let expected = '';
				let strongest = '';
				const strength = (separator: string) => ['', ' ', '\t', '\n'].indexOf(separator);
				for (const { words, before, reason } of parts) {
					if (strength(before) > strength(strongest)) strongest = before;
					if (reason !== undefined) continue;
					expected += (expected === '' ? '' : strongest) + words;
					strongest = '';
				}
				expect(withoutOmissions(full, omitted)).toBe(expected);
				// In order, none over another, and all of the words that had a reason.
				for (const [index, { start, end }] of omitted.entries()) {
					expect(start).toBeLessThan(end);
					expect(start).toBeGreaterThanOrEqual(omitted[index - 1]?.end ?? 0);
				}
				for (const [index, { start, end }] of pieces.entries())
					expect(omitted.some((span) => span.start <= start && span.end >= end)).toBe(
						parts[index]!.reason !== undefined
					);
			}),
			{ numRuns: 500 }
		);
	});
});
