import { describe, expect, it } from 'vitest';
import { hues } from '../../../../src/lib/geodata/recordWords';
import { palettes, paletteStyles, themes } from '../../../../src/lib/map/style/palette';
import { luminance } from '../../../../src/lib/base/colours';
import { contrast, distance, seen, visions } from '../../vision';

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
