import { expect, it } from 'vitest';
import { latinDigits } from '../../../src/lib/base/digits';

it('Arabic and Persian digits become 0–9, and all else stays', () => {
	expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789 0123456789');
	expect(latinDigits('حي ٣، 4 ½')).toBe('حي 3، 4 ½');
});
