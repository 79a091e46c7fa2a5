import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { asking, widened, widenPolicy } from '../../src/tools/policy';

const page = (connect: string) =>
	`<meta http-equiv="content-security-policy" content="default-src 'none'; connect-src ${connect}; img-src 'self'">`;

it('the page that asks others may connect to them, and do nothing else that other pages may not', () => {
	expect(widened(page("'self'"))).toBe(page("'self' https: http://localhost:* http://127.0.0.1:*"));
});

it('a policy that is not the one of all pages fails the build', () => {
	for (const connect of ["'none'", "'self' https:"]) expect(() => widened(page(connect))).toThrow(/policy/);
	expect(() => widened(page("'self'").repeat(2))).toThrow(/policy/);
});

it('that page is one in each language, and its compressed forms are the same', () => {
	expect(asking).toEqual(['fetch.html', 'ar/fetch.html']);
	const directory = mkdtempSync(join(tmpdir(), 'attested-policy-'));
	try {
		for (const file of asking) {
			mkdirSync(dirname(join(directory, file)), { recursive: true });
			writeFileSync(join(directory, file), page("'self'"));
			writeFileSync(join(directory, `${file}.gz`), gzipSync('old'));
		}
		widenPolicy(directory);
		for (const file of asking) {
			const path = join(directory, file);
			const html = readFileSync(path, 'utf8');
			expect(html).toContain('https:');
			expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(html);
			expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(html);
		}
	} finally {
		rmSync(directory, { recursive: true });
	}
});
