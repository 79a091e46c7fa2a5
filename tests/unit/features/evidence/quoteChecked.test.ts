import { render } from 'svelte/server';
import { afterEach, describe, expect, it } from 'vitest';
import { setNumbering } from '$lib/features/evidence/numbering';
import Caveats from '$lib/features/evidence/Caveats.svelte';
import QuoteChecked from '$lib/features/evidence/QuoteChecked.svelte';
import { compile } from '$lib/geodata/compile';
import { loadRecords } from '$lib/server/geodata';
import { getLocale, overwriteGetLocale } from '$lib/words/compiled/runtime.js';
import { validDirectory } from '../../records';

const [report] = compile(loadRecords(validDirectory)).reports;
const { quotes, article } = report!;
const locale = getLocale;
afterEach(() => overwriteGetLocale(locale));

const textOf = (html: string) =>
	html
		.replace(/<!--.*?-->/g, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
/** The badge as it stands before it is opened. */
const badge = (checked: string | null, tag: 'en' | 'ar') => {
	overwriteGetLocale(() => tag);
	// The badge stands in a page, of which SvelteKit tells it like this.
	const context = new Map([['__request__', { page: { data: {} } }]]);
	const { body } = render(QuoteChecked, { props: { quotes, article: { ...article, checked } }, context });
	return textOf(/<summary[\s\S]*<\/summary>/.exec(body)![0]);
};

describe('the badge of a report', () => {
	it('says on which day its quotes were checked, where they were', () => {
		expect(badge('2030-01-02', 'en')).toBe('✓ Quote checked against the full text on 2 January 2030');
		expect(badge('2030-01-02', 'ar')).toBe(
			'✓ تم التحقق من الاقتباس بمقارنته بالنص الكامل في ٢ كانون الثاني ٢٠٣٠'
		);
	});

	it('says that they were not yet, without the sign', () => {
		expect(badge(null, 'en')).toBe('Quote not yet checked against the full text');
		expect(badge(null, 'ar')).toBe('لم يُقارَن الاقتباس بالنص الكامل بعد');
	});
});

it('the words of a denial stand under the caveat', () => {
	const shown = 'The navy <b>denied</b> it.';
	const caveat = {
		kind: 'disputed' as const,
		note: 'Denied.',
		quotes: [{ ...quotes[0]!, shown }],
		references: []
	};
	// A page numbers what its parts cite.
	const page: typeof Caveats = (...given) => {
		setNumbering(() => new Map());
		return Caveats(...given);
	};
	const { body } = render(page, { props: { caveats: [caveat], lang: 'en' }, context: new Map() });
	expect(/<blockquote lang="en"[\s\S]*<\/blockquote>/.exec(body)![0]).toContain(
		'The navy &lt;b>denied&lt;/b> it.'
	);
});
