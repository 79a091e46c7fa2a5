import { describe, expect, it } from 'vitest';
import { addressIn } from '$lib/base/webAddress';

describe('the address in a text', () => {
	it('is a link only for a whole address of http or https', () => {
		expect(addressIn(' https://example.org/a?b=c#d ')).toBe('https://example.org/a?b=c#d');
		expect(addressIn('HTTP://example.org')).toBe('HTTP://example.org');
		for (const text of [
			'',
			'javascript:alert(1)',
			'data:text/html,x',
			'see https://example.org',
			'https://a b',
			'https://',
			'//example.org',
			'ftp://example.org'
		])
			expect(addressIn(text), text).toBeNull();
	});
});
