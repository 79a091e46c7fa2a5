/** The still picture of the map, the map that takes its place, and the picture that can be taken of that. */
import { readFileSync } from 'node:fs';
import { expect, test } from '../support/fixture';
import { desktop, mark, open } from '../support/map';

for (const { name, path, viewport, words } of [
	{
		name: 'a desk',
		path: '/',
		viewport: desktop,
		words: { share: 'Share', image: 'Image (PNG)', done: 'The picture is with your downloads.' }
	},
	{
		name: 'a desk in Arabic',
		path: '/ar',
		viewport: { width: 1200, height: 700 },
		words: { share: 'مشاركة', image: 'صورة (PNG)', done: 'الصورة بين تنزيلاتك.' }
	},
	{ name: 'beside a sheet', path: '/', viewport: { width: 780, height: 1180 }, words: null }
])
	test.describe(name, () => {
		test.use({ viewport });

		test(`the still picture is where the map then is${words ? ', of which a picture is taken' : ''}`, async ({
			page
		}) => {
			await open(page, path);
			await expect(page.locator('[data-map="ready"]')).toBeVisible();

			await test.step('the still picture has each site where the map then has it', async () => {
				const still = page.locator('.still');
				await expect(still).toBeHidden();
				// Seen once more, to be measured beside the map that has taken its place.
				await still.evaluate((element) => element.style.setProperty('display', 'grid', 'important'));
				const apart = await page.locator('ol.sites a:not(.clustered)').evaluateAll((links) => {
					const middleOf = (element: Element) => {
						const { x, y, width, height } = element.getBoundingClientRect();
						return [x + width / 2, y + height / 2] as const;
					};
					return links.map((link) => {
						const mark = document.querySelector(
							`.still [data-still="${link.getAttribute('data-site')}"] circle`
						)!;
						const [[x, y], [mapX, mapY]] = [middleOf(mark), middleOf(link)];
						return Math.hypot(x - mapX, y - mapY);
					});
				});
				expect(apart.length).toBeGreaterThan(0);
				expect(Math.max(...apart)).toBeLessThan(2);
				await still.evaluate((element) => element.style.removeProperty('display'));
			});

			if (!words) return;
			await test.step('the map can be taken as a picture, with a legend beneath it', async () => {
				await mark(page, 'tanf').focus();
				await page.keyboard.press('Enter');
				await expect(page).toHaveURL(/\/sites\/tanf$/);
				await page.getByText(words.share, { exact: true }).click();
				const waiting = page.waitForEvent('download');
				await page.getByRole('button', { name: words.image }).click();
				const file = await waiting;
				expect(file.suggestedFilename()).toBe('attested-tanf.png');
				const picture = readFileSync(await file.path());
				expect(picture.subarray(1, 4).toString()).toBe('PNG');
				const map = (await page.locator('[data-map]').boundingBox())!;
				expect(picture.readUInt32BE(16)).toBe(Math.round(map.width));
				expect(picture.readUInt32BE(20)).toBeGreaterThan(map.height + 100);
				await expect(page.getByText(words.done)).toBeVisible();
			});
		});
	});
