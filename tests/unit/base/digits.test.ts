import { expect, it } from 'vitest';
import { latinDigits } from '../../../src/lib/base/digits';

it('digits of all scripts become 0–9, and all else stays', () => {
	expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789 0123456789');
	expect(latinDigits('०१२३४५६७८९ ০১২৩৪৫৬৭৮৯ ๐๑๒๓๔๕๖๗๘๙ ０１２３４５６７８９')).toBe(
		Array(4).fill('0123456789').join(' ')
	);
	expect(latinDigits('حي ٣، 4 ½ ² Ⅷ')).toBe('حي 3، 4 ½ ² Ⅷ');
});

it('gives every digit that Unicode has its value', () => {
	const digits = Array.from({ length: 0x110000 }, (_, code) => code)
		.filter((code) => code < 0xd800 || code > 0xdfff)
		.map((code) => String.fromCodePoint(code))
		.filter((letter) => /\p{Nd}/u.test(letter));
	expect(digits.length).toBeGreaterThan(600);
	expect(latinDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10));
});
