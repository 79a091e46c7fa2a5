/** The embedded map. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page, Route } from '@playwright/test';
import { expect, test } from '../support/fixture';
import { mark, open } from '../support/map';

test.use({ viewport: { width: 900, height: 560 } });

test('is a map without our frame, keeps its options from site to site, and its ways out open elsewhere', async ({
	page
}) => {
	await open(page, '/embed?actors=united-states&theme=dark');
	await expect(page.locator('.masthead')).toHaveCount(0);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(mark(page, 'tanf')).toBeAttached();
	await expect(mark(page, 'hmeimim')).toHaveCount(0);
	await mark(page, 'tanf').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/embed\/sites\/tanf\?actors=united-states&theme=dark$/);
	await expect(page.locator('blockquote')).toContainText('It also has a military base at Tanf');
	for (const link of await page.locator('header a[href^="/sites"], main a').all()) {
		await expect(link).toHaveAttribute('target', '_blank');
		await expect(link).toHaveAttribute('rel', 'noopener');
	}
	// The reader's own choice on our pages is not ours to change from here.
	expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
});

/** The script for pages with embeds, as docs/embedding.md gives it to publishers. */
const heightScript = /```html\n(<script>[^]*?<\/script>)\n```/.exec(
	readFileSync('docs/embedding.md', 'utf8')
)![1]!;

/** Has a page of somebody else, of another origin, show what it is made of. */
async function inAnotherPage(
	page: Page,
	watch: { allowed: string[] },
	body: string,
	work: () => Promise<void>
) {
	const html = `<!doctype html><meta name="viewport" content="width=device-width"><title>Elsewhere</title>${body}`;
	const server = createServer((_, response) =>
		response.writeHead(200, { 'content-type': 'text/html' }).end(html)
	);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	watch.allowed.push(`left the origin: ${address}`);
	try {
		await page.goto(address);
		await work();
	} finally {
		server.close();
	}
}

const isDrawn = (frame: FrameLocator) =>
	expect(frame.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });

/** What lies over the mark of a site, at its middle and about it: nothing but its own link and the map. */
const over = (frame: FrameLocator, site: string) =>
	frame.locator(`.sites a[data-site="${site}"]`).evaluate((link) => {
		const { left, right, top, bottom } = link.getBoundingClientRect();
		const [x, y] = [(left + right) / 2, (top + bottom) / 2];
		const points = [
			[x, y],
			...[-9, 9].flatMap((far) => [
				[x + far, y],
				[x, y + far]
			])
		] as [number, number][];
		return points.flatMap((point) => {
			const found = document.elementFromPoint(...point);
			return found?.closest('.sites a, .picture') ? [] : [found?.outerHTML.slice(0, 80) ?? 'nothing'];
		});
	});

test('works inside a page of somebody else, small, as high as its words, and without an origin', async ({
	page,
	baseURL,
	watch
}) => {
	const body = `<iframe id="grown" src="${baseURL}embed/sites/tanf" title="Map" width="430" height="260"></iframe>
		<iframe id="small" src="${baseURL}embed/sites/tanf?actors=united-states" title="Map" width="300" height="250"></iframe>
		<iframe id="sandboxed" sandbox="allow-scripts" src="${baseURL}ar/embed?actors=united-states" title="Map"
			width="400" height="250"></iframe>`;
	await inAnotherPage(page, watch, body, async () => {
		const small = page.frameLocator('#small');
		await isDrawn(small);
		await expect.poll(() => over(small, 'tanf')).toEqual([]);
		await expect(small.locator('.credits')).toBeVisible();

		// Some publishing systems make such: for its browser everything in it comes from elsewhere, and nothing is kept.
		const alone = page.frameLocator('#sandboxed');
		await alone.locator('html').scrollIntoViewIfNeeded();
		await isDrawn(alone);
		expect(await alone.locator('html').evaluate(() => self.origin)).toBe('null');
		await expect(alone.locator('.notices p, [data-missing]:visible')).toHaveCount(0);
		await alone.locator('.sites a[data-site="tanf"]').focus();
		await page.keyboard.press('Enter');
		await expect(alone.locator('blockquote')).toContainText('It also has a military base at Tanf');

		// The script may come late.
		const grown = page.frameLocator('#grown');
		await expect(grown.locator('blockquote')).toContainText('It also has a military base at Tanf');
		const code = /<script>([^]*)<\/script>/.exec(heightScript)![1]!;
		await page.evaluate(code);
		await page.evaluate(() => {
			for (const { contentWindow } of document.querySelectorAll('iframe'))
				contentWindow!.postMessage({ type: 'attested-height' }, '*');
		});
		await expect(page.locator('#grown')).not.toHaveAttribute('height', '260');
		const height = Number(await page.locator('#grown').getAttribute('height'));
		expect(height).toBeGreaterThan(400);
		const scrolls = () => grown.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
		await expect.poll(scrolls).toBeLessThanOrEqual(1);
		await expect(page.locator('#grown')).toHaveAttribute('height', String(height));
	});
});

