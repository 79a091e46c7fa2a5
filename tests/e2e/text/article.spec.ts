/** How an article is read for the desk, in a real page with the site's own policy: nothing of it runs or is fetched. */
import { expect, hydrated, test } from '../support/fixture';
import { watchPolicy } from '../support/policy';
import { build, type Rollup } from 'vite';
import { newsPage, newsText, paragraphs } from '../../unit/draft/input/pages';
import type { ArticleInput } from '../../../src/lib/draft/input/article';
import type { Page } from '@playwright/test';

const folder = '/_app/immutable/desk/';
let files: Map<string, string>;

test.beforeAll(async () => {
	const entry = ['src/lib/draft/input/readArticle.ts', 'src/lib/base/parseHtml.ts'];
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, minify: false, lib: { entry, formats: ['es'] } }
	});
	const { output } = [built].flat()[0] as Rollup.RollupOutput;
	files = new Map(output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk.code]] : [])));
});

async function open(page: Page): Promise<void> {
	await page.route(`**${folder}*`, (route) =>
		route.fulfill({
			contentType: 'text/javascript',
			body: files.get(new URL(route.request().url()).pathname.slice(folder.length))
		})
	);
	await page.goto('/about');
	await hydrated(page);
}

/** What the page makes of a file; its bytes are a character each. */
function read(page: Page, bytes: string, name: string): Promise<ArticleInput> {
	return page.evaluate(
		async ([folder, bytes, name]) => {
			type Modules = typeof import('../../../src/lib/draft/input/readArticle') &
				typeof import('../../../src/lib/base/parseHtml');
			const [{ readArticle }, { parseHtml }] = (await Promise.all(
				['readArticle.js', 'parseHtml.js'].map((module) => import(folder + module))
			)) as [Modules, Modules];
			const file = new Blob([Uint8Array.from(bytes, (character) => character.charCodeAt(0))]);
			const article = await readArticle({ kind: 'file', file, name }, parseHtml);
			// Long enough for a picture to fail, were it fetched.
			await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
			return article;
		},
		[folder, bytes, name] as const
	);
}

const bytesOf = (content: string | Uint8Array) => Buffer.from(content).toString('latin1');

test('articles are read, and nothing of them breaks the policy', async ({ page }) => {
	const reports = await watchPolicy(page);
	await open(page);

	await test.step('of a page nothing runs or is fetched', async () => {
		const armed = newsPage.replace(
			'</main>',
			`<svg onload="window.ran = 'drawing'"><script>window.ran = 'in a drawing'</script></svg>
			<iframe src="https://tracker.example/" srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
			<noscript><img src="https://tracker.example/b.png"></noscript>
			<template><img src=x onerror="window.ran = 'template'"></template>
			<video src="https://tracker.example/v" poster="https://tracker.example/p"></video>
			<link rel="stylesheet" href="https://tracker.example/s.css"><meta http-equiv="refresh" content="0;url=https://tracker.example/">
			</main>`
		);
		const article = await read(page, bytesOf(armed), 'a.html');
		expect(article.text).toBe(newsText);
		expect(article.omitted.map(({ reason }) => reason)).toEqual([
			'cookies',
			'menu',
			'title',
			'share',
			'related',
			'related',
			'hidden',
			'footer'
		]);
		expect(article.head.published[0]).toEqual({
			value: '2022-08-31',
			origin: { in: 'json-ld', name: 'datePublished' }
		});
		expect(await page.evaluate(() => 'ran' in window)).toBe(false);
		expect(reports).toEqual([]);
	});

	await test.step('a page with little text, which the reader library tries again, makes no markup of text', async () => {
		const html = `<nav>Home</nav><div class="comment"><p>${paragraphs[0]}</p></div><noscript><img src="x"></noscript>`;
		const article = await read(page, bytesOf(html), 'a.html');
		expect(article).toMatchObject({ text: paragraphs[0], full: `Home\n${paragraphs[0]}` });
		expect(reports).toEqual([]);
	});
});
