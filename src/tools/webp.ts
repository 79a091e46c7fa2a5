import type { Browser, Page } from '@playwright/test';

/** A picture of a page as WebP, which the browser itself can write. @param quality 0 to 1 */
export async function webp(page: Page, browser: Browser, quality = 0.8): Promise<Buffer> {
	const png = await page.screenshot({ animations: 'disabled' });
	const blank = await browser.newPage();
	const picture = await blank.evaluate(
		async ({ address, quality }) => {
			const image = new Image();
			image.src = address;
			await image.decode();
			const canvas = document.createElement('canvas');
			[canvas.width, canvas.height] = [image.width, image.height];
			canvas.getContext('2d')!.drawImage(image, 0, 0);
			return canvas.toDataURL('image/webp', quality);
		},
		{ address: `data:image/png;base64,${png.toString('base64')}`, quality }
	);
	await blank.close();
	return Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
}
