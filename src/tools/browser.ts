/** Finds a Chromium or Chrome for the end-to-end tests, and fetches one where there is none. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { project, run } from './command';

/** No sandbox, since containers have none to give, and no calls home. */
const quietArguments = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/**
 * All else as the browser chooses by itself: without a graphics card the processor draws the page, and SwiftShader what
 * is WebGL.
 */
export const plainArguments = [...quietArguments, '--enable-unsafe-swiftshader'];

/**
 * The same pictures on every machine: WebGL without a graphics card. Asked for SwiftShader by name the browser would
 * paint the page itself with it too, which takes a quarter of the processor's time in a load of the first page.
 */
export const browserArguments = [...plainArguments, '--use-angle=swiftshader', '--disable-gpu-rasterization'];

/** A browser without WebGL, and all else drawn by the processor: a page without its map takes half as long to load. */
export const withoutWebgl = [...quietArguments, '--disable-gpu', '--disable-software-rasterizer'];

/** What the search needs to know of the machine, and may do to it. Tests put their own here. */
export interface Machine {
	environment: Record<string, string | undefined>;
	/** Whether there is a file that can be run. */
	isExecutable(path: string): boolean;
	/** Where Playwright keeps its own Chromium, whether it is there or not. */
	downloadPath(): string;
	/** Has Playwright download its Chromium; whether that went well. */
	download(): Promise<boolean>;
	/** Whether packages can be installed: Debian or Ubuntu, as root. */
	hasPackages(): boolean;
	/** Has apt-get install Chromium and fonts; whether that went well. */
	installPackages(): Promise<boolean>;
}

/** In order of wish: a browser without windows of its own takes a third less of the processor's time in these tests. */
const names = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge',
	'chromium.exe',
	'chrome.exe',
	'msedge.exe'
];

/**
 * The path of a browser: CHROMIUM_PATH, an installed one, Playwright's own, one that Playwright downloads now, or
 * one that apt-get installs now.
 * @throws Error with one sentence that says what to do
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<string> {
	const wanted = machine.environment.CHROMIUM_PATH;
	if (wanted) {
		if (machine.isExecutable(wanted)) return wanted;
		throw new Error(`CHROMIUM_PATH is ${wanted}, which is not a program: correct it or unset it.`);
	}
	const installed = () => installedPaths(machine.environment).find((path) => machine.isExecutable(path));
	const downloaded = () => [machine.downloadPath()].find((path) => path && machine.isExecutable(path));
	const found =
		installed() ??
		downloaded() ??
		((await machine.download()) ? downloaded() : undefined) ??
		(machine.hasPackages() && (await machine.installPackages()) ? installed() : undefined);
	if (found) return found;
	throw new Error(
		'No browser was found and none could be fetched: install Chromium or Chrome, or set CHROMIUM_PATH to one.'
	);
}

/** Where browsers are usually installed: on PATH, on macOS, on Windows. */
function installedPaths(environment: Machine['environment']): string[] {
	const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(Boolean);
	const applications = ['/Applications', join(environment.HOME ?? '', 'Applications')];
	const programs = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
	return [
		...names.flatMap((name) => folders.map((folder) => join(folder, name))),
		...applications.flatMap((folder) => [
			join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
			join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
			join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
		]),
		...programs
			.filter((folder) => folder !== undefined)
			.flatMap((folder) => [
				join(folder, 'Google/Chrome/Application/chrome.exe'),
				join(folder, 'Chromium/Application/chrome.exe'),
				join(folder, 'Microsoft/Edge/Application/msedge.exe')
			])
	];
}

const thisMachine: Machine = {
	environment: process.env,
	isExecutable(path) {
		try {
			accessSync(path, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	},
	downloadPath() {
		try {
			return chromium.executablePath();
		} catch {
			// Playwright has no build for this system.
			return '';
		}
	},
	async download() {
		console.log('No browser found; Playwright downloads one …');
		const playwright = join(project, 'node_modules/@playwright/test/cli.js');
		const { code } = await run(process.execPath, [playwright, 'install', 'chromium'], {
			quiet: true,
			minutes: 5
		});
		return code === 0;
	},
	hasPackages() {
		return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
	},
	async installPackages() {
		console.log('No browser could be downloaded; apt-get installs one …');
		const environment = { DEBIAN_FRONTEND: 'noninteractive' };
		const options = { environment, quiet: true, minutes: 10 };
		const update = await run('apt-get', ['update'], options);
		if (update.code !== 0) return false;
		// Ubuntu has no package of the headless one.
		for (const browser of ['chromium-headless-shell', 'chromium']) {
			const packages = ['install', '-y', '--no-install-recommends', browser, 'fonts-noto-core'];
			const { code } = await run('apt-get', packages, options);
			if (code === 0) return true;
		}
		return false;
	}
};
