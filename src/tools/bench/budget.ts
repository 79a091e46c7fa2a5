/**
 * `npm run bench -- budget`: what the first view of the built site weighs, compressed by gzip as a plain host sends it,
 * whether anything is fetched twice, whether anything moves, and what the largest thing is that is painted.
 */
import type { Manifest } from '../../lib/offline/manifest';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { project } from '../command';
import { serve } from '../serve';
import { printTable, withBrowser } from './measure';

const kilobyte = 1024;

/** The part of a page that a file belongs to; the first that fits. */
const parts = [
	{ name: 'page and data', fits: /^\/(ar)?$|^\/(map\/(?!ground)|search\.json|.*__data\.json)/, most: 60 },
	{ name: 'styles', fits: /\.css$/, most: null },
	// What the page names itself; the rest comes after the words.
	{ name: 'words: script', fits: null, most: 60 },
	{ name: 'map: scripts', fits: /\.m?js$/, most: 509 },
	{ name: 'basemap', fits: /\/map\/ground\.json$|\/assets\/[\w-]+\.[\w-]+\.json$/, most: 400 },
	{ name: 'fonts', fits: /\.woff2?$/, most: 120 },
	{ name: 'other', fits: /./, most: null }
];

/** Of all that is kept for reading without a network; compressed as well as a host can. */
const mostKept = 3 * 1024;
const mostShift = 0.02;

interface View {
	path: string;
	sizes: Map<string, number>;
	files: { path: string; part: string; size: number }[];
	twice: string[];
	shift: number;
	largest: { text: string; inHtml: boolean };
}

/** Prints the table and gives what is over its budget, a line each. */
export async function budget(directory = join(project, 'build')): Promise<string[]> {
	const asked: string[] = [];
	const { address, close } = await serve(directory, { port: 4391, onrequest: (path) => asked.push(path) });
	const see = (browser: Browser, path: string) => look(browser, address, path, directory, asked);
	try {
		const views = await withBrowser(async (browser) => [await see(browser, '/'), await see(browser, '/ar')]);
		const kept = keptSize(directory);
		printTable(
			['gzip, KB', 'budget', ...views.map(({ path }) => `first view of ${path}`)],
			[
				...parts.map(({ name, most }) => [
					name,
					most === null ? '' : `≤ ${most}`,
					...views.map(({ sizes }) => ((sizes.get(name) ?? 0) / kilobyte).toFixed(1))
				]),
				['fetched twice', '0', ...views.map(({ twice }) => String(twice.length))],
				['layout shift', `< ${mostShift}`, ...views.map(({ shift }) => shift.toFixed(4))],
				[
					'largest paint',
					'text of the HTML',
					...views.map(({ largest }) => (largest.inHtml ? `“${largest.text.slice(0, 40)}…”` : largest.text))
				]
			]
		);
		console.log(
			`\nKept for reading without a network, all pages in all languages: ${(kept / kilobyte).toFixed(0)} KB to fetch.`
		);
		if (process.argv.includes('--files'))
			for (const { files } of views)
				printTable(
					['file', 'part', 'KB'],
					files.map(({ path, part, size }) => [path, part, (size / kilobyte).toFixed(1)])
				);
		return [
			...views.flatMap(faultsOf),
			...(kept > mostKept * kilobyte ? [`What is kept is more than ${mostKept} KB.`] : [])
		];
	} finally {
		await close();
	}
}

function faultsOf({ path, sizes, twice, shift, largest }: View): string[] {
	return [
		...parts.flatMap(({ name, most }) =>
			most !== null && sizes.get(name)! > most * kilobyte ? [`${path}: ${name} is over ${most} KB`] : []
		),
		...twice.map((address) => `${path}: ${address} is fetched twice`),
		...(shift < mostShift ? [] : [`${path}: the layout shifts by ${shift.toFixed(3)}`]),
		...(largest.inHtml ? [] : [`${path}: the largest paint is no text of the HTML: ${largest.text}`])
	];
}

/** Opens a page with an empty cache. `asked` is what the server has been asked for. */
async function look(
	browser: Browser,
	address: string,
	path: string,
	directory: string,
	asked: string[]
): Promise<View> {
	asked.length = 0;
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		serviceWorkers: 'block',
		locale: path === '/ar' ? 'ar' : 'en'
	});
	const page = await context.newPage();
	await page.goto(new URL(path, address).href);
	await page.locator('[data-map="ready"]').waitFor({ timeout: 120_000 });
	await page.locator('[data-lazy]').first().waitFor({ state: 'detached' });
	await page.waitForLoadState('networkidle');
	const { shift, text, isText } = await page.evaluate(async () => {
		// Named functions would not survive the way to the page.
		const kinds = ['layout-shift', 'largest-contentful-paint'];
		const [shifts, paints] = await Promise.all(
			kinds.map(
				(type) =>
					new Promise<PerformanceEntry[]>((done) => {
						new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true });
						// Of a kind that there is none of nothing is ever heard.
						setTimeout(() => done([]), 1000);
					})
			)
		);
		const painted = paints!.at(-1) as unknown as { element: Element | null; url: string } | undefined;
		return {
			shift: (shifts as unknown as { value: number; hadRecentInput: boolean }[])
				.filter(({ hadRecentInput }) => !hadRecentInput)
				.reduce((sum, { value }) => sum + value, 0),
			isText: Boolean(painted?.element && painted.url === ''),
			text: painted?.url || (painted?.element?.textContent ?? '').replace(/\s+/g, ' ').trim()
		};
	});
	const html = readFileSync(join(directory, path === '/' ? 'index.html' : `${path}.html`), 'utf8');
	const plain = html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
	await context.close();

	const named = new Set([...html.matchAll(/["'](\/[^"']+\.js)["']/g)].map(([, script]) => script!));
	const files = [...new Set(asked)].map((asked) => {
		const file = [asked, `${asked}.html`, `${asked}index.html`]
			.map((name) => join(directory, name))
			.find((name) => statSync(name, { throwIfNoEntry: false })?.isFile())!;
		const bytes = readFileSync(file);
		const size = /\.(woff2?|png)$/.test(file) ? bytes.length : gzipSync(bytes).length;
		const part = parts.find(({ fits }) => (fits ? fits.test(asked) : named.has(asked)))!.name;
		return { path: asked, part, size };
	});
	const sizes = new Map(parts.map(({ name }) => [name, 0]));
	for (const { part, size } of files) sizes.set(part, sizes.get(part)! + size);
	return {
		path,
		sizes,
		files,
		twice: asked.filter((path, index) => asked.indexOf(path) !== index),
		shift,
		largest: { text, inHtml: isText && text !== '' && plain.includes(text.slice(0, 60)) }
	};
}

/** Bytes of what the service worker fetches, in the best compressed form that lies beside each file. */
function keptSize(directory: string): number {
	const parcel = readdirSync(join(directory, '_app')).find((name) => /^offline-[^/]*\.txt$/.test(name))!;
	const [head] = readFileSync(join(directory, '_app', parcel), 'utf8').split('\n', 1);
	const { files, packed } = JSON.parse(head!) as Manifest;
	const size = (path: string) => {
		const file = join(directory, path);
		return readFileSync(existsSync(`${file}.br`) ? `${file}.br` : file).length;
	};
	const beside = files.slice(packed).map(([path]) => path);
	return [`_app/${parcel}`, ...beside].reduce((sum, path) => sum + size(path), 0);
}
