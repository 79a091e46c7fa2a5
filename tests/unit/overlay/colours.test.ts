import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloursOf, grey, palette } from '$lib/overlay/colours';
import { fillsOf } from '$lib/map/style/palette';
import { contrast, distance, seen, visions } from '../vision';

describe('colours', () => {
	it('are never anything but #rrggbb, whatever a file says', () => {
		const text = fc.oneof(fc.string(), fc.constantFrom('red', '#abc', '#12345678', 'url(javascript:0)'));
		fc.assert(
			fc.property(fc.array(fc.option(text), { maxLength: 30 }), fc.array(fc.nat(50)), (written, counts) => {
				const values = written.map((_, code) => ({ code, value: '', count: counts[code] ?? 0 }));
				for (const colour of coloursOf(values, written))
					expect(colour === undefined || /^#[0-9a-f]{6}$/.test(colour)).toBe(true);
			})
		);
	});

	it('go to those with the most rows, but for rows without a value and values with a colour of their own', () => {
		const values = [3, 0, 1, 2].map((code, rank) => ({ code, value: String(code), count: 10 - rank }));
		expect(coloursOf(values, [null, null, 'orange', null])).toEqual([
			undefined,
			palette[1],
			'#ffa500',
			palette[0]
		]);
		const many = Array.from({ length: 40 }, (_, code) => ({ code, value: String(code), count: 40 - code }));
		const colours = coloursOf(
			many,
			many.map(() => null)
		);
		expect(colours.filter((colour) => colour !== undefined)).toEqual([...palette]);
	});

	it('are those of the actors that values name, and no other value has one that is like them', () => {
		const values = ['', 'Iran', 'somebody', 'Russia', 'else'].map((value, code) => ({
			code,
			value,
			count: 9 - code
		}));
		for (const theme of ['light', 'dark'] as const) {
			const { green, rose } = fillsOf(theme);
			const ofActors: Record<string, string> = { Iran: green, Russia: rose };
			// What the file says of an actor's colour does not count: on the map it has one.
			const written = [null, '#ffffff', null, null, null];
			const colours = coloursOf(values, written, (value) => ofActors[value]);
			expect(colours.slice(0, 2)).toEqual([undefined, green]);
			expect(colours[3]).toBe(rose);
			for (const other of [colours[2]!, colours[4]!])
				for (const own of [green, rose])
					expect(
						distance(seen(other, 'full colour'), seen(own, 'full colour')),
						`${other} and ${own}`
					).toBeGreaterThan(0.1);
		}
	});

	it('are told apart by every kind of eye, and seen on light and on dark land', () => {
		for (const [at, one] of [...palette, grey].entries()) {
			for (const land of ['#f4f1ea', '#1a2029']) expect(contrast(one, land), one).toBeGreaterThan(1.9);
			for (const other of [...palette, grey].slice(at + 1))
				for (const vision of Object.keys(visions))
					expect(
						distance(seen(one, vision), seen(other, vision)),
						`${one} and ${other}: ${vision}`
					).toBeGreaterThan(0.04);
		}
	});
});
