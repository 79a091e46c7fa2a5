import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inLanguage, pageIn, splitLanguages, wordy } from '../../../src/tools/oneLanguage';

const message =
	'var e=()=>`Map`,t=()=>`Carte`,n=(i={},o={})=>{let l=ATTESTED_LANGUAGE;return l==="fr"?t(i):e(i)};export{n as a};';
const label = 'var q={intl:"en"},r={intl:"fr"},s=l=>ATTESTED_LANGUAGE==="fr"?r:q;export{s as b};';

describe('a script in one language', () => {
	it('has its words and none of another', () => {
		expect(inLanguage('a.js', message + label, 'en')).toMatch(/Map[\s\S]*`en`/);
		expect(inLanguage('a.js', message + label, 'en')).not.toMatch(/Carte|fr|ATTESTED/);
		expect(inLanguage('a.js', message + label, 'fr')).not.toMatch(/Map|`en`|ATTESTED/);
	});

	it('is each that has words, and each that loads one of those', () => {
		const scripts = new Map([
			['words.js', message],
			['page.js', 'import{a}from"../chunks/words.js";a()'],
			['start.js', 'let d="../nodes/page.js,../chunks/plain.js".split(",");import(`../nodes/page.js`)'],
			['plain.js', 'export let a=1'],
			['worker.js', 'import"./plain.js"']
		]);
		expect([...wordy(scripts)].sort()).toEqual(['page.js', 'start.js', 'words.js']);
	});
});

describe('a page', () => {
	const hash = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
	const page = (name: string) => {
		const script = `import("/_app/immutable/entry/${name}")`;
		return `<html lang="fr"><meta content="script-src 'self' '${hash(script)}'"><link href="/_app/immutable/entry/${name}"><script src="/early.js"></script><script>${script}</script>`;
	};

	it('names the scripts of its language, and its policy fits', () => {
		expect(pageIn(page('start.js'), new Set(['start.js']), 'fr')).toBe(page('start.fr.js'));
		expect(pageIn(page('start.js'), new Set(['other.js']), 'fr')).toBe(page('start.js'));
	});
});

describe('a built site', () => {
	let site: string;
	beforeEach(() => {
		site = mkdtempSync(join(tmpdir(), 'attested-languages-'));
		for (const [path, text] of Object.entries({
			'_app/immutable/chunks/words.js': message,
			'_app/immutable/chunks/words.js.br': 'old',
			'_app/immutable/entry/start.js': 'let d="../chunks/words.js,../chunks/plain.js";import(d)',
			'_app/immutable/chunks/plain.js': 'export let a=1',
			'index.html': '<html lang="en"><script>import("/_app/immutable/entry/start.js")</script>',
			'fr.html': '<html lang="fr"><script>import("/_app/immutable/entry/start.js")</script>'
		})) {
			mkdirSync(dirname(join(site, path)), { recursive: true });
			writeFileSync(join(site, path), text);
		}
	});
	afterEach(() => rmSync(site, { recursive: true }));
	const read = (path: string) => readFileSync(join(site, path), 'utf8');

	it('gives each language its own scripts, and its pages name them', () => {
		splitLanguages(site, ['en', 'fr']);
		expect(read('index.html')).toContain('start.en.js');
		expect(read('fr.html')).toContain('start.fr.js');
		expect(read('_app/immutable/entry/start.fr.js')).toMatch(/words\.fr\.js,\.\.\/chunks\/plain\.js/);
		expect([read('_app/immutable/chunks/words.en.js'), read('_app/immutable/chunks/words.fr.js')]).toEqual([
			expect.stringMatching(/^(?!.*Carte).*Map/),
			expect.stringMatching(/^(?!.*Map).*Carte/)
		]);
		for (const gone of ['chunks/words.js', 'chunks/words.js.br', 'entry/start.js'])
			expect(existsSync(join(site, '_app/immutable', gone)), gone).toBe(false);
		expect(read('_app/immutable/chunks/plain.js')).toBe('export let a=1');
	});
});
