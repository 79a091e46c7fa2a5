/** What holds on every page, in both languages, light and dark, on a phone, a tablet and a desk, with WebGL and without. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, hydrated, test } from '../support/fixture';
import { foreignRuns } from '../support/foreign';
import { desktop } from '../support/map';
import { inLanguage } from '../support/pages';
import { cases } from '../support/pairs';
import { linksOf, watchPolicy } from '../support/policy';

/** Everything that comes after the words is there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
	await hydrated(page);
	await expect(page.locator('[data-lazy]')).toHaveCount(0);
	await expect(page.locator('[data-map="loading"]')).toHaveCount(0);
	await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

/** The sites whose marks a control covers: what is there is no part of the picture. */
function coveredMarks(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('.sites a[data-site]')].flatMap((mark) => {
			mark.scrollIntoView({ block: 'center' });
			const { x, y, width, height } = mark.getBoundingClientRect();
			const over = document.elementFromPoint(x + width / 2, y + height / 2);
			return over?.closest('button, [role="toolbar"], .credits') ? [mark.dataset.site!] : [];
		})
	);
}

for (const { path, language, scheme, size, drawn } of cases) {
	const address = inLanguage(path, language);
	const { name } = size;
	// A map is drawn in software: where there is one, the window is no larger than the layout of its size asks for.
	const [width, height] =
		drawn && size.width > 800
			? [Math.min(size.width, desktop.width), desktop.height]
			: [size.width, size.height];

	// The projects of playwright.config.ts tell the two apart by these words.
	test.describe(`${address}, ${scheme}, on ${name}, ${drawn ? 'with its map drawn' : 'without WebGL'}`, () => {
		test.use({
			viewport: { width, height },
			hasTouch: width < 1000,
			isMobile: width < 500,
			colorScheme: scheme
		});

		test('is in its language, for every reader, no wider than the screen, and does only what it may', async ({
			page,
			context
		}) => {
			const reports = await watchPolicy(page);
			const html = await (await page.goto(address))!.text();
			await settled(page);
			if (drawn) await expect(page.locator('[data-map="ready"]')).toBeAttached();
			// The map of an article shows its places alone: none of them lies beneath the map's own buttons.
			if (drawn && path.startsWith('/articles/')) expect(await coveredMarks(page)).toEqual([]);
			const root = page.locator('html');
			await expect(root).toHaveAttribute('lang', language);
			await expect(root).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
			if (language === 'ar') expect((await foreignRuns(page)).runs).toEqual([]);
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
			).toBeLessThanOrEqual(0);
			const policy = page.locator('meta[http-equiv="content-security-policy"]');
			await expect(policy).toHaveAttribute('content', /default-src 'none'/);
			await expect(policy).not.toHaveAttribute('content', /unsafe-(inline|eval)/);
			// One page may ask others, for what a reader wants to see on the map; overlay/add.spec.ts tries it.
			const others = (await policy.getAttribute('content'))!.match(/[a-z-]+ [^;]*https?:[^;]*/g);
			expect(others).toEqual(
				path === '/fetch' ? ["connect-src 'self' https: http://localhost:* http://127.0.0.1:*"] : null
			);
			// Every link that leaves says so to the browser, and leads to a web page, or to a place on a phone's own map.
			for (const { href, rel, leaves } of await linksOf(page)) {
				expect(href).toMatch(/^(?:https?:|geo:-?[\d.]+,-?[\d.]+\?z=\d+$)/);
				if (leaves) expect(rel, href).toMatch(/noopener.*noreferrer/);
			}
			expect(html).not.toMatch(/<[^>]*\sstyle=|<style/);
			expect(reports).toEqual([]);
			expect(await context.cookies()).toEqual([]);
			expect(await page.evaluate(() => document.cookie)).toBe('');
			expect(await violations(page)).toEqual([]);
		});
	});
}
