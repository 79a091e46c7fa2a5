import { expect, hydrated, test } from '../support/fixture';
import { desktop, moving } from '../support/map';

// The map flies from step to step.
test.use({ viewport: desktop, ...moving });

const tour = '/tour/naija-on-point-2022';

test('a tour goes step by step with the arrow keys, each step an address, and the map goes along', async ({
	page
}) => {
	await page.goto(tour);
	await hydrated(page);
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toHaveText('Positions in the west of Hama');
	await expect(page.getByText('1 of 9', { exact: true })).toBeVisible();
	await expect(page.locator('.sites a[aria-current="true"]')).toHaveAttribute(
		'data-site',
		'west-hama-positions'
	);
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(new RegExp(`${tour}/2$`));
	await expect(heading).toContainText('Hama Military Airport');
	await expect(heading).toBeFocused();
	await expect(page.locator('main').getByRole('status').filter({ hasText: /./ })).toContainText(
		'Step 2 of 9: Hama Military Airport'
	);
	await expect(page.locator('.sites a[aria-current="true"]')).toHaveAttribute(
		'data-site',
		'hama-military-airport'
	);
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(new RegExp(`${tour}/1$`));
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(new RegExp(`${tour}/1$`));
	await page.goBack();
	await expect(heading).toContainText('Hama Military Airport');
	await page.reload();
	await expect(heading).toContainText('Hama Military Airport');
});
