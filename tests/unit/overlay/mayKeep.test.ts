import { afterEach, expect, it, vi } from 'vitest';
import { mayKeepFiles } from '../../../src/lib/overlay/mayKeep';

afterEach(() => vi.unstubAllGlobals());

const given = (databases: unknown) => vi.stubGlobal('indexedDB', databases);

it('is known from the names of the databases alone', async () => {
	given({ databases: () => Promise.resolve([{ name: 'attested-desk', version: 1 }]) });
	expect(await mayKeepFiles()).toBe(false);
	given({ databases: () => Promise.resolve([{ name: 'attested-own', version: 1 }]) });
	expect(await mayKeepFiles()).toBe(true);
});

it('may be so where a browser does not tell', async () => {
	given({});
	expect(await mayKeepFiles(), 'an older one').toBe(true);
	given({ databases: () => Promise.reject(new DOMException('', 'SecurityError')) });
	expect(await mayKeepFiles()).toBe(true);
	given(undefined);
	expect(await mayKeepFiles()).toBe(true);
});
