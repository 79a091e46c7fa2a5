import { readFileSync } from 'node:fs';
import { expect, hydrated, test } from '../support/fixture';

for (const [path, share, image, done] of [
	['/sites/tanf', 'Share', 'Image (PNG)', 'The picture is with your downloads.'],
	['/ar/sites/tanf', 'مشاركة', 'صورة (PNG)', 'الصورة بين تنزيلاتك.']
] as const) {
	test(`the map of ${path} can be taken as a picture, with a legend beneath it`, async ({ page }) => {
		await page.goto(path);
		await hydrated(page);
		await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
		await page.getByText(share, { exact: true }).click();
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name: image }).click();
		const file = await waiting;
		expect(file.suggestedFilename()).toBe('attested-tanf.png');
		const picture = readFileSync(await file.path());
		expect(picture.subarray(1, 4).toString()).toBe('PNG');
		const map = (await page.locator('[data-map]').boundingBox())!;
		expect(picture.readUInt32BE(16)).toBe(Math.round(map.width));
		expect(picture.readUInt32BE(20)).toBeGreaterThan(map.height + 100);
		await expect(page.getByText(done)).toBeVisible();
	});
}
