import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../../../src/tools/browser';
import type { Machine } from '../../../src/tools/browser';

const bin = join('/', 'usr', 'bin');
const chromium = join(bin, 'chromium');
const own = join('/', 'cache', 'chrome');

/** A made-up machine that notes what is done to it; what is fetched is there afterwards. */
function machineWith(programs: string[], { mayDownload = false, mayInstall = false, debian = true } = {}) {
	const there = new Set(programs);
	const done: string[] = [];
	const machine: Machine = {
		environment: { PATH: ['/opt/bin', bin].join(delimiter) },
		isExecutable: (path) => there.has(path),
		downloadPath: () => own,
		async download() {
			done.push('download');
			if (mayDownload) there.add(own);
			return mayDownload;
		},
		hasPackages: () => debian,
		async installPackages() {
			done.push('install');
			if (mayInstall) there.add(chromium);
			return mayInstall;
		}
	};
	return { machine, done };
}

describe('findBrowser', () => {
	it('takes CHROMIUM_PATH before all others', async () => {
		const { machine, done } = machineWith([chromium, own, '/my/chrome']);
		machine.environment.CHROMIUM_PATH = '/my/chrome';
		expect(await findBrowser(machine)).toBe('/my/chrome');
		expect(done).toEqual([]);
	});

	it('says so where CHROMIUM_PATH is wrong, and looks no further', async () => {
		const { machine } = machineWith([chromium]);
		machine.environment.CHROMIUM_PATH = '/my/chrome';
		await expect(findBrowser(machine)).rejects.toThrow(
			'CHROMIUM_PATH is /my/chrome, which is not a program: correct it or unset it.'
		);
	});

	it('takes an installed one, a headless Chromium first', async () => {
		const headless = join(bin, 'chromium-headless-shell');
		expect(await findBrowser(machineWith([chromium, headless]).machine)).toBe(headless);
		expect(await findBrowser(machineWith([own, join(bin, 'google-chrome'), chromium]).machine)).toBe(
			chromium
		);
		const chrome = join(bin, 'google-chrome-stable');
		expect(await findBrowser(machineWith([own, chrome]).machine)).toBe(chrome);
	});

	it('knows the usual places on macOS and Windows', async () => {
		const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
		expect(await findBrowser(machineWith([mac]).machine)).toBe(mac);
		const windows = join('C:', 'Google/Chrome/Application/chrome.exe');
		const { machine } = machineWith([windows]);
		machine.environment = { Path: '', PROGRAMFILES: 'C:' };
		expect(await findBrowser(machine)).toBe(windows);
	});

	it('takes the one that Playwright has', async () => {
		const { machine, done } = machineWith([own]);
		expect(await findBrowser(machine)).toBe(own);
		expect(done).toEqual([]);
	});

	it('has Playwright download one before it asks apt-get', async () => {
		const { machine, done } = machineWith([], { mayDownload: true, mayInstall: true });
		expect(await findBrowser(machine)).toBe(own);
		expect(done).toEqual(['download']);
	});

	it('has apt-get install one where the download fails', async () => {
		const { machine, done } = machineWith([], { mayInstall: true });
		expect(await findBrowser(machine)).toBe(chromium);
		expect(done).toEqual(['download', 'install']);
	});

	it('says in one sentence what to do where nothing helps', async () => {
		const sentence =
			'No browser was found and none could be fetched: install Chromium or Chrome, or set CHROMIUM_PATH to one.';
		await expect(findBrowser(machineWith([]).machine)).rejects.toThrow(sentence);
		const { machine, done } = machineWith([], { mayInstall: true, debian: false });
		await expect(findBrowser(machine)).rejects.toThrow(sentence);
		expect(done).toEqual(['download']);
	});
});

it('draws WebGL without a graphics card, and paints the rest of a page without it', () => {
	expect(browserArguments).toContain('--use-angle=swiftshader');
	expect(browserArguments).toContain('--disable-gpu-rasterization');
});
