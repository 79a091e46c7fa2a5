import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './src/tools/browser';

// The runner starts its workers with this environment: the search is done once.
const executablePath = await findBrowser();
process.env.CHROMIUM_PATH = executablePath;

const port = Number(process.env.E2E_PORT ?? 4319);
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
	testDir: 'tests/e2e',
	workers: 2,
	retries: 0,
	reporter: 'list',
	// The map is drawn in software on a machine without a graphics card.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	// What is kept from one page to the next has tests of its own.
	use: { baseURL: address, serviceWorkers: 'block' },
	projects: [
		{
			name: 'chromium',
			use: { ...devices['Desktop Chrome'], launchOptions: { executablePath, args: browserArguments } }
		}
	],
	webServer: {
		command: 'tsx src/tools/serve.ts',
		url: address,
		env: { PORT: String(port) },
		reuseExistingServer: false
	}
});
