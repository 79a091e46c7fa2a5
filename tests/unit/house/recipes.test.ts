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
import { dirname, join } from 'node:path';
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

/** What holds in a copy of the project once the recipes have been followed: a test file of that copy. */
const proof = `
import { expect, it } from 'vitest';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { zorder, layersOf } from '$lib/map/zorder';
import { palettes } from '$lib/map/style/palette';
import { facetsOf } from '$lib/view/facets';
import { facetLabels } from '$lib/view/facetLabels';
import { dataFiles } from '$lib/export/registry';
import { reportColumns } from '$lib/export/formats/csv';
import { compile } from '$lib/geodata/compile';
import { summariseReports } from '$lib/geodata/summaries';
import { loadRecords } from '$lib/server/geodata';
import { describeWhen } from '$lib/words/when';
import { m } from '$lib/words/compiled/messages.js';

const records = loadRecords();
records.articles[0].reports[0].witnesses = 3;
const dataset = compile(records);

it('a map layer', () => {
	const layers = layersOf('data', palettes.light, { actors: [], language: 'en', isMeasured: false, overlays: [] });
	const ids = layers.map(({ id }) => id);
	expect(ids).toContain('halos');
	expect(zorder.find(({ name }) => name === 'halos').make.name).toBe('halos');
	const sources = { marks: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } };
	expect(validateStyleMin({ version: 8, sources, layers: layers.filter(({ id }) => id === 'halos') })).toEqual([]);
});
it('a filter', () => {
	expect(facetLabels.groups.label()).toBe('What is there, and what happened');
	const found = facetsOf(summariseReports(dataset), { actors: [], articles: [] });
	expect(found.groups).toEqual(['presence', 'event']);
});
it('an export format', () => {
	const text = dataFiles['sites.txt'].write(dataset, { version: '0', origin: '' });
	expect(text.split('\\n')).toContain(dataset.sites[0].name.en);
});
it('a language', () => {
	expect(describeWhen('2015-11', 'fr')).toBe(describeWhen('2015-11', 'en'));
	expect(m.filter_groups({}, { locale: 'fr' })).toBe('What is there, and what happened');
});
it('a field of a report', () => {
	const column = reportColumns.find(({ name }) => name === 'witnesses');
	expect(dataset.reports.map((report) => column.value(report)).filter(Boolean)).toEqual([3]);
});
`;

describe('followed in a copy', () => {
	let copy: string;

	beforeAll(() => {
		copy = mkdtempSync(join(tmpdir(), 'attested-recipes-'));
		const parts = [
			'src',
			'geodata',
			'messages',
			'project.inlang',
			'static',
			'package.json',
			'tsconfig.json',
			'svelte.config.js',
			'vitest.config.ts'
		];
		for (const part of parts)
			cpSync(join(project, part), join(copy, part), {
				recursive: true,
				filter: (path) => !path.endsWith('node_modules')
			});
		symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
		// The made-up language is English under another name.
		cpSync(join(copy, 'src/lib/words/labels/en'), join(copy, 'src/lib/words/labels/fr'), { recursive: true });
		for (const sample of recipes.flatMap(({ samples }) => samples)) {
			const path = join(copy, sample.file);
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, applied(sample, existsSync(path) ? readFileSync(path, 'utf8') : ''));
		}
		cpSync(join(copy, 'messages/en.json'), join(copy, 'messages/fr.json'));
		mkdirSync(join(copy, 'tests/unit'), { recursive: true });
		writeFileSync(join(copy, 'tests/unit/recipes.test.ts'), proof);
	});

	afterAll(() => rmSync(copy, { recursive: true, force: true }));

	it('they work', async () => {
		const compiled = await run(process.execPath, ['--import', 'tsx', 'src/tools/messages.ts'], {
			folder: copy,
			quiet: true
		});
		expect(compiled.output).toBe('');
		const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
		const tested = await run(process.execPath, [vitest, 'run'], { folder: copy, quiet: true });
		expect(tested.output).toContain('5 passed');
		expect(tested.code).toBe(0);
	}, 120_000);
});
