/** A file that makes far more work than its size, and a worker that a browser ends without a word. */
import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/fixture';
import { cards, choose, fileOf, news, open, panel, sites } from '../support/panel';

test('what makes much work is told and read on; what ends in silence is begun anew', async ({ page }) => {
	await open(page);
	const bomb = `${sites}${' '.repeat(80_000_000)}\n`;
	await choose(
		page,
		{ name: 'bomb.gz', mimeType: 'application/gzip', buffer: gzipSync(bomb) },
		fileOf(sites, 'later.csv')
	);
	await expect(news(page)).toContainText('later.csv');
	await expect(cards(page)).toHaveCount(1);
	const refused = panel(page).locator('[data-reading="refused"]');
	await expect(refused).toContainText('far more work than files of its size');
	await refused.getByRole('button', { name: 'Go on reading bomb.gz' }).click();
	await expect(cards(page)).toHaveCount(2);
	await expect(page.locator('[data-keeping="kept"]')).toHaveCount(2);

	for (const worker of page.workers().filter((each) => each.url().includes('table.worker')))
		// It ends before it could answer.
		await worker.evaluate(() => self.close()).catch(() => undefined);
	await expect(news(page)).toContainText('Read again.');
	await expect(panel(page).locator('[data-reading]')).toHaveCount(0);
	const card = cards(page).first();
	await card.getByRole('searchbox').first().fill('Hama');
	await expect(card.getByRole('status').first()).toContainText('1');
	await expect(page.locator('[data-keeping="kept"]')).toHaveCount(2);
});
