/** What a page's own policy reports, and the links that lead out of it. */
import type { Page } from '@playwright/test';

/** Every report of the page's own policy, on top of what the console says of it. */
export async function watchPolicy(page: Page): Promise<string[]> {
	const reports: string[] = [];
	await page.exposeFunction('reportOfPolicy', (report: string) => reports.push(report));
	await page.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
			(window as unknown as { reportOfPolicy(report: string): void }).reportOfPolicy(
				`${violatedDirective} ${blockedURI} ${sample}`
			)
		)
	);
	return reports;
}

/** Every link of a page: its address, what it says to the browser of itself, and whether it leads to another site. */
export function linksOf(page: Page): Promise<{ href: string; rel: string; leaves: boolean }[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('a[href]')].map((link) => {
			// A link in a drawing has its address as an attribute alone.
			const { href, origin } = new URL(link.getAttribute('href')!, document.baseURI);
			return { href, rel: link.getAttribute('rel') ?? '', leaves: origin !== location.origin };
		})
	);
}
