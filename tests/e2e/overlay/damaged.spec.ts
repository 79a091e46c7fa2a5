/** What becomes of kept files where the browser's store is damaged, and where another page changes it. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test } from '../support/fixture';
import { cards, choose, door, fileOf, news, open, sites } from '../support/panel';

/** Changes the store beneath the page, as a failing disk or another program may. */
const damage = (page: Page) =>
	page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error!);
			});
		const database = await done(indexedDB.open('attested-own'));
		const stores = ['kept', 'states', 'tables', 'files'];
		const transaction = database.transaction(stores, 'readwrite');
		const [kept, , tables, files] = stores.map((name) => transaction.objectStore(name));
		const all = (await done(kept!.getAll())) as { id: string; fileName: string }[];
		const idOf = (name: string) => all.find(({ fileName }) => fileName === name)!.id;
		kept!.put('no record', idOf('b.csv'));
		tables!.put({ rows: 2 }, idOf('c.csv'));
		tables!.delete(idOf('d.csv'));
		files!.delete(idOf('d.csv'));
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		database.close();
	});

test('damaged records hide no other file: each is read again or removed; other pages hear of a removal', async ({
	page,
	context
}) => {
	await open(page);
	await choose(page, ...['a', 'b', 'c', 'd'].map((name) => fileOf(sites, `${name}.csv`)));
	await expect(page.locator('[data-keeping="kept"]')).toHaveCount(4);
	await damage(page);

	await open(page);
	const damaged = page.locator('[data-damaged]');
	await expect(damaged).toHaveCount(3);
	await expect(cards(page).getByRole('heading')).toHaveText(['a.csv']);
	await expect(door(page)).toHaveText('Your own data (4)');
	expect(await violations(page)).toEqual([]);
	const of = (name: string) => damaged.filter({ hasText: name });
	await expect(of('d.csv')).toContainText('add it again from where it came');
	await expect(of('d.csv').getByRole('button')).toHaveText(['Remove']);
	await of('b.csv').getByRole('button', { name: 'Read it again' }).click();
	await expect(news(page)).toHaveText('b.csv: 2 rows, of them on the map: 2.');
	await of('c.csv').getByRole('button', { name: 'Read it again' }).click();
	await expect(page.locator('[data-keeping="kept"]')).toHaveCount(3);
	await of('d.csv').getByRole('button', { name: 'Remove' }).click();
	await expect(of('d.csv').getByRole('button', { name: 'Keep' })).toBeFocused();
	await of('d.csv').getByRole('button', { name: 'Remove' }).click();
	await expect(damaged).toHaveCount(0);
	await expect(door(page)).toBeFocused();

	const other = await context.newPage();
	await open(other);
	await expect(cards(other).getByRole('heading')).toHaveText(['a.csv', 'b.csv', 'c.csv']);
	await cards(page).first().getByRole('button', { name: 'Remove' }).click();
	await cards(page)
		.first()
		.getByRole('group', { name: /a\.csv/ })
		.getByRole('button')
		.first()
		.click();
	await expect(cards(other).getByRole('heading')).toHaveText(['b.csv', 'c.csv']);
	await expect(news(other)).toHaveText('a.csv was removed.');
});
