/** A site that has lost a file, or has something broken in its place, and what its pages then say. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import type { Locator, Page, Request } from '@playwright/test';
import { expect, hydrated, test as base } from './fixture';

export const messages: Record<string, Record<string, string>> = Object.fromEntries(
	['en', 'ar'].map((tag) => [tag, JSON.parse(readFileSync(`messages/${tag}.json`, 'utf8'))])
);

/** A message in the language of a page, with anything in place of what is filled in. */
export function says(path: string, ...keys: string[]): RegExp {
	const language = path.startsWith('/ar') ? 'ar' : 'en';
	const texts = keys.map((key) =>
		messages[language]![key]!.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')
	);
	return new RegExp(texts.join('|'));
}

/** The line of a page that says something, where it is seen. */
export const told = (page: Page, text: RegExp): Locator =>
	page.getByRole('status').filter({ hasText: text, visible: true }).first();

/** What the console says of the fault itself; anything else fails a test. */
export const ofTheFault = [
	'Failed to load resource',
	'uncaught: Failed to fetch dynamically imported module',
	'Ignoring the font face',
	'Failed to decode downloaded font',
	'OTS parsing error'
];

/** What comes in place of a file: made of the bytes that the host has, and of their type where none is given. */
export interface Answer {
	status: number;
	type?: string;
	body(bytes: Buffer): Buffer;
}

const notFound = '<h1>Not found</h1>';

export const missing: Answer = { status: 404, type: 'text/html', body: () => Buffer.from(notFound) };

/** A host that answers everything with the same page. */
export const pageInstead: Answer = { status: 200, body: () => Buffer.from(notFound) };

/**
 * Nearly half of the file, as a connection that broke off leaves it where nobody counts: it ends with an open bracket,
 * since the very half of a script may by chance be a script.
 */
export const half: Answer = {
	status: 200,
	body: (bytes) => bytes.subarray(0, bytes.lastIndexOf('(', bytes.length / 2) + 1)
};

/** Without its hash and its language, and a font without its format, of which the browser takes the first that it can have. */
export const nameOf = (path: string) =>
	path.replace(/\.[\w-]{8}(?:\.\w{2})?(\.\w+)$/, '$1').replace(/\.woff2?$/, '');

export interface Faults {
	/** Has one file fail from now on, and no other. */
	lose(file: string, answer?: Answer): Promise<void>;
	/** Has none fail any more. */
	mend(): Promise<void>;
	/** Opens a page while a file of it fails, and checks that its words are there all the same. */
	openWithout(path: string, file: string, answer?: Answer): Promise<void>;
}

export const test = base.extend<{ faults: Faults }>({
	faults: async ({ page }, use) => {
		const lose = await loserOf(page);
		await use({
			lose: (file, answer = missing) => lose(file, answer),
			mend: () => lose(null, missing),
			async openWithout(path, file, answer = missing) {
				await lose(file, answer);
				// What comes later than what is looked at is not waited for.
				await page.goto(path, { waitUntil: 'commit' });
				await expect(page.getByRole('heading', { level: 1 }).first(), file).toBeVisible();
				await expect(page.locator('blockquote, tbody').first(), file).toBeVisible();
			}
		});
	}
});

/**
 * Has one file of a page be answered otherwise. With `page.route` each of some sixty requests of a page would pass
 * through the test.
 */
async function loserOf(page: Page): Promise<(file: string | null, answer: Answer) => Promise<void>> {
	const session = await page.context().newCDPSession(page);
	// What the browser still has of the page before can't be lost.
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	let lost: string | null = null;
	let answer = missing;
	const fulfil = async (requestId: string, url: string) => {
		const response = await fetch(url);
		const type = answer.type ?? response.headers.get('Content-Type') ?? 'application/octet-stream';
		await session.send('Fetch.fulfillRequest', {
			requestId,
			responseCode: answer.status,
			responseHeaders: [{ name: 'Content-Type', value: type }],
			body: answer.body(Buffer.from(await response.arrayBuffer())).toString('base64')
		});
	};
	session.on('Fetch.requestPaused', ({ requestId, request }) => {
		const isLost = nameOf(new URL(request.url).pathname) === lost;
		const answered = isLost
			? fulfil(requestId, request.url)
			: session.send('Fetch.continueRequest', { requestId });
		// The page that asked may be gone.
		answered.catch(() => undefined);
	});
	return async (file, next) => {
		[lost, answer] = [file, next];
		if (file === null) return void (await session.send('Fetch.disable'));
		await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${file.replace(/\.\w+$/, '')}*` }] });
	};
}

/** The files that a page asks for until its map is ready: the name of each and the kind of its request. */
export async function filesOf(page: Page, path: string): Promise<[name: string, kind: string][]> {
	const files = new Map<string, string>();
	const note = (request: Request) => {
		if (request.isNavigationRequest() || /^(data|blob):/.test(request.url())) return;
		files.set(nameOf(new URL(request.url()).pathname), request.resourceType());
	};
	page.on('request', note);
	await page.goto(path);
	await hydrated(page);
	// Before the map is there it isn't being loaded either.
	await expect(page.locator('[data-lazy]')).toHaveCount(0);
	await expect(page.locator('[data-map="loading"]')).toHaveCount(0, { timeout: 60_000 });
	await page.evaluate(() => document.fonts.ready);
	await page.waitForLoadState('networkidle');
	page.off('request', note);
	return [...files];
}

/** The files that a page names itself, by their paths. All others its scripts and its sheets ask for later. */
export async function namedBy(page: Page, path: string): Promise<string[]> {
	const response = await page.request.get(path);
	const addresses = (await response.text()).matchAll(/<(?:link|script|img)\b[^>]* (?:href|src)="([^"]+)"/g);
	return [...addresses].map(([, address]) => new URL(address!, response.url()).pathname);
}

/** Whether every file of a page is tried, as `npm run torture` does, and not only one of each kind. */
export const triesAll = process.env.EVERY_FILE !== undefined;

/** The tests that then have more to do. */
export const exhaustive = { tag: '@every-file' };

/**
 * Of the files of a page the first of each kind, by name. Files are of one kind that are of one type, stand in one folder,
 * and are both named by the page itself or both asked for later: such files fail in the same way, and it is told in the
 * same way.
 */
export async function oneOfEachKind(
	page: Page,
	path: string,
	files: [name: string, kind: string][]
): Promise<[name: string, kind: string][]> {
	if (triesAll) return files;
	const named = new Set((await namedBy(page, path)).map(nameOf));
	const kinds = new Map<string, [string, string]>();
	for (const [file, type] of files.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
		const kind = `${type} ${dirname(file)} ${named.has(file)}`;
		if (!kinds.has(kind)) kinds.set(kind, [file, type]);
	}
	return [...kinds.values()];
}

/** Says in the report of a run how many files of a page were tried, for the table of `npm run torture`. */
export function noteTried(path: string, files: unknown[]): void {
	base.info().annotations.push({ type: path, description: String(files.length) });
}

/** Whether the map alone asks for a file. */
export const isForTheMap = (file: string, kind: string) => kind === 'fetch' || file.endsWith('.mjs');
