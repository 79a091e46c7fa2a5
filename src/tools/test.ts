/**
 * `npm test`: everything, each step under its heading. Steps that need one processor only run side by side, and what a
 * step says is printed when it is done. A step that fails does not stop the others. The very last line is the sum:
 * `N passed, N failed`, with the skipped where there are any. Each step counts as one test; the unit and the
 * end-to-end tests count one by one. With --quick: what takes no build and no browser.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser';
import { runNode } from './command';
import { buildSecond } from './second';

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

/** What came of a step, and what it said. Where it said it at once, nothing is left to print. */
interface Result {
	counts: Counts;
	output: string;
}

interface Step {
	heading: string;
	work(): Promise<Result>;
}

const one = {
	passed: { passed: 1, failed: 0, skipped: 0 },
	failed: { passed: 0, failed: 1, skipped: 0 },
	skipped: { passed: 0, failed: 0, skipped: 1 }
} satisfies Record<string, Counts>;

/** Everything that `src` generates is there once, before steps read it side by side. */
const generated = scripts(
	'Generated files',
	['src/tools/messages.ts'],
	['@sveltejs/kit/svelte-kit.js', 'sync']
);
const records = scripts('Records', ['src/tools/check.ts']);
const schemas = scripts('JSON Schemas', ['src/tools/schemas.ts', '--check']);
const types = scripts(
	'Types',
	['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--tsgo'],
	['@typescript/native-preview/bin/tsc', '-p', 'src/service-worker']
);
const lint = scripts(
	'Lint',
	['oxlint/bin/oxlint', '--deny-warnings'],
	['eslint/bin/eslint.js', '.'],
	['knip/bin/knip.js'],
	['knip/bin/knip.js', '--production']
);
const format = scripts('Format', ['oxfmt/bin/oxfmt', '--check', '.']);

async function main(isQuick: boolean): Promise<Counts> {
	const results = mkdtempSync(join(tmpdir(), 'attested-test-'));
	const unit = unitTests(join(results, 'unit.json'));
	try {
		if (isQuick) return sum(await inOrder([generated]), await sideBySide([unit, lint, format, types]));
		// Where there is none, it is fetched while other steps need the processor.
		const browser = findBrowser();
		browser.catch(() => {});
		let isBuilt = false;
		const build = buildStep((success) => (isBuilt = success));
		let secondSite: string | null = null;
		const second = secondStep(join(results, 'second'), (site) => (secondSite = site));
		return sum(
			await inOrder([generated]),
			await sideBySide([unit, lint, build, second, format, types, records, schemas]),
			await inOrder([
				browserTests(join(results, 'browser.json'), browser, () => (isBuilt ? { secondSite } : null))
			])
		);
	} finally {
		rmSync(results, { recursive: true, force: true });
	}
}

/** Two at a time, each begun as soon as one before it is done: the longest stand first, so that both end together. */
async function sideBySide(steps: Step[]): Promise<Counts> {
	const waiting = [...steps];
	const lane = async () => {
		const counts: Counts[] = [];
		for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await run(step));
		return sum(...counts);
	};
	return sum(...(await Promise.all([lane(), lane()])));
}

async function inOrder(steps: Step[]): Promise<Counts> {
	const counts: Counts[] = [];
	for (const step of steps) counts.push(await run(step));
	return sum(...counts);
}

/** Runs a step, then prints what it said under its heading and how long it took. What it throws is its failure. */
async function run({ heading, work }: Step): Promise<Counts> {
	const begin = performance.now();
	const { counts, output } = await work().catch((error: Error) => ({
		counts: one.failed,
		output: error.message
	}));
	const seconds = ((performance.now() - begin) / 1000).toFixed(1);
	const result = counts.failed > 0 ? 'FAILED' : 'done';
	console.log(
		[`\n== ${heading}`, output.trim(), `== ${heading}: ${result} in ${seconds} s`].filter(Boolean).join('\n')
	);
	return counts;
}

/** One test: whether all of some scripts, of ours or of packages, succeed. All are run, so that all faults show. */
function scripts(heading: string, ...commands: [string, ...string[]][]): Step {
	return {
		heading,
		async work() {
			const runs: { code: number; output: string }[] = [];
			for (const [script, ...options] of commands)
				runs.push(await runNode(pathOf(script), options, { quiet: true }));
			const passed = runs.every(({ code }) => code === 0);
			return {
				counts: passed ? one.passed : one.failed,
				output: runs.map(({ output }) => output.trim()).join('\n')
			};
		}
	};
}

const pathOf = (script: string) => (script.startsWith('src/') ? script : `node_modules/${script}`);

/** The site as it is put on a host, but for the compressed forms of its files, which take longer than all else. */
function buildStep(ondone: (success: boolean) => void): Step {
	return {
		heading: 'Build',
		async work() {
			const environment = { UNCOMPRESSED: '1' };
			const { code, output } = await runNode(pathOf('vite/bin/vite.js'), ['build'], {
				environment,
				quiet: true
			});
			ondone(code === 0);
			return { counts: code === 0 ? one.passed : one.failed, output };
		}
	};
}

/** The site of the second data set, by the same code. */
function secondStep(folder: string, ondone: (site: string | null) => void): Step {
	return {
		heading: 'Build of the second data set',
		async work() {
			const { code, output, site } = await buildSecond(folder);
			ondone(code === 0 ? site : null);
			return { counts: code === 0 ? one.passed : one.failed, output };
		}
	};
}

function unitTests(results: string): Step {
	return {
		heading: 'Unit tests',
		async work() {
			const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
			const { code, output } = await runNode(pathOf('vitest/vitest.mjs'), options, { quiet: true });
			return { counts: summed(code, unitCounts(readJson(results))), output };
		}
	};
}

/** The longest step, which has the machine for itself: it says how far it is. */
function browserTests(
	results: string,
	browser: Promise<string>,
	built: () => { secondSite: string | null } | null
): Step {
	return {
		heading: 'End-to-end tests',
		async work() {
			const sites = built();
			if (!sites) return { counts: one.skipped, output: 'Skipped: there is no build to test.' };
			const environment = {
				CHROMIUM_PATH: await browser,
				...(sites.secondSite && { SECOND_SITE: sites.secondSite }),
				PLAYWRIGHT_JSON_OUTPUT_NAME: results
			};
			const options = ['test', '--reporter=list,json'];
			const { code } = await runNode(pathOf('@playwright/test/cli.js'), options, { environment });
			return { counts: summed(code, browserCounts(readJson(results))), output: '' };
		}
	};
}

/** The counts of a test runner; where it failed without a failed test, that is a failure of its own. */
function summed(code: number, counts: Counts | null): Counts {
	if (!counts) return one.failed;
	return code !== 0 && counts.failed === 0 ? sum(counts, one.failed) : counts;
}

function sum(...all: Counts[]): Counts {
	const of = (kind: keyof Counts) => all.reduce((total, counts) => total + counts[kind], 0);
	return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
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

const { passed, failed, skipped } = await main(process.argv.includes('--quick'));
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
