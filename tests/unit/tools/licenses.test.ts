import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project } from '../../../src/tools/command';
import { licensesText, packagesOf } from '../../../src/tools/licenses';

const modules = join(project, 'node_modules');
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'attested-licences-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function made(name: string, manifest: object, licence?: string): string {
	const path = join(folder, name);
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }));
	if (licence) writeFileSync(join(path, 'LICENCE.md'), licence);
	return path;
}

describe('the licences of what is shipped', () => {
	it('are those of packages by their modules, styles, fonts and what is written for them', () => {
		expect(packagesOf(join(project, 'src/lib/base/days.ts'))).toEqual([]);
		expect(packagesOf('\0virtual')).toEqual([]);
		expect(packagesOf(`${modules}/idb/build/index.js?v=1`)).toEqual([join(modules, 'idb')]);
		expect(packagesOf('node_modules/@fontsource/noto-sans/files/a.woff2')).toEqual([
			join(modules, '@fontsource/noto-sans')
		]);
		expect(packagesOf('\0vite/preload-helper.js')).toEqual([join(modules, 'vite')]);
		expect(packagesOf(join(project, 'src/lib/words/compiled/messages.js'))).toEqual([
			join(modules, '@inlang/paraglide-js')
		]);
	});

	it('are also those of what a package was bundled from', () => {
		const map = packagesOf(`${modules}/maplibre-gl/dist/maplibre-gl.mjs`);
		for (const name of ['maplibre-gl', 'earcut', 'pbf', '@maplibre/mlt', 'bidi-js'])
			expect(
				map.some((path) => path.endsWith(`/node_modules/${name}`)),
				name
			).toBe(true);
	});

	it('stand in one text with ours and those of the data', () => {
		const text = licensesText([join(modules, 'idb'), join(modules, 'pmtiles'), join(modules, 'vite')]);
		expect(text).toContain('idb 8');
		expect(text).toContain('Jake Archibald');
		// It has a name of a licence and no text.
		expect(text).toMatch(/pmtiles [\d.]+ \(BSD-3-Clause\)/);
		expect(text).not.toContain('<owner>');
		// What Vite has within itself is not shipped.
		expect(text).not.toContain('Bundled dependencies');
		for (const words of [
			'Copyright (c) 20',
			'Open Data Commons Open Database License',
			'GNU LESSER GENERAL PUBLIC LICENSE',
			'GNU GENERAL PUBLIC LICENSE',
			'Attribution 4.0 International',
			'UNICODE LICENSE V3',
			'© OpenStreetMap contributors'
		])
			expect(text.toLowerCase()).toContain(words.toLowerCase());
	});

	it('that are the same words stand there once', () => {
		const [a, b] = ['a', 'b'].map((name) => made(name, { license: 'MIT' }, 'The same words, by somebody.'));
		const text = licensesText([b!, a!]);
		expect(text.match(/The same words/g)).toHaveLength(1);
		expect(text).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)');
	});

	it('fail the build where there is none, or nothing was noted', () => {
		expect(() => licensesText([made('c', {})])).toThrow('There is no text of the licence');
		expect(() => licensesText([made('d', { license: '../../x' })])).toThrow('There is no text');
		expect(() => licensesText([])).toThrow('has not noted');
	});
});
