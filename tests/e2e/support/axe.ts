import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Marks may lie over one another, since they are where the sites are: WCAG 2.5.8 leaves out what is essential, and
 * names pins on a map. Each has a link of full size in the list beside it.
 */
const isMark = (target: unknown) => /data-site/.test(String(target));

const runOnly = {
	all: standards,
	colours: ['color-contrast', 'link-in-text-block'],
	layout: [
		'target-size',
		'label-content-name-mismatch',
		'heading-order',
		'link-name',
		'duplicate-id-aria',
		'list'
	]
};

/**
 * What axe-core finds against WCAG 2.2 AA and its own good practice: the rule, and the first elements. Where another
 * scheme of colours is all that changed, the rules of `colours` are enough.
 */
export async function violations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
	await bringAxe(page);
	return faultsOf(page, rules);
}

/** Puts axe into a page through the debugger, where the page's own policy does not hold. */
export const bringAxe = (page: Page): Promise<void> => page.evaluate(axe);

/** What the words of a page may break, of which each has its own, where axe is there already: sizes, names, headings. */
export const layoutFaults = (page: Page): Promise<string[]> => faultsOf(page, 'layout');

async function faultsOf(page: Page, rules: keyof typeof runOnly): Promise<string[]> {
	const options: RunOptions = {
		resultTypes: ['violations'],
		runOnly: runOnly[rules]
	};
	const results = await page.evaluate(
		(options) =>
			(window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
		options
	);
	const found = results.violations
		.map(({ id, nodes }) => ({
			id,
			nodes: nodes.filter(({ target }) => id !== 'target-size' || !isMark(target))
		}))
		.filter(({ nodes }) => nodes.length > 0);
	return found.map(
		({ id, nodes }) =>
			`${id}: ${nodes
				.slice(0, 3)
				.map(
					({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`
				)
				.join('; ')}`
	);
}
