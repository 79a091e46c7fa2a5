/** What a first visit to the map fetches, by the imports of its parts: nothing that a reader has not asked for. */
import { expect, it } from 'vitest';
import { fetchedWith, modulesOfProject, type Module } from './modules';

const modules = modulesOfProject();

/** The parts that a page with a map fetches by itself. */
const parts = [
	'routes/+layout.svelte',
	'routes/(map)/+layout.svelte',
	'routes/(map)/+page.svelte',
	'routes/(map)/PanelHead.svelte',
	'routes/(map)/PanelFoot.svelte',
	'routes/(map)/MapStage.svelte',
	'routes/(map)/TimeStrip.svelte',
	'lib/view/explorer.svelte.ts',
	'lib/map/engine/engine.ts'
];
const first = fetchedWith(modules, parts);

it('has the parts, and what they import', () => {
	for (const path of [...parts, 'lib/map/SiteMap.svelte', 'lib/map/zorder.ts', 'maplibre-gl'])
		expect(first).toContain(path);
});

it.each<[what: string, of: RegExp, but: readonly string[]]>([
	[
		'what reads, keeps and shows overlays',
		/^lib\/(overlay|features\/overlay)\//,
		[
			'lib/features/overlay/DropZone.svelte',
			'lib/features/overlay/OverlayPanel.svelte',
			'lib/overlay/archive/addresses.ts',
			'lib/overlay/mayKeep.ts',
			'lib/overlay/own.svelte.ts'
		]
	],
	[
		'what draws them',
		/^lib\/map\/(overlay\/|engine\/(overlaid|beneath))/,
		// The style has their lines and areas in their order among the rest.
		['lib/map/overlay/groups.ts', 'lib/map/overlay/source.ts']
	],
	[
		'pictures of the map, as files and on paper',
		/^(lib\/map\/picture\/|routes\/\(map\)\/Print)/i,
		['lib/map/picture/pictureOf.ts']
	],
	[
		'filters and the legend, with the words of their values',
		/^lib\/(features\/explore\/(Filters|Legend)|view\/(facetLabels|filterWords)|words\/(evidence|review))/,
		[]
	],
	['the desk', /^lib\/(draft\/|features\/desk\/|map\/engine\/drafting)/, []],
	['exports and what shares', /^lib\/(export|features\/share\/(ShareWays|Cite))/, []],
	[
		'packages',
		/^(?!lib\/|routes\/|\$|svelte|@fontsource\/)/,
		['maplibre-gl', 'maplibre-gl/dist/maplibre-gl-worker.mjs?url', 'maplibre-gl/dist/maplibre-gl.css']
	]
])('without %s', (_, of, but) => {
	expect([...first].filter((path) => of.test(path) && !but.includes(path))).toEqual([]);
	// What stands here comes still.
	expect(but.filter((path) => !first.has(path))).toEqual([]);
});

it('follows imports, but for those of types and those that come later', () => {
	const made: Module[] = [
		{
			path: 'lib/a.ts',
			text: "import './b'; import type { C } from './c'; import { x } from 'x'; void import('./d');"
		},
		{ path: 'lib/b.ts', text: "export * from '$lib/e';" },
		...['c', 'd', 'e'].map((name) => ({ path: `lib/${name}.ts`, text: '' }))
	];
	expect([...fetchedWith(made, ['lib/a.ts'])].sort()).toEqual(['lib/a.ts', 'lib/b.ts', 'lib/e.ts', 'x']);
});
