import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '$lib/base/fileName';

describe('the name of a file', () => {
	it('is one that every system takes', () => {
		expect(fileNameOf('incidents 2022.xlsx', '.csv')).toBe('incidents 2022.csv');
		expect(fileNameOf('حوادث.csv', '.csv')).toBe('حوادث.csv');
		expect(fileNameOf('../../etc/passwd', '.csv')).toBe('etc passwd.csv');
		expect(fileNameOf('\u202egnp.exe', '.csv')).toBe('gnp.exe.csv');
		expect(fileNameOf('..', '.csv')).toBe('data.csv');
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (name) => {
				const file = fileNameOf(name, '.csv');
				// eslint-disable-next-line no-control-regex
				expect(file).toMatch(/^[^\u0000-\u001f<>:"/\\|?*]+\.csv$/);
				expect(file).not.toMatch(/^[\s.]/);
			})
		);
	});
});
