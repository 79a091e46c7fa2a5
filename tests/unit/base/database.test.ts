import { afterEach, expect, it, vi } from 'vitest';
import { BrowserDatabase } from '$lib/base/database';

afterEach(() => vi.unstubAllGlobals());

it('a browser that refuses at once is a promise that fails, and is asked again', async () => {
	let asked = 0;
	vi.stubGlobal('indexedDB', {
		open() {
			asked++;
			throw new DOMException('Access is denied.', 'SecurityError');
		}
	});
	const database = new BrowserDatabase('nothing', () => undefined);
	const first = database.open();
	await expect(first).rejects.toThrow('Access is denied.');
	await expect(database.open()).rejects.toThrow('Access is denied.');
	expect(asked).toBe(2);
});
