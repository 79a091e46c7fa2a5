/** The recipes of CONTRIBUTING.md: the files that they name are there, and following them works. */
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project, run } from '../../../src/tools/command';

interface Sample {
	file: string;
	/** What of the file it is put before or after, or instead of; nothing for a file that is new. */
	at?: { side: 'before' | 'after' | 'replace'; text: string };
	text: string;
}

interface Recipe {
	title: string;
	text: string;
	samples: Sample[];
}

const contributing = readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8');

/** The recipes, each with its samples: blocks of code that name a file. */
const recipes: Recipe[] = contributing
	.slice(contributing.indexOf('## Recipes'))
	.split(/^### /m)
	.slice(1)
	.map((section) => {
		const blocks = section.matchAll(
			/^ *```\w+ file=(\S+)(?: (before|after|replace)="(.*)")?\n([\s\S]*?)^ *```$/gm
		);
		return {
			title: section.split('\n')[0]!,
			text: section,
			samples: [...blocks].map(([, file, side, at, text]) => ({
				file: file!,
				...(side && { at: { side: side as 'before', text: at! } }),
				// The blocks are indented as the list is.
				text: text!.replaceAll(/^ {3}/gm, '')
			}))
		};
	});

/** A sample in its place. A line is found by how it begins. */
function applied(sample: Sample, before: string): string {
	const { at, text } = sample;
	if (!at) return text;
	if (at.side === 'replace') return before.replace(at.text, text.trimEnd());
	const lines = before.split('\n');
	const found = lines.findIndex((line) => line.trimStart().startsWith(at.text));
	if (found < 0) throw new Error(`${sample.file} has no line that begins with ${at.text}`);
	lines.splice(at.side === 'before' ? found : found + 1, 0, text.trimEnd());
	return lines.join('\n');
}

it('there are five', () => {
	expect(recipes.map(({ title }) => title)).toEqual([
		'Add a map layer',
		'Add a filter',
		'Add an export format',
		'Add a language',
		'Add a field of a report'
	]);
});

it.each(recipes)('$title: the files that it names are there', ({ text, samples }) => {
	const made = samples.filter(({ at }) => !at).map(({ file }) => file);
	const named = [
		...text.matchAll(/`((?:src|tests|messages|geodata|static|docs|project\.inlang)\/[^`<>]+)`/g)
	];
	expect(named.length).toBeGreaterThan(1);
	const missing = named
		.map(([, path]) => path!)
		.filter((path) => !made.includes(path) && !existsSync(join(project, path)));
	expect(missing).toEqual([]);
});

/** What holds in a copy of the project once the recipes have been followed: a script of that copy, which throws. */
const proof = `
import assert from 'node:assert/strict';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { zorder, layersOf } from './src/lib/map/zorder';
import { palettes } from './src/lib/map/style/palette';
import { facetsOf } from './src/lib/view/facets';
import { facetLabels } from './src/lib/view/facetLabels';
import { dataFiles } from './src/lib/export/registry';
import { reportColumns } from './src/lib/export/formats/csv';
import { compile } from './src/lib/geodata/compile';
import { summariseReports } from './src/lib/geodata/summaries';
import { loadRecords } from './src/lib/server/geodata';
import { describeWhen } from './src/lib/words/when';
import { m } from './src/lib/words/compiled/messages.js';

const records = loadRecords();
records.articles[0].reports[0].witnesses = 3;
const dataset = compile(records);

const holds = {
	'a map layer'() {
		const layers = layersOf('data', palettes.light, { actors: [], language: 'en', isMeasured: false, overlays: [] });
		assert.ok(layers.some(({ id }) => id === 'halos'));
		assert.equal(zorder.find(({ name }) => name === 'halos').make.name, 'halos');
		const sources = { marks: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } };
		const style = { version: 8, sources, layers: layers.filter(({ id }) => id === 'halos') };
		assert.deepEqual(validateStyleMin(style), []);
	},
	'a filter'() {
		assert.equal(facetLabels.groups.label(), 'What is there, and what happened');
		const found = facetsOf(summariseReports(dataset), { actors: [], articles: [] });
		assert.deepEqual(found.groups, ['presence', 'event']);
	},
	'an export format'() {
		const text = dataFiles['sites.txt'].write(dataset, { version: '0', origin: '' });
		assert.ok(text.split('\\n').includes(dataset.sites[0].name.en));
	},
	'a language'() {
		assert.match(describeWhen('2015-11', 'es'), /^noviembre .*2015$/);
		assert.equal(m.nav_map({}, { locale: 'es' }), 'Mapa');
		// What it lacks is read in English, in whatever form its numbers ask for.
		assert.equal(m.filter_groups({}, { locale: 'es' }), 'What is there, and what happened');
		assert.equal(m.count_sites({ count: 1_000_000, n: '1' }, { locale: 'es' }), '1 sites');
	},
	'a field of a report'() {
		const column = reportColumns({ languages: ['en'] }).find(({ name }) => name === 'witnesses');
		assert.deepEqual(dataset.reports.map((report) => column.value(report)).filter(Boolean), [3]);
	}
};
for (const [name, hold] of Object.entries(holds)) {
	hold();
	console.log(name);
}
`;

/** Vite alone runs it: a test run would first start SvelteKit, whose pages nothing here needs. */
const prove = `
import { runnerImport } from 'vite';
const here = (path) => new URL(path, import.meta.url).pathname;
await runnerImport(here('proof.ts'), {
	configFile: false,
	logLevel: 'error',
	resolve: { alias: [{ find: '$lib', replacement: here('src/lib') }, { find: '$geodata', replacement: here('geodata') }, { find: /^\\$app.*/, replacement: here('app.ts') }] }
});
`;
const app = 'export const asset = String, resolve = String, goto = String, page = {};';

describe('followed in a copy', () => {
	let copy: string;

	beforeAll(() => {
		copy = mkdtempSync(join(tmpdir(), 'attested-recipes-'));
		const parts = ['src', 'geodata', 'messages', 'project.inlang', 'static', 'package.json'];
		for (const part of parts)
			cpSync(join(project, part), join(copy, part), {
				recursive: true,
				filter: (path) => !['node_modules', 'compiled', 'data', 'recipe'].includes(basename(path))
			});
		symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
		// The made-up language is English under another name.
		cpSync(join(copy, 'src/lib/words/labels/en'), join(copy, 'src/lib/words/labels/es'), { recursive: true });
		for (const sample of recipes.flatMap(({ samples }) => samples)) {
			const path = join(copy, sample.file);
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, applied(sample, existsSync(path) ? readFileSync(path, 'utf8') : ''));
		}
		writeFileSync(join(copy, 'proof.ts'), proof);
		writeFileSync(join(copy, 'prove.mjs'), prove);
		writeFileSync(join(copy, 'app.ts'), app);
	});

	afterAll(() => rmSync(copy, { recursive: true, force: true }));

	it('they work', async () => {
		const script = (...options: string[]) => run(process.execPath, options, { folder: copy, quiet: true });
		expect(await script('--import', 'tsx', 'src/tools/messages.ts')).toEqual({ code: 0, output: '' });
		expect(await script('prove.mjs')).toEqual({
			code: 0,
			output: 'a map layer\na filter\nan export format\na language\na field of a report\n'
		});
	}, 120_000);
});
