/**
 * `npm test`: everything, one step after another, each under its heading. A step that fails does not stop the
 * others. The very last line is the sum: `N passed, N failed`, with the skipped where there are any. Each step
 * counts as one test; the unit and the end-to-end tests count one by one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser';
import { runNode } from './command';

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

const one = {
	passed: { passed: 1, failed: 0, skipped: 0 },
	failed: { passed: 0, failed: 1, skipped: 0 },
	skipped: { passed: 0, failed: 0, skipped: 1 }
} satisfies Record<string, Counts>;

const svelteKit = 'node_modules/@sveltejs/kit/svelte-kit.js';

async function main(): Promise<Counts> {
	const results = mkdtempSync(join(tmpdir(), 'attested-test-'));
	try {
		const unitResults = join(results, 'unit.json');
		const browserResults = join(results, 'browser.json');
		const counts = [
			await step('Records', () => succeeds(['src/tools/check.ts'])),
			await step('JSON Schemas', () => succeeds(['src/tools/schemas.ts', '--check'])),
			await step('Types', () =>
				succeeds(
					['src/tools/messages.ts'],
					[svelteKit, 'sync'],
					[
						'node_modules/svelte-check/bin/svelte-check',
						'--tsconfig',
						'./tsconfig.json',
						'--fail-on-warnings'
					],
					['node_modules/typescript/bin/tsc', '-p', 'src/service-worker']
				)
			),
			await step('Lint', () =>
				succeeds(
					['node_modules/eslint/bin/eslint.js', '.'],
					['node_modules/prettier/bin/prettier.cjs', '--check', '.']
				)
			),
			await step('Unit tests', async () => {
				const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`];
				const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', ...reporters]);
				return summed(code, unitCounts(readJson(unitResults)));
			})
		];
		const build = await step('Build', () => succeeds(['node_modules/vite/bin/vite.js', 'build']));
		counts.push(build);
		counts.push(
			await step('End-to-end tests', async () => {
				if (build.failed > 0) {
					console.log('Skipped: there is no build to test.');
					return one.skipped;
				}
				const environment = {
					CHROMIUM_PATH: await findBrowser(),
					PLAYWRIGHT_JSON_OUTPUT_NAME: browserResults
				};
				const options = ['test', '--reporter=list,json'];
				const { code } = await runNode('node_modules/@playwright/test/cli.js', options, { environment });
				return summed(code, browserCounts(readJson(browserResults)));
			})
		);
		return counts.reduce(plus);
	} finally {
		rmSync(results, { recursive: true, force: true });
	}
}

/** Runs a step under its heading and says how long it took. What it throws is its failure. */
async function step(heading: string, work: () => Promise<Counts>): Promise<Counts> {
	console.log(`\n== ${heading}`);
	const begin = performance.now();
	let counts: Counts;
	try {
		counts = await work();
	} catch (error) {
		console.error((error as Error).message);
		counts = one.failed;
	}
	const seconds = ((performance.now() - begin) / 1000).toFixed(1);
	console.log(`== ${heading}: ${counts.failed > 0 ? 'FAILED' : 'done'} in ${seconds} s`);
	return counts;
}

/** One test: whether all of some scripts succeed. All are run, so that all faults show. */
async function succeeds(...scripts: [string, ...string[]][]): Promise<Counts> {
	let passed = true;
	for (const [script, ...options] of scripts) {
		const { code } = await runNode(script, options);
		if (code !== 0) passed = false;
	}
	return passed ? one.passed : one.failed;
}

/** The counts of a test runner; where it failed without a failed test, that is a failure of its own. */
function summed(code: number, counts: Counts | null): Counts {
	if (!counts) return one.failed;
	return code !== 0 && counts.failed === 0 ? plus(counts, one.failed) : counts;
}

function plus(a: Counts, b: Counts): Counts {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

interface UnitResults {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
}

function unitCounts(results: UnitResults | null): Counts | null {
	if (!results) return null;
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = results;
	return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

interface BrowserResults {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function browserCounts(results: BrowserResults | null): Counts | null {
	if (!results) return null;
	const { expected, unexpected, flaky, skipped } = results.stats;
	return { passed: expected, failed: unexpected + flaky, skipped };
}

function readJson<T>(path: string): T | null {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as T;
	} catch {
		return null;
	}
}

const { passed, failed, skipped } = await main();
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
