/** Names on the map are read whole: nothing that lies over the map covers a part of one. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { palettes } from '../../../src/lib/map/style/palette';
import { expect, test } from '../support/fixture';
import { open } from '../support/map';

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

const { countryName, seaName, cityName, siteName } = palettes.light;
const colours = [countryName, seaName, cityName, siteName];

/** Has the map write names in a colour that nothing else on it has. */
async function writeNamesInMagenta(page: Page): Promise<void> {
	const folder = 'build/_app/immutable/chunks';
	for (const file of readdirSync(folder)) {
		const code = readFileSync(`${folder}/${file}`, 'utf8');
		if (!file.endsWith('.js') || !colours.some((colour) => code.includes(colour))) continue;
		const body = colours.reduce((text, colour) => text.replaceAll(colour, '#ff00ff'), code);
		await page.route(`**/${file}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
	}
}

/** The parts of the picture that something of the page lies over. */
const coveredBoxes = (page: Page): Promise<Box[]> =>
	page.evaluate(() => {
		const map = document.querySelector('canvas.maplibregl-canvas')!.getBoundingClientRect();
		const asked = ':is(button, summary, select, input, a, .scale, .credits)';
		return [...document.querySelectorAll<HTMLElement>(`.stage ${asked}`)]
			.filter((element) => !element.closest('ol.sites, .panel'))
			.filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
			.map((element) => element.getBoundingClientRect())
			.filter(
				({ left, right, top, bottom }) =>
					left < map.right && right > map.left && top < map.bottom && bottom > map.top
			)
			.map(({ x, y, width, height }) => ({ x, y, width, height }));
	});

/** How many pixels of names are in each of some parts of the map, were nothing over it. */
async function inkIn(page: Page, boxes: readonly Box[]): Promise<number[]> {
	const veil = (opacity: string) =>
		page.evaluate((opacity) => {
			for (const element of document.querySelectorAll<HTMLElement>('.stage *:not(canvas, :has(canvas))'))
				element.style.setProperty('opacity', opacity, 'important');
		}, opacity);
	// Not quite unseen: names come back from beneath what is.
	await veil('0.001');
	const picture = (await page.screenshot()).toString('base64');
	await veil('');
	return page.evaluate(
		async ({ picture, boxes }) => {
			const image = new Image();
			image.src = `data:image/png;base64,${picture}`;
			await image.decode();
			const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d', {
				willReadFrequently: true
			})!;
			drawing.drawImage(image, 0, 0);
			return boxes.map(({ x, y, width, height }) => {
				const { data } = drawing.getImageData(x, y, Math.max(1, width), Math.max(1, height));
				let count = 0;
				for (let at = 0; at < data.length; at += 4)
					if (data[at]! > 200 && data[at + 1]! < 140 && data[at + 2]! > 200) count++;
				return count;
			});
		},
		{ picture, boxes }
	);
}

test.use({ viewport: { width: 1280, height: 800 } });

test('no control covers the name of a country, a sea, a city or a site', async ({ page }) => {
	await writeNamesInMagenta(page);
	for (const path of ['/', '/ar'])
		await test.step(path, async () => {
			await open(page, path);
			const boxes = await coveredBoxes(page);
			expect(boxes.length).toBeGreaterThan(5);
			await expect.poll(async () => (await inkIn(page, boxes)).filter((pixels) => pixels > 0)).toEqual([]);
			const [all] = await inkIn(page, [{ x: 0, y: 0, width: 1280, height: 800 }]);
			expect(all, 'names are there').toBeGreaterThan(100);
		});
});
