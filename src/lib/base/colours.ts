/** Colours as `#rrggbb`. */
import { cssNames } from './cssNames';

/** A colour as `#rrggbb`: of a hex notation of CSS, whose opacity is left out, or a name of CSS; null for all else. */
export function hexOf(text: string): string | null {
	const plain = text.trim().toLowerCase();
	const digits = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(plain)?.[1];
	if (digits) {
		return digits.length < 6
			? `#${[...digits.slice(0, 3)].map((digit) => digit + digit).join('')}`
			: `#${digits.slice(0, 6)}`;
	}
	return cssNames.get(plain) ?? null;
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function channelsOf(hex: string): [red: number, green: number, blue: number] {
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** Red, green and blue of `#rrggbb` in linear light, 0 to 1 (IEC 61966-2-1). */
export function linearOf(hex: string): [red: number, green: number, blue: number] {
	return channelsOf(hex).map((channel) => {
		const part = channel / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
export function luminance(hex: string): number {
	const [red, green, blue] = linearOf(hex);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * A colour of linear light (`linearOf`) in OKLab, in which distances are as large as the eye sees them; 0.02 is just
 * noticeable side by side. Björn Ottosson, https://bottosson.github.io/posts/oklab/
 */
export function oklabOf([red, green, blue]: readonly [number, number, number]): [number, number, number] {
	const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
	];
}

/** How far apart two colours in OKLab are. */
export const distance = (a: readonly number[], b: readonly number[]): number =>
	Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
