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
