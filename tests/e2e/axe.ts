import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds against WCAG 2.2 AA and its own good practice: the rule, and the first elements. */
export async function violations(page: Page): Promise<string[]> {
	// Put in through the debugger, where the page's own policy does not hold.
	await page.evaluate(axe);
	const results = await page.evaluate(async () => {
		const options: RunOptions = {
			resultTypes: ['violations'],
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
		};
		return (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options);
	});
	return results.violations.map(
		({ id, nodes }) =>
			`${id}: ${nodes
				.slice(0, 3)
				.map(
					({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`
				)
				.join('; ')}`
	);
}
