/**
 * Every colour of the map, light and dark, in one table. The page reads the hues as CSS (`/palette.css`).
 *
 * The hues start from Paul Tol's "muted" set (https://sros.nl/~tol, technical note SRON/EPS/TN/09-002, 3.2) and were
 * moved until any two of them stay apart for readers with deuteranopia, protanopia and tritanopia as well; the test
 * of this file measures it. Colour is never the only cue: each actor has a letter too.
 */
import type { Hue } from '$lib/geodata/vocabulary';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The colours of one actor: the mark's fill, what reads on it, and the line around it that parts it from the map. */
export interface HueColours {
	fill: string;
	on: string;
	edge: string;
}

export interface Palette {
	sea: string;
	land: string;
	/** The ground beyond the end of the basemap. */
	beyond: string;
	/** The home country itself, a touch warmer and lighter than its neighbours. */
	home: string;
	coast: string;
	water: string;
	river: string;
	governorate: string;
	border: string;
	cityDot: string;
	cityName: string;
	countryName: string;
	seaName: string;
	/** Behind names on land. */
	halo: string;
	siteName: string;
	/** Shapes that several actors share, badges and the number of a cluster. */
	ink: string;
	/** Inside hollow marks, badges and clusters. */
	paper: string;
	/** The outermost line of a mark. */
	casing: string;
	/** What is drafted at the desk, as its text has it, and what is being drawn by hand. */
	draft: string;
	sketch: string;
	hues: Record<Hue, HueColours>;
}

const darkText = '#14181b';
const lightText = '#ffffff';

export const palettes: Record<Theme, Palette> = {
	light: {
		sea: '#d6e3e8',
		land: '#eeece5',
		beyond: '#e3e4e1',
		home: '#fbfaf5',
		coast: '#a9bfc8',
		water: '#d0e0e7',
		river: '#b4cfdb',
		governorate: '#d9d4c6',
		border: '#a59d8e',
		cityDot: '#8b8577',
		cityName: '#6a655b',
		countryName: '#9a9384',
		seaName: '#7b9cab',
		halo: '#fbfaf5',
		siteName: '#1c2430',
		ink: '#3b4452',
		paper: '#ffffff',
		casing: '#ffffff',
		draft: '#17557c',
		sketch: '#a8350f',
		hues: {
			rose: { fill: '#cf6e78', on: darkText, edge: '#7d3941' },
			green: { fill: '#0f7e22', on: lightText, edge: '#084d14' },
			sand: { fill: '#ded05d', on: darkText, edge: '#776d1c' },
			indigo: { fill: '#16278d', on: lightText, edge: '#0c1657' },
			cyan: { fill: '#69d2eb', on: darkText, edge: '#1d7085' },
			teal: { fill: '#18aab2', on: darkText, edge: '#0b6167' },
			olive: { fill: '#a9a212', on: darkText, edge: '#625e05' },
			purple: { fill: '#a83cae', on: lightText, edge: '#651d69' },
			wine: { fill: '#7c114b', on: lightText, edge: '#48062a' },
			grey: { fill: '#69646c', on: lightText, edge: '#3d393f' }
		}
	},
	dark: {
		sea: '#0e151c',
		land: '#1b2127',
		beyond: '#161c22',
		home: '#262d34',
		coast: '#3a4a57',
		water: '#121b23',
		river: '#2c4352',
		governorate: '#3a424a',
		border: '#6b747d',
		cityDot: '#7d868f',
		cityName: '#a2aab2',
		countryName: '#6f7a85',
		seaName: '#4d6878',
		halo: '#1b2127',
		siteName: '#f0ede6',
		ink: '#c9cfd6',
		paper: '#141a20',
		casing: '#0a0e12',
		draft: '#8cc7ee',
		sketch: '#ffa477',
		hues: {
			rose: { fill: '#fe766d', on: darkText, edge: '#fe766d' },
			green: { fill: '#18a930', on: darkText, edge: '#18a930' },
			sand: { fill: '#ffecab', on: darkText, edge: '#ffecab' },
			indigo: { fill: '#9763f1', on: darkText, edge: '#a57bf5' },
			cyan: { fill: '#a7f0ff', on: darkText, edge: '#a7f0ff' },
			teal: { fill: '#70d6b3', on: darkText, edge: '#70d6b3' },
			olive: { fill: '#d6be11', on: darkText, edge: '#d6be11' },
			purple: { fill: '#d27def', on: darkText, edge: '#d27def' },
			wine: { fill: '#be657e', on: darkText, edge: '#d2798f' },
			grey: { fill: '#9fa2af', on: darkText, edge: '#9fa2af' }
		}
	}
};

/** The colour that fills the mark of each hue. */
export const fillsOf = (theme: Theme): Record<Hue, string> =>
	Object.fromEntries(Object.entries(palettes[theme].hues).map(([hue, { fill }]) => [hue, fill])) as Record<
		Hue,
		string
	>;

/** On pictures of the ground, of whatever colours: bright letters and edges, with dark about them. */
const imagery: Palette = {
	...palettes.dark,
	governorate: '#cfc8b8',
	border: '#f4ecd8',
	cityDot: '#0a0e12',
	cityName: '#ffffff',
	countryName: '#ffffff',
	seaName: '#d5e8f2',
	halo: '#0a0e12',
	siteName: '#ffffff',
	ink: '#ffffff'
};

/** The colours of the map on its own ground, or on pictures. */
export const paletteOver = (theme: Theme, isOverImagery = false): Palette =>
	isOverImagery ? imagery : palettes[theme];

/** Colours beside the hues that the page needs too, for the still picture of the map (`still/`). */
const pictureColours = [
	'sea',
	'land',
	'home',
	'coast',
	'water',
	'river',
	'governorate',
	'border',
	'cityDot',
	'cityName',
	'countryName',
	'halo',
	'ink',
	'paper',
	'casing'
] as const satisfies readonly (keyof Palette)[];

/**
 * The colours as a style sheet, following the reader's theme: `--hue`, `--on-hue` and `--hue-edge` by class
 * `hue-<name>`, and `--map-<name>` for the others that the page draws with.
 */
export function paletteStyles(): string {
	const block = (theme: Theme, root: string, within: string) =>
		[
			`${root} { ${pictureColours.map((name) => `--map-${name}: ${palettes[theme][name]}`).join('; ')} }`,
			...Object.entries(palettes[theme].hues).map(
				([hue, { fill, on, edge }]) =>
					`${within}.hue-${hue} { --hue: ${fill}; --on-hue: ${on}; --hue-edge: ${edge} }`
			)
		].join('\n');
	const scoped = (theme: Theme, root: string) => block(theme, root, `${root} `);
	return [
		block('light', ':root', ''),
		// Paper is light whatever the reader has chosen.
		'@media screen {',
		scoped('dark', ":root[data-theme='dark']"),
		'}',
		'@media screen and (prefers-color-scheme: dark) {',
		scoped('dark', ":root:not([data-theme='light'])"),
		'}',
		''
	].join('\n');
}
