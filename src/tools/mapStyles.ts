import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Of MapLibre's styles what our maps have: nine tenths are pictures of buttons that they don't. */
export const mapStyles: Plugin = {
	name: 'map-styles',
	enforce: 'pre',
	load(id) {
		const path = id.replace(/\?.*$/, '');
		if (!path.replaceAll('\\', '/').endsWith('/maplibre-gl/dist/maplibre-gl.css')) return;
		return withoutControls(readFileSync(path, 'utf8'));
	}
};

const unused = /\.maplibregl-(attrib|ctrl|marker|popup|user-location)/;

/** @param css maplibre-gl.css @returns it without the rules of controls, popups and markers in HTML */
export function withoutControls(css: string): string {
	return css
		.replaceAll(/@keyframes[^{}]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
		.replaceAll(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
			selectors.split(',').every((selector) => unused.test(selector)) ? '' : rule
		)
		.replaceAll(/@media[^{}]*\{\s*\}/g, '');
}
