/** Rows that only name their place, looked up when the reader asks. */
import { expect, test } from '../support/fixture';
import { cards, choose, fileOf, news, open } from '../support/panel';

test('names are looked up in what the site has, each as a guess as wide as the name, and the rest is listed', async ({
	page
}) => {
	await open(page);
	await choose(page, fileOf('place,actor\nParis,Iran\nXqzzv,Russia\n', 'names.csv'));
	await expect(news(page)).toHaveText('names.csv: 2 rows, of them on the map: 0.');
	const card = cards(page).first();
	await card.getByText('2 rows are not on the map').click();
	await expect(card.getByRole('combobox', { name: 'The place is named in' })).toHaveValue('0');
	await card.getByRole('button', { name: 'Look the names up' }).click();
	await expect(news(page)).toHaveText('Read again. names.csv: 2 rows, of them on the map: 1.', {
		timeout: 30_000
	});
	await card.getByText(/What was noticed in the file/).click();
	const found = card.locator('[data-problem="looked-up"]');
	await expect(found).toContainText('which is a guess');
	await expect(found).toContainText(/Paris.*Paris \(FR\), ±\d+ km/);
	await expect(card.getByText('1 row is not on the map')).toBeVisible();
	const isOpen = await card.locator('li').filter({ hasText: 'Xqzzv' }).isVisible();
	if (!isOpen) await card.getByText('1 row is not on the map').click();
	await expect(card.locator('li').filter({ hasText: 'Xqzzv' })).toBeVisible();
	// What can't be found is said, and nothing changes.
	await card.getByRole('button', { name: 'Look the names up' }).click();
	await expect(card.getByText('None of the names was found.')).toBeVisible();
	await expect(card).toContainText('1 of them on the map');
});
