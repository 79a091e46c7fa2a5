/**
 * Every page of the site once, as it is sent: in a language, colours and a size that change from page to page of a kind, so
 * that each pair of these comes for every kind with six pages. What scripts add is the same in all pages of a kind, and
 * every-page.spec.ts looks at it.
 *
 * A page of the browser takes in one after the other: the checking code is brought once and not for each.
 */
import type { Page } from '@playwright/test';
import { groupBy } from '../../../src/lib/base/groupBy';
import { filesOf, pathOf } from '../../../src/tools/pages';
import { bringAxe, layoutFaults } from '../support/axe';
import { expect, test } from '../support/fixture';
import { inLanguage } from '../support/pages';
import { circumstances } from '../support/pairs';

/** The pages of one language by kind, which is what their addresses have in common. */
const paths = filesOf('build')
	.filter((file) => file.endsWith('.html') && !/^\/(ar\/|ar\.html|.*404)/.test(file))
	.map(pathOf);
const kinds = [...groupBy(paths, (path) => path.replace(/[^/]*$/, '')).values()];
/** The paths that are looked at in each of the circumstances. */
const shares = circumstances.map((_, share) =>
	kinds.flatMap((kind) => kind.filter((_, at) => at % circumstances.length === share))
);

/** Takes in a page as it is sent, without its scripts and its policy, which would let in no styles of another document. */
async function takeIn(page: Page, address: string): Promise<number> {
	return page.evaluate(async (address) => {
		const sent = await (await fetch(address)).text();
		const whole = new DOMParser().parseFromString(sent, 'text/html');
		for (const unwanted of whole.querySelectorAll('script, noscript, [rel$="preload"], [http-equiv]'))
			unwanted.remove();
		history.replaceState(null, '', address);
		const styles = [...whole.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
		const come = styles.map((style) => new Promise((done) => (style.onload = style.onerror = done)));
		document.replaceChild(document.adoptNode(whole.documentElement), document.documentElement);
		await Promise.all(come);
		return document.documentElement.scrollWidth - innerWidth;
	}, address);
}

// One test for each worker.
for (const half of [0, 1])
	test(`each page of the site has room for every finger and no more than the screen: half ${half + 1}`, async ({
		page
	}) => {
		await page.route('**/empty', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<title>x</title>' })
		);
		await page.goto('/empty');
		await bringAxe(page);
		const faults: string[] = [];
		let looks = 0;
		for (const [share, { language, scheme, size }] of circumstances.entries()) {
			if (share % 2 !== half) continue;
			await page.setViewportSize(size);
			await page.emulateMedia({ colorScheme: scheme });
			for (const path of shares[share]!) {
				const address = inLanguage(path, language);
				const wider = await takeIn(page, address);
				const found = await layoutFaults(page);
				if (wider > 0) found.push(`${wider} px wider than the screen`);
				faults.push(...found.map((fault) => `${address}, ${scheme}, on ${size.name}: ${fault}`));
				looks++;
			}
		}
		expect(faults).toEqual([]);
		expect(looks).toBeGreaterThan(50);
	});
