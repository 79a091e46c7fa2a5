import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { validate } from '$lib/geodata/validate';
import { boundaries } from '$lib/server/boundaries';
import { readSourceFiles } from '$lib/server/geodata';
import { sizeOf } from '../../../../../src/tools/bench/many/records';
import { writeMadeUp } from '../../../../../src/tools/bench/many/write';

const folder = mkdtempSync(join(tmpdir(), 'attested-made-up-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('made-up records to measure with', () => {
	it('are valid, as many as asked for, and the same each time', () => {
		const [one, other] = [join(folder, 'one'), join(folder, 'other')];
		for (const directory of [one, other]) writeMadeUp(directory, sizeOf(400));
		const files = readSourceFiles(one);
		expect(readSourceFiles(other)).toEqual(files);
		const { problems, records } = validate(files, boundaries());
		expect(problems).toEqual([]);
		expect(records!.places).toHaveLength(100);
		expect(records!.articles).toHaveLength(40);
		expect(records!.articles.flatMap(({ reports }) => reports)).toHaveLength(400);
	});

	it('say that they are made up, and name hosts that nobody has', () => {
		for (const { path, text } of readSourceFiles(join(folder, 'one'))) {
			if (path === 'LICENSE') continue;
			for (const [address] of text.matchAll(/https?:\/\/[^/"]*/g))
				expect(address).toBe('https://example.org');
			if (/^(places|articles)\//.test(path)) expect(text).toMatch(/made.up/i);
		}
		expect(readFileSync(join(folder, 'one/dataset.json'), 'utf8')).toContain('None of it happened');
	});
});
