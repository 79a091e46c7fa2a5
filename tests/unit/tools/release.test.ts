import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/lib/geodata/changes';
import { validate } from '../../../src/lib/geodata/validate';
import { readSourceFiles } from '../../../src/lib/server/geodata';
import { check, fix } from '../../../src/tools/check';
import { release } from '../../../src/tools/release';
import { validDirectory } from '../records';

describe('npm run release', () => {
	let directory: string;
	beforeEach(() => {
		directory = mkdtempSync(join(tmpdir(), 'attested-release-'));
		cpSync(validDirectory, directory, { recursive: true });
	});
	afterEach(() => rmSync(directory, { recursive: true, force: true }));

	const wanted = { version: '1.0.0', note: 'Made up for the tests.', released: '2026-01-01' };

	it('writes a version that the check takes, and only a later one after it', async () => {
		expect(await release(wanted, directory)).toMatch(/^Version 1\.0\.0: \d+ reports, 5 places; the first\.$/);
		const { problems, records } = validate(readSourceFiles(directory));
		expect(problems).toEqual([]);
		expect(records!.version).toMatchObject(wanted);
		expect(historyOf(records!).pending).toEqual([]);
		await expect(release(wanted, directory)).rejects.toThrow('1.0.0 is there already');
		expect(await release({ ...wanted, version: '1.0.1' }, directory)).toContain('nothing changed');
		expect(JSON.parse(readFileSync(join(directory, 'version.json'), 'utf8')).version).toBe('1.0.1');
	});

	it('takes the note in the other language too, and leaves records that pass the strict check', async () => {
		const files = () => readSourceFiles(directory);
		const before = files();
		const next = { ...wanted, note: 'What is new.' };
		await expect(release(next, directory)).rejects.toThrow('Say what is new in Arabic too: npm run release');
		expect(files()).toEqual(before);
		await release({ ...next, notes: { ar: 'ما الجديد.' } }, directory);
		expect(check(directory, { strict: true })).toMatchObject({ passed: true, problems: [] });
		expect(await fix(directory)).toEqual([]);
		// Made again with another note, nothing is left of the first.
		const again = { ...wanted, note: 'Another note.', notes: { ar: 'ملاحظة أخرى.' }, again: true };
		await release(again, directory);
		expect(check(directory, { strict: true }).passed).toBe(true);
		const { texts } = JSON.parse(readFileSync(join(directory, 'translations/ar.json'), 'utf8'));
		expect([texts['What is new.'], texts['Another note.']]).toEqual([undefined, 'ملاحظة أخرى.']);
	});

	it('refuses records whose words were changed since they were compared with their texts', async () => {
		const path = join(directory, 'articles/fixture-one.json');
		const article = JSON.parse(readFileSync(path, 'utf8'));
		article.reports[0].quotes[0].suffix = ',';
		writeFileSync(path, JSON.stringify(article));
		await expect(release(wanted, directory)).rejects.toThrow(
			'articles/fixture-one.json  npm run verify -- --article fixture-one --text FILE'
		);
	});

	it('refuses a version that is none and records with a problem', async () => {
		await expect(release({ ...wanted, version: '1.0' }, directory)).rejects.toThrow('three numbers');
		await expect(release({ ...wanted, version: '1.1.0', note: undefined }, directory)).rejects.toThrow(
			'note'
		);
		writeFileSync(join(directory, 'actors.json'), '{');
		await expect(release(wanted, directory)).rejects.toThrow('problems');
	});
});
