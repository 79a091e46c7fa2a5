/** A page with its drawn map. */
import type { Locator, Page } from '@playwright/test';
import { expect, hydrated } from './fixture';

/**
 * The map is drawn in software, which takes longer the larger it is. This is hardly more than what unfolds the actors on
 * the map (MapStage.svelte), the last that comes with a wider window.
 */
export const desktop = { width: 1120, height: 640 };

/** Where Tanf has a mark of its own: in a smaller window it is in a cluster, which a click would open instead. */
export const roomy = { width: 1440, height: 900 };

/** For tests of what moves; playwright.config.ts has all others go without. */
export const moving = { contextOptions: { reducedMotion: 'no-preference' } } as const;

/** Opens an address and waits until its map has drawn its first picture. */
export async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await drawn(page);
}

export async function drawn(page: Page): Promise<void> {
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
}

/** The link that lies over the mark of a site. */
export const mark = (page: Page, site: string): Locator => page.locator(`.sites a[data-site="${site}"]`);

/** The middle of something, in pixels of the page. */
export async function middle(target: Locator): Promise<{ x: number; y: number }> {
	const box = (await target.boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes the map's picture from its graphics card; what is given back lets it have it again. */
export async function loseContext(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const context = document
			.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!
			.getContext('webgl2')!;
		const loser = context.getExtension('WEBGL_lose_context')!;
		(window as { restore?: () => void }).restore = () => loser.restoreContext();
		loser.loseContext();
	});
	return () => page.evaluate(() => (window as { restore?: () => void }).restore!());
}
