import { defineConfig, devices } from '@playwright/test';
import type { Options } from './tests/e2e/support/fixture';
import { home } from './svelte.config.js';
import { secondData } from './src/tools/second';
import { baseOf } from './src/tools/serve';
import { browserArguments, findBrowser, withoutWebgl } from './src/tools/browser';

// The runner starts its workers with this environment: the search is done once.
const executablePath = await findBrowser();
process.env.CHROMIUM_PATH = executablePath;
// Files are served as `npm test` builds them: to compress them takes longer than to send them to the same machine.
process.env.UNCOMPRESSED = '1';

const port = Number(process.env.E2E_PORT ?? 4319);
// With BASE_PATH, as when building, the tests are those of a site below a path.
const address = `http://127.0.0.1:${port}${home.base}/`;

/** A site of another data set, where there is one: `npm test` makes one of that of the tests, SECOND_DATA names another. */
const second = process.env.SECOND_SITE;
const secondAddress = `http://127.0.0.1:${port + 1}${second ? baseOf(second) : ''}/`;

const chrome = { ...devices['Desktop Chrome'], launchOptions: { executablePath, args: browserArguments } };
/** Where no map is looked at, none is drawn: without a graphics card that takes most of the time. */
const withoutMap = {
	...chrome,
	hasWebgl: false,
	launchOptions: { executablePath, args: withoutWebgl }
};

export default defineConfig<Options>({
	testDir: 'tests/e2e',
	workers: 2,
	fullyParallel: true,
	retries: 0,
	reporter: 'list',
	// The map is drawn in software on a machine without a graphics card.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	use: {
		baseURL: address,
		// What is kept from one page to the next has tests of its own.
		serviceWorkers: 'block',
		// Where the map flies it is drawn many times, which without a graphics card takes long. What moves has tests that ask
		// for motion: the map on its way to a site (map/comfort), the sheet of a phone (map/phone), a tour (map/tour).
		contextOptions: { reducedMotion: 'reduce' }
	},
	projects: [
		{ name: 'text', testDir: 'tests/e2e/text', use: withoutMap },
		{ name: 'map', testDir: 'tests/e2e/map', use: chrome },
		{ name: 'overlay', testDir: 'tests/e2e/overlay', use: withoutMap },
		{ name: 'offline', testDir: 'tests/e2e/offline', use: withoutMap },
		{ name: 'desk', testDir: 'tests/e2e/desk', use: withoutMap },
		// What every site has to do, whatever it is about.
		...(second
			? [
					{
						name: 'core',
						testDir: 'tests/e2e/core',
						use: { ...withoutMap, data: process.env.SECOND_DATA ?? secondData, baseURL: secondAddress }
					},
					// Another data set names other backgrounds, or none.
					...(process.env.SECOND_DATA
						? []
						: [
								{
									name: 'backgrounds',
									testDir: 'tests/e2e/backgrounds',
									use: { ...chrome, baseURL: secondAddress }
								}
							])
				]
			: []),
		{ name: 'matrix', testDir: 'tests/e2e/matrix', use: withoutMap, grepInvert: /with its map drawn/ },
		{ name: 'matrix-map', testDir: 'tests/e2e/matrix', use: chrome, grep: /with its map drawn/ }
	],
	webServer: [
		{
			command: 'tsx src/tools/serve.ts',
			url: address,
			env: { PORT: String(port) },
			reuseExistingServer: false
		},
		...(second
			? [
					{
						command: `tsx src/tools/serve.ts "${second}"`,
						url: secondAddress,
						env: { PORT: String(port + 1) },
						reuseExistingServer: false
					}
				]
			: [])
	]
});
