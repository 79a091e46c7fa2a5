import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { beforeAll, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import type { Records } from '$lib/geodata/schema';
import { loadRecords } from '$lib/server/geodata';
import PassageText from '$lib/components/PassageText.svelte';
import Precision from '$lib/components/Precision.svelte';
import ReportCard from '$lib/components/ReportCard.svelte';

const markup = '<img src=x onerror="alert(1)">\'"&amp;</script><script>alert(2)</script>';
let hostile: Records;

beforeAll(() => {
	// Every text of every record becomes markup; ids, enumerated words and dates stay, since others refer to them.
	const kept =
		/^(\$schema|id|place|actor|parent|passage|kind|drawn|relation|sense|role|claim|attribution|scope|edtf|date|hue|letter|language|license|type|references|chain|sha256|recorded)$/;
	const poison = (value: unknown, key = ''): unknown => {
		if (kept.test(key)) return value;
		if (typeof value === 'string') return markup;
		if (Array.isArray(value)) return value.map((entry) => poison(entry, key));
		if (value && typeof value === 'object')
			return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, poison(entry, name)]));
		return value;
	};
	hostile = poison(loadRecords()) as Records;
	for (const article of hostile.articles) {
		for (const passage of article.passages) passage.mentions = [];
		for (const report of article.reports)
			for (const quote of report.quotes) {
				const passage = article.passages.find(({ id }) => id === quote.passage)!;
				[quote.start, quote.end] = [passage.start, passage.start + markup.length];
				passage.end = quote.end;
			}
	}
});

it.each(['report', 'site', 'passage'])('shows markup in a record as text: %s', (kind) => {
	const { sites, articles } = compile(hostile);
	const pages: [Component, object][] =
		kind === 'report'
			? articles.flatMap(({ reports }) =>
					reports.map((report): [Component, object] => [
						ReportCard as unknown as Component,
						{ report, place: true }
					])
				)
			: kind === 'site'
				? sites.map((site): [Component, object] => [
						Precision as unknown as Component,
						{ site, href: (id: string) => id }
					])
				: articles.flatMap(({ passages }) =>
						passages.map((passage): [Component, object] => [
							PassageText as unknown as Component,
							{ passage, language: 'en', highlighted: null, href: (id: string) => id, onhighlight: () => {} }
						])
					);
	expect(pages.length).toBeGreaterThan(0);
	for (const [component, props] of pages) {
		const { body } = render(component, { props: props as never });
		expect(body).toContain('&lt;img src=x');
		expect(body).not.toMatch(/<img|<script|javascript:/i);
	}
});
