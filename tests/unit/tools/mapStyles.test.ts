import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutControls } from '../../../src/tools/mapStyles';

const whole = readFileSync('node_modules/maplibre-gl/dist/maplibre-gl.css', 'utf8');
const left = withoutControls(whole);

describe("MapLibre's styles", () => {
	it.each([
		'map',
		'canvas',
		'canvas-container',
		'interactive',
		'touch-zoom-rotate',
		'touch-drag-pan',
		'cooperative-gestures',
		'cooperative-gesture-screen',
		'desktop-message',
		'mobile-message',
		'crosshair',
		'boxzoom'
	])('keep every rule about %s', (name) => {
		const selectors = (css: string) =>
			css
				.match(new RegExp(`\\.maplibregl-${name}(?![\\w-])[^,{}]*`, 'g'))
				?.filter((each) => !each.includes('-popup'));
		expect(selectors(left)?.length).toBeGreaterThan(0);
		expect(selectors(left)).toEqual(selectors(whole));
	});

	it('are a tenth of what they were, and whole', () => {
		expect(left.length).toBeLessThan(whole.length / 10);
		expect(left.split('{').length).toBe(left.split('}').length);
		expect(left).not.toContain('url(');
	});

	it('lack nothing that our maps use', () => {
		const sources = readdirSync('src/lib/map', { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.(ts|svelte)$/.test(name))
			.map((name) => readFileSync(`src/lib/map/${name}`, 'utf8'));
		const ui = /new (?:\w+\.)?(?:Popup|Marker|\w+Control)\(|\.addControl\(/;
		expect(sources.filter((code) => ui.test(code.replaceAll('new CameraControl(', '')))).toEqual([]);
	});
});
