import { describe, expect, it } from 'vitest';
import type { HeadValue } from '../../../../src/lib/draft/input/article';
import { linkedArticles } from '../../../../src/lib/draft/input/jsonLd';
import { headOfPage } from '../../../../src/lib/draft/input/pageHead';
import { parseHtml } from './pages';

const headOf = (head: string, body = '', address?: string) =>
	headOfPage(
		parseHtml(`<html><head>${head}</head><body>${body}</body></html>`),
		[],
		'The base was in the west of the country and it had been hit.',
		address ? { value: address, origin: { in: 'address', name: 'fetched' } } : undefined
	);
const first = ([value]: HeadValue[]) =>
	value ? `${value.value} <${value.origin.in} ${value.origin.name}>` : null;

describe('the head of a page', () => {
	it.each([
		['title', '<meta name="citation_title" content="A  base">', 'A base <meta citation_title>'],
		['title', '<meta name="DC.title" content="A base">', 'A base <meta dc.title>'],
		['title', '<meta name="dc:title" content="A base">', 'A base <meta dc.title>'],
		[
			'title',
			'<meta property="og:site_name" content="The Paper"><title>A base – on the coast | The Paper</title>',
			'A base – on the coast <element title>'
		],
		['title', '<title>A base - on the coast</title>', 'A base - on the coast <element title>'],
		['publisher', '<meta name="DC.publisher" content="The Paper">', 'The Paper <meta dc.publisher>'],
		['publisher', '<link rel="canonical" href="https://www.news.example/a">', 'news.example <address host>'],
		[
			'author',
			'<meta name="author" content="Jane Doe"><meta name="author" content="John Roe">',
			'Jane Doe, John Roe <meta author>'
		],
		['author', '<meta property="article:author" content="https://social.example/jane">', null],
		[
			'published',
			'<meta name="citation_publication_date" content="2022/08/31">',
			'2022-08-31 <meta citation_publication_date>'
		],
		[
			'published',
			'<meta itemprop="datePublished" content="2022-08-31">',
			'2022-08-31 <element itemprop=datePublished>'
		],
		[
			'published',
			'<meta name="date" content="soon"><meta name="DC.date" content="2015-11">',
			'2015-11 <meta dc.date>'
		],
		['language', '<meta property="og:locale" content="en_GB">', 'en-GB <meta og:locale>'],
		['language', '<meta http-equiv="Content-Language" content="fr">', 'fr <meta content-language>'],
		['language', '', 'en <text words>'],
		[
			'address',
			'<meta property="og:url" content="https://news.example/a">',
			'https://news.example/a <meta og:url>'
		],
		['address', '<link rel="canonical" href="javascript:alert(1)">', null]
	] as const)('has its %s: %s', (key, head, expected) => {
		expect(first(headOf(head)[key])).toBe(expected);
	});

	it.each([
		['title', '<h1> A\n base </h1>', 'A base <element h1>'],
		['author', '<p class="story byline">By Jane Doe</p>', 'Jane Doe <element byline>'],
		['author', '<a rel="author">Jane Doe</a>', 'Jane Doe <element rel=author>'],
		['published', '<time datetime="2022-08-31T10:00">a day ago</time>', '2022-08-31 <element time>'],
		['published', '<time>31 August 2022</time>', '2022-08-31 <element time>']
	] as const)('may have its %s in its body: %s', (key, body, expected) => {
		expect(first(headOf('', body)[key])).toBe(expected);
	});

	it('has an address that is written from where it is', () => {
		expect(first(headOf('<link rel="canonical" href="/2022/a">', '', 'https://news.example/x').address)).toBe(
			'https://news.example/2022/a <element canonical>'
		);
		expect(headOf('<link rel="canonical" href="/2022/a">').address).toEqual([]);
	});
});

describe('articles in JSON-LD', () => {
	it.each([
		['one alone', '{"@type":"NewsArticle","headline":"A base"}', ['A base']],
		[
			'in a list',
			'[{"@type":"WebPage"},{"@type":["Thing","ReportageNewsArticle"],"headline":"A base"}]',
			['A base']
		],
		['in a graph', '{"@graph":[{"@type":"Article","name":"A base"}]}', ['A base']],
		['of a page', '{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","headline":"A base"}}', ['A base']],
		['with signs around it', '<!--\n{"@type":"Article","headline":"A base"}\n-->', ['A base']],
		['that is broken', '{"@type":"Article",', []],
		['of something else', '{"@type":"Recipe","headline":"Soup"}', []],
		['too deep', `${'['.repeat(30)}{"@type":"Article"}${']'.repeat(30)}`, []],
		['null', 'null', []]
	])('%s', (_, script, headlines) => {
		expect(linkedArticles([script]).map(({ headline }) => headline)).toEqual(headlines);
	});

	it('name persons in any of the usual ways', () => {
		const of = (author: unknown) =>
			linkedArticles([JSON.stringify({ '@type': 'Article', author })])[0]!.authors;
		expect(of('Jane Doe')).toEqual(['Jane Doe']);
		expect(of({ name: 'Jane Doe' })).toEqual(['Jane Doe']);
		expect(of(['Jane Doe', { name: 'John Roe' }, 3, null, {}])).toEqual(['Jane Doe', 'John Roe']);
	});
});
