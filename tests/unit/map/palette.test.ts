import { describe, expect, it } from 'vitest';
import { hues } from '../../../src/lib/geodata/vocabulary';
import { palettes, paletteStyles, themes } from '../../../src/lib/map/palette';

type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

/**
 * Severity 1.0, for linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009. https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/
 */
const visions: Record<string, Matrix> = {
	'full colour': [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

const linear = (hex: string) =>
	[1, 3, 5].map((at) => {
		const value = parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	}) as Triple;
const times = (matrix: Matrix, [r, g, b]: Triple) =>
	matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as Triple;
const clamp = (triple: Triple) => triple.map((value) => Math.min(1, Math.max(0, value))) as Triple;

/** Björn Ottosson's OKLab, https://bottosson.github.io/posts/oklab/ */
function oklab(rgb: Triple): Triple {
	const cones = times(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005]
		],
		rgb
	).map(Math.cbrt) as Triple;
	return times(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766]
		],
		cones
	);
}

const seen = (hex: string, vision: string) => oklab(clamp(times(visions[vision]!, linear(hex))));
const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const luminance = (hex: string) => {
	const [r, g, b] = linear(hex);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
};

describe.each(themes)('%s palette', (theme) => {
	const palette = palettes[theme];

	it('has every hue', () => {
		expect(Object.keys(palette.hues).sort()).toEqual([...hues].sort());
	});

	// In OKLab a step of 0.02 is just noticeable side by side; four times that can be told across a map.
	it.each(Object.keys(visions))('keeps any two hues apart in %s', (vision) => {
		const close = hues.flatMap((a, index) =>
			hues.slice(index + 1).flatMap((b) => {
				const apart = distance(seen(palette.hues[a].fill, vision), seen(palette.hues[b].fill, vision));
				return apart < 0.08 ? [`${a} and ${b}: ${apart.toFixed(3)}`] : [];
			})
		);
		expect(close).toEqual([]);
	});

	it.each(hues)('%s: its letter reads, filled and hollow, and its edge stands out on land and sea', (hue) => {
		const { fill, on, edge } = palette.hues[hue];
		expect(contrast(fill, on)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(edge, palette.paper)).toBeGreaterThanOrEqual(4.5);
		for (const ground of [palette.land, palette.home, palette.sea, palette.water])
			expect(Math.max(contrast(fill, ground), contrast(edge, ground))).toBeGreaterThanOrEqual(3);
	});

	it('lets names read on land', () => {
		for (const ground of [palette.land, palette.home]) {
			expect(contrast(palette.siteName, ground)).toBeGreaterThanOrEqual(7);
			expect(contrast(palette.cityName, ground)).toBeGreaterThanOrEqual(4.5);
		}
	});

	it('makes Syria lighter than its neighbours, but only a touch', () => {
		expect(luminance(palette.home)).toBeGreaterThan(luminance(palette.land));
		expect(contrast(palette.home, palette.land)).toBeLessThan(1.3);
	});
});

describe('style sheet', () => {
	it('has each hue in light, in dark by choice and in dark by system', () => {
		for (const hue of hues) {
			expect(
				paletteStyles().match(
					new RegExp(`\\.hue-${hue} \\{ --hue: #[0-9a-f]{6}; --on-hue: #[0-9a-f]{6};`, 'g')
				)
			).toHaveLength(3);
		}
	});
});
