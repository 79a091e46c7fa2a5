import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBasemap } from '../../../../src/lib/map/style/basemap';
import { prepare } from '../../../../src/lib/map/data';
import type { DraftView } from '../../../../src/lib/map/draft';
import { actorLayerId } from '../../../../src/lib/map/layers/marks';
import { hiddenActorState, measureSource } from '../../../../src/lib/map/style/sources';
import { measureFeatures } from '../../../../src/lib/map/measure';
import { hitLayers, layersOf, zorder } from '../../../../src/lib/map/zorder';
import { palettes, themes } from '../../../../src/lib/map/style/palette';
import { buildStyle } from '../../../../src/lib/map/style/style';
import { actors, marks, overlays, shapes } from '../fixtures';

const data = prepare(marks, shapes, actors);
const combinations = themes.flatMap((theme) =>
	(['en', 'ar'] as const).map((language) => ({ theme, language }))
);
const options = (language: 'en' | 'ar') => ({
	actors,
	language,
	isMeasured: true,
	isNear: true,
	hasSelected: true,
	hasRowsBeneath: true,
	overlays
});
const all = (theme: (typeof themes)[number] = 'light', language: 'en' | 'ar' = 'en') =>
	(['base', 'beyond', 'overlay', 'data'] as const).flatMap((part) =>
		layersOf(part, palettes[theme], options(language))
	);

/** The style as the map puts it on, with all that there can be on it. */
async function style(
	theme: (typeof themes)[number],
	language: 'en' | 'ar',
	draft?: DraftView
): Promise<StyleSpecification> {
	const ends = { from: { longitude: 36, latitude: 35 }, to: { longitude: 37, latitude: 36 } };
	const measure = measureFeatures(ends, { ...ends.from, radius_km: 20 }, () => undefined);
	return buildStyle(
		{
			...{ theme, language, actors, data, measure, overlays, draft },
			...{ isNear: true, hasSelected: true, hasRowsBeneath: true }
		},
		await loadBasemap(theme, options(language))
	);
}

