import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/lib/base/sha256';

describe('the SHA-256 of a text', () => {
	it('is that of its UTF-8', async () => {
		expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
		expect(await sha256('حميميم')).toHaveLength(64);
		expect(await sha256(new TextEncoder().encode('حميميم'))).toBe(await sha256('حميميم'));
	});

	it('is the one that Node computes of bytes', async () => {
		const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
		expect(await sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
	});
});