test('waits for a worker whose code comes late, though the page comes to the front meanwhile', async ({
	page,
	baseURL,
	watch
}) => {
	// Code that is fetched, as in a page without an origin, may be overtaken by a second fetch of it.
	const asked: Route[] = [];
	await page.route('**/maplibre-gl-worker*', (route) => {
		if (asked.push(route) > 1) return route.continue();
	});
	const body = `<iframe sandbox="allow-scripts" src="${baseURL}embed/sites/tanf" title="Map" width="400" height="250"></iframe>`;
	await inAnotherPage(page, watch, body, async () => {
		const frame = page.frameLocator('iframe');
		await expect.poll(() => asked.length).toBe(1);
		for (let time = 0; time < 2; time++) {
			await frame.locator('html').evaluate(async () => {
				document.dispatchEvent(new Event('visibilitychange'));
				// As long as MapLibre waits for an answer, and longer.
				await new Promise((done) => setTimeout(done, 800));
			});
		}
		await asked[0]!.continue();
		await isDrawn(frame);
		await expect(frame.locator('.notices p')).toHaveCount(0);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 640 }, hasTouch: true, isMobile: true });

	test('one finger scrolls the page around, and what is switched keeps the options', async ({
		page,
		baseURL,
		watch
	}) => {
		const body = `<body style="margin:0;height:3000px"><iframe title="Map" width="390" height="560"
			src="${baseURL}ar/embed?actors=united-states,russia&show=toggles,timeline&theme=light"></iframe>`;
		await inAnotherPage(page, watch, body, async () => {
			const frame = page.frameLocator('iframe');
			await isDrawn(frame);
			// Within the frame: the page around goes on scrolling after the finger has left it.
			const place = () =>
				frame.locator('.sites a[data-site="tanf"]').evaluate((mark) => {
					const { x, y } = mark.getBoundingClientRect();
					return { x, y };
				});
			await expect(frame.locator('.timeline')).toBeVisible();
			/** Waits until something is the same at two looks that are a while apart, and gives that back. */
			const atRest = async <T>(read: () => Promise<T>): Promise<T> => {
				let last: T | undefined;
				await expect
					.poll(
						async () => {
							const before = last;
							return JSON.stringify((last = await read())) === JSON.stringify(before);
						},
						{ intervals: [300] }
					)
					.toBe(true);
				return last!;
			};
			// The timeline comes after the map, which makes room for it.
			const before = await atRest(place);
			const session = await page.context().newCDPSession(page);
			const touch = (
				type: 'touchStart' | 'touchMove' | 'touchEnd',
				...touchPoints: { x: number; y: number }[]
			) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
			await touch('touchStart', { x: 200, y: 200 });
			for (let y = 190; y > 80; y -= 10) await touch('touchMove', { x: 200, y });
			await touch('touchEnd');
			const scrolled = () => page.evaluate(() => scrollY);
			// A tap on a page that still scrolls stops it, and is no tap on what is there.
			expect(await atRest(scrolled)).toBeGreaterThan(30);
			expect(await place()).toEqual(before);
			await page.evaluate(() => scrollTo(0, 0));
			expect(await atRest(scrolled)).toBe(0);
			await expect(frame.locator('.maplibregl-mobile-message')).toHaveText('حرّك الخريطة بإصبعين');

			await frame.locator('.tools summary').tap();
			await frame.locator('[data-actor="russia"]').first().tap();
			await expect(frame.locator('.sites a[data-site="hmeimim"]')).toHaveCount(0);
			await expect
				.poll(() => page.frames()[1]!.url())
				.toBe(`${baseURL}ar/embed?actors=united-states&theme=light&show=toggles,timeline`);
		});
	});
});
