import { describe, expect, it } from 'vitest';
import { exampleInstead, problemText } from '$lib/features/overlay/problemWords';

describe('what was read instead', () => {
	it('stands as the file has it, whatever is written around it', () => {
		// In Arabic the minus of a bare -179 would be at its end.
		expect(exampleInstead('wrapped', { instead: '-179' })).toBe('read as \u2068-179\u2069');
		const system = 'WGS 84 / UTM zone 37N (EPSG:32637)';
		expect(problemText({ kind: 'converted', count: 1, examples: [{ instead: system }] })).toBe(
			`Metres of \u2068${system}\u2069; they were converted to degrees.`
		);
	});
	it('is said once, in the sentence or beside the example', () => {
		const examples = [{ found: '16-03-12', instead: 'year-first' }];
		expect(problemText({ kind: 'short-year', count: 2, examples })).toContain('read with the year first.');
		expect(exampleInstead('short-year', examples[0]!)).toBeNull();
	});
});
