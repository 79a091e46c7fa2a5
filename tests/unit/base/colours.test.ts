import { describe, expect, it } from 'vitest';
import { channelsOf, hexOf, luminance } from '../../../src/lib/base/colours';
import { cssNames } from '../../../src/lib/base/cssNames';

describe('colours', () => {
	it('are read from hex and the names of CSS, and nothing else is a colour', () => {
		expect(hexOf('#F00')).toBe('#ff0000');
		expect(hexOf(' 0072B2 ')).toBe('#0072b2');
		expect(hexOf('#0072b280')).toBe('#0072b2');
		expect(hexOf('#0f08')).toBe('#00ff00');
		expect(hexOf('RebeccaPurple')).toBe('#663399');
		for (const text of ['', '#', '#12', '#12345', 'url(x)', 'red;', 'var(--x)', 'rgb(1,2,3)', 'constructor'])
			expect(hexOf(text), text).toBeNull();
		expect(cssNames.size).toBe(148);
	});

	it('have channels, and a luminance as WCAG computes it', () => {
		expect(channelsOf('#0072b2')).toEqual([0, 0x72, 0xb2]);
		expect(luminance('#000000')).toBe(0);
		expect(luminance('#ffffff')).toBeCloseTo(1, 12);
		expect(luminance('#808080')).toBeCloseTo(0.2159, 4);
	});
});