describe('layers', () => {
	it.each(combinations)(
		'are valid against the style specification ($theme, $language)',
		async ({ theme, language }) => {
			const built = await style(theme, language);
			expect(built.layers.map(({ id }) => id).sort()).toEqual(
				all(theme, language)
					.map(({ id }) => id)
					.sort()
			);
			expect(validateStyleMin(built)).toEqual([]);
		}
	);

	it.each(combinations)(
		'of the desk stand in the place of ours, and are valid too ($theme, $language)',
		async ({ theme, language }) => {
			const built = await style(theme, language, { marks: [], selected: null, sketch: null });
			expect(validateStyleMin(built)).toEqual([]);
			const ids = built.layers.map(({ id }) => id);
			const wanted = layersOf('draft', palettes[theme], options(language)).map(({ id }) => id);
			expect(ids.slice(-wanted.length)).toEqual(wanted);
			expect(ids).not.toContain('clusters');
			// Without the site's files the draft is shown all the same.
			const bare = buildStyle(
				{
					theme,
					language,
					actors,
					data: null,
					measure: { type: 'FeatureCollection', features: [] },
					overlays: [],
					draft: { marks: [], selected: null, sketch: null }
				},
				{ sources: {}, layers: [] }
			);
			expect(validateStyleMin(bare)).toEqual([]);
		}
	);

	it('have ids of their own', () => {
		const ids = [...all(), ...layersOf('draft', palettes.light, options('en'))].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('are never painted by zoom and state at once, which would take a shader of its own for each', () => {
		for (const layer of all())
			for (const [name, value] of Object.entries(layer.paint ?? {})) {
				const written = JSON.stringify(value);
				const isBoth = written.includes('["zoom"]') && written.includes('"feature-state"');
				expect(isBoth, `${layer.id} ${name}`).toBe(false);
			}
	});

	it('are left out where they would draw nothing, since each costs as much empty', () => {
		const [layer] = overlays;
		const bare = {
			...options('en'),
			isMeasured: false,
			hasSelected: false,
			hasRowsBeneath: false,
			overlays: [{ ...layer!, hasShapes: false }]
		};
		const sources = (['overlay', 'data'] as const).flatMap((part) =>
			layersOf(part, palettes.light, bare).map((each) => `${each.type} of ${'source' in each && each.source}`)
		);
		expect(sources.filter((each) => each.includes('overlay-'))).toEqual([]);
		expect(sources.filter((each) => each.endsWith(measureSource))).toEqual([]);
	});

	it('depend on nothing but their input', () => {
		expect(all('dark', 'ar')).toEqual(all('dark', 'ar'));
	});

	it('write in fonts that the style declares', async () => {
		const declared = Object.keys((await style('light', 'en'))['font-faces']!);
		for (const layer of all()) {
			const font = layer.type === 'symbol' && layer.layout?.['text-font'];
			if (font) expect(declared).toEqual(expect.arrayContaining(font as string[]));
		}
	});
});

describe('zorder', () => {
	it('lists each layer file once, and no other', () => {
		const files = readdirSync(new URL('../../../../src/lib/map/layers', import.meta.url)).map((file) =>
			file.replace('.ts', '')
		);
		expect(zorder.map(({ name }) => name).sort()).toEqual(files.sort());
		for (const { name, make } of zorder) expect(make.name).toBe(name);
	});

	it('names the source of each layer', () => {
		for (const { name, make, source } of zorder)
			for (const layer of make(palettes.light, options('en')))
				if ('source' in layer) expect(layer.source.startsWith(source), `${name}: ${layer.id}`).toBe(true);
	});

	it('names each line of the legend about what is drawn, and only such', () => {
		const legend = readFileSync(
			new URL('../../../../src/lib/features/explore/Legend.svelte', import.meta.url),
			'utf8'
		);
		const used = new Set(legend.match(/legend_\w+/g));
		for (const { legend: key } of zorder) if (key) expect(used).toContain(key);
		const [, certainty] = legend.split('legend_sure');
		for (const key of certainty!.match(/legend_\w+/g)!)
			expect(zorder.map(({ legend: of }) => of)).toContain(key);
	});

	it('asks for clicks from the top down', () => {
		const ids = all().map(({ id }) => id);
		const asked = [...hitLayers(palettes.light, options('en')).keys()].map((id) => ids.indexOf(id));
		expect(asked).toEqual(asked.toSorted((a, b) => b - a));
		expect(asked[0]).toBe(ids.length - 1);
	});
});

describe('filtering', () => {
	const layers = all();

	it('has one layer for each actor, which only its own feature state hides', () => {
		for (const { id } of actors) {
			const own = layers.filter((layer) => layer.id === actorLayerId(id));
			expect(own).toHaveLength(1);
			const paint = JSON.stringify(own[0]!.paint);
			expect(paint).toContain(`["feature-state","${hiddenActorState(id)}"]`);
			expect(paint.match(/"feature-state"/g)).toHaveLength(1);
		}
	});

	it('never goes by filter, layout or visibility, which would lay tiles out anew', () => {
		// The place of the marks of overlays has no source, and never changes.
		for (const layer of layers.filter((layer) => 'source' in layer)) {
			const { filter, layout } = layer as { filter?: unknown; layout?: Record<string, unknown> };
			expect(JSON.stringify([filter, layout]), layer.id).not.toMatch(/global-state|feature-state/);
			expect(layout ?? {}).not.toHaveProperty('visibility');
		}
	});

	it('never mixes feature state with global state, which would load the source again', () => {
		for (const layer of layers) expect(JSON.stringify(layer), layer.id).not.toContain('global-state');
	});

	it('takes along everything else that hangs on a site', () => {
		for (const layer of layersOf('data', palettes.light, options('en'))) {
			if (layer.id.startsWith('actor-') || layer.id === 'clusters' || layer.id.startsWith('measure-'))
				continue;
			expect(JSON.stringify(layer.paint), layer.id).toContain('["feature-state","hidden"]');
		}
	});
});
