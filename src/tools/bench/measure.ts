/** What the parts of `npm run bench` share. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Browser } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { findBrowser, plainArguments } from '../browser';
import { geodataDirectory } from '../../lib/server/geodata';
import { project } from '../command';

export const median = (values: number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const alias = {
	$lib: join(project, 'src/lib'),
	$geodata: geodataDirectory(),
	'$app/paths': join(project, 'src/tools/bench/paths.ts')
};

/** What the map draws beneath all else; which files of the basemap there are, only Vite tells. */
async function ground(): Promise<unknown> {
	const vite = await createServer({
		configFile: false,
		root: project,
		logLevel: 'error',
		appType: 'custom',
		server: { middlewareMode: true },
		resolve: { alias }
	});
	try {
		const { groundFeatures } = await vite.ssrLoadModule('/src/lib/map/style/ground.ts');
		return groundFeatures();
	} finally {
		await vite.close();
	}
}

/** Builds a page of this folder, without SvelteKit, into a temporary folder that is gone afterwards. */
export async function withBuiltPage<T>(page: string, work: (directory: string) => Promise<T>): Promise<T> {
	const directory = mkdtempSync(join(tmpdir(), 'attested-bench-'));
	try {
		console.log('Building the page that is measured …');
		await build({
			configFile: false,
			root: project,
			logLevel: 'error',
			plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
			resolve: {
				alias
			},
			worker: { format: 'es' },
			build: {
				outDir: directory,
				emptyOutDir: true,
				assetsInlineLimit: 0,
				chunkSizeWarningLimit: 5000,
				rolldownOptions: { input: join(project, 'src/tools/bench', page) }
			}
		});
		mkdirSync(join(directory, 'map'));
		writeFileSync(join(directory, 'map/ground.json'), JSON.stringify(await ground()));
		return await work(directory);
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

/** A browser as readers have it on this machine. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
	const browser = await chromium.launch({ executablePath: await findBrowser(), args: plainArguments });
	try {
		return await work(browser);
	} finally {
		await browser.close();
	}
}

/** A table in Markdown. */
export function tableOf(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const printTable = (head: string[], rows: string[][]): void => console.log(`\n${tableOf(head, rows)}`);
