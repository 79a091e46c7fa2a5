import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { naughty } from '../../fixtures/naughty/naughty';
import { expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import type { Records } from '$lib/geodata/schema';
import { loadRecords } from '$lib/server/geodata';
import { citedByPlace, citedByReport, numbered, setNumbering } from '$lib/features/evidence/numbering';
import PassageText from '$lib/features/evidence/PassageText.svelte';
import Precision from '$lib/features/evidence/Precision.svelte';
import ReferenceList from '$lib/features/evidence/ReferenceList.svelte';
import ReportCard from '$lib/features/evidence/ReportCard.svelte';

/** Where other maps would look. */
const opened = { longitude: 36, latitude: 35, radius_km: 1 };
const markup = '<img src=x onerror="alert(1)">\'"&amp;</script><script>alert(2)</script>';

/** The records with every text of them replaced; ids, enumerated words and dates stay, since others refer to them. */
function hostile(next: () => string): Records {
	const kept =
		/^(\$schema|id|place|actor|parent|passage|kind|drawn|relation|sense|role|claim|attribution|scope|edtf|date|hue|letter|language|license|type|references|chain|sha256|recorded)$/;
	const poison = (value: unknown, key = ''): unknown => {
		if (kept.test(key)) return value;
		if (typeof value === 'string') return next();
		if (Array.isArray(value)) return value.map((entry) => poison(entry, key));
		if (value && typeof value === 'object')
			return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, poison(entry, name)]));
		return value;
	};
	const records = poison(loadRecords()) as Records;
	// Elsewhere the key has ids.
	records.references = poison(loadRecords().references) as Records['references'];
	for (const article of records.articles) {
		for (const passage of article.passages) passage.mentions = [];
		for (const report of article.reports)
			for (const quote of report.quotes) {
				const passage = article.passages.find(({ id }) => id === quote.passage)!;
				quote.exact = passage.text;
				[quote.start, quote.end] = [passage.start, passage.start + passage.text.length];
				passage.end = quote.end;
			}
	}
	return records;
}

/** Every component that shows records, with all of them. */
function pagesOf(records: Records): string[] {
	const { sites, articles, reports } = compile(records);
	const references = numbered([...reports.flatMap(citedByReport), ...sites.flatMap(citedByPlace)]);
	const shown: [Component<never>, object][] = [
		...articles.flatMap(({ reports }) =>
			reports.map((report): [Component<never>, object] => [ReportCard, { report, place: true }])
		),
		[ReferenceList, { references }],
		...sites.map((site): [Component<never>, object] => [
			Precision,
			{ site, opened, pictured: [], href: (id: string) => id }
		]),
		...articles.flatMap(({ passages }) =>
			passages.map((passage): [Component<never>, object] => [
				PassageText,
				{ passage, language: 'en', highlighted: null, href: (id: string) => id, onhighlight: () => {} }
			])
		)
	];
	// As SvelteKit has it for `page` on the server.
	const context = new Map([['__request__', { page: { data: {} } }]]);
	return shown.map(([component, props]) => {
		// A page numbers what its parts cite.
		const page: Component = (...given) => {
			setNumbering(() => references);
			return (component as Component)(...given);
		};
		return render(page, { props, context: new Map(context) }).body;
	});
}

it('shows markup in a record as text', () => {
	const pages = pagesOf(hostile(() => markup));
	expect(pages.length).toBeGreaterThan(60);
	for (const body of pages) {
		expect(body).toContain('&lt;img src=x');
		expect(body).not.toMatch(/<img|<script|javascript:/i);
	}
});

it('shows each of the big list of naughty strings, in every text of a record, as text', () => {
	// Each field gets another string, and in each round the next one, until every string has been in every kind of field.
	const rounds = 12;
	for (let round = 0; round < rounds; round++) {
		let at = Math.floor((naughty.length / rounds) * round);
		const bodies = pagesOf(hostile(() => naughty[at++ % naughty.length]! || 'nothing'));
		for (const body of bodies) {
			expect(body).not.toMatch(
				/<(script|iframe|object|embed|body|plaintext|meta|base|form|img|video|audio)\b/i
			);
			// What a string brings into an attribute stays inside its quotes, and no link leads to anything but a page.
			for (const [tag] of body.matchAll(/<[a-z]+(\s+[\w-]+(="[^"]*")?)*/gi)) {
				expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+/i);
				expect(/\shref="([^"]*)"/.exec(tag)?.[1] ?? '#').toMatch(
					/^(#|\/|https?:|geo:[-.,\d]+\?z=\d+$|[a-z0-9-]+$)/
				);
			}
		}
	}
});
