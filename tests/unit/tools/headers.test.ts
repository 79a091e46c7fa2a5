import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataFiles } from '../../../src/lib/export/registry';
import { contentTypes, fits, headers, headersOf, languagesInPaths } from '../../../src/tools/headers';
import { outdatedHosting } from '../../../src/tools/hosting';
import { apache } from '../../../src/tools/hosting/apache';
import { caddy } from '../../../src/tools/hosting/caddy';
import { headersFile } from '../../../src/tools/hosting/headersFile';
import { nginx } from '../../../src/tools/hosting/nginx';
import { cloudFrontHeaders, formsOf } from '../../hosts';

/** Something of every part of the site. */
const addresses = [
	'/',
	'/ar',
	'/404',
	'/ar/404',
	'/about',
	'/ar/about',
	'/about/__data.json',
	'/__data.json',
	'/sites/tanf',
	'/ar/sites/tanf',
	'/sites/tanf/__data.json',
	'/fetch',
	'/ar/fetch',
	'/tour',
	'/tour/iran-focus-2015/2',
	'/embed',
	'/embed/__data.json',
	'/embed/sites/tanf',
	'/embed/sites/tanf/__data.json',
	'/ar/embed',
	'/ar/embed/__data.json',
	'/ar/embed/sites/tanf/__data.json',
	'/ar/embed/sites/tanf',
	'/data/reports.csv',
	'/layers/all.geojson',
	'/cite/sites/tanf.bib',
	'/schemas/place.schema.json',
	'/map/marks.geojson',
	'/search.json',
	'/service-worker.js',
	'/early.js',
	'/_app/version.json',
	'/_app/immutable/entry/start.abc.js',
	'/_app/immutable/assets/noto-sans-arabic.abc.woff2'
];
const isFramed = (address: string) => /^(\/ar)?\/embed(\/sites\/.*)?$/.test(address);
const isScript = (address: string) => /^\/(_app\/immutable\/|early\.js|service-worker\.js)/.test(address);

describe('the headers', () => {
	it.each(addresses)('of %s', (address) => {
		const own = headersOf(address);
		expect(own).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
		expect(own['Permissions-Policy']).toContain('geolocation=()');
		const policy = own['Content-Security-Policy'];
		if (isScript(address)) {
			expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*; frame-ancestors 'none'$/);
			expect(policy).toContain("; connect-src 'self'; ");
		} else expect(policy).toBe(isFramed(address) ? undefined : "frame-ancestors 'none'");
		expect(own['Cross-Origin-Opener-Policy']).toBe(isFramed(address) ? undefined : 'same-origin');
		expect(own['Cache-Control']).toBe(
			address.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
		);
		const isShared = /^\/(data|layers|cite|schemas|map|_app\/immutable)\/|^(\/ar)?\/embed(\/|$)/.test(
			address
		);
		expect(own['Access-Control-Allow-Origin']).toBe(isShared ? '*' : undefined);
	});

	it('let nothing be framed whose name only begins like that of a page for frames', () => {
		for (const address of [
			'/embedded',
			'/embed/nowhere',
			'/ar/embed/nowhere/tanf',
			'/embed.html',
			'/ar/embedded',
			'/arx/embed',
			'/tr/embed',
			'/Embed'
		])
			expect(headersOf(address)['Content-Security-Policy'], address).toBe("frame-ancestors 'none'");
	});

	it('name folders that there are', () => {
		const routes = readdirSync(fileURLToPath(new URL('../../../src/routes', import.meta.url)));
		const folders = headers
			.flatMap(({ rows }) => rows.flatMap(({ at }) => at))
			.map((pattern) => pattern.split('/')[1]!)
			.filter(
				(name) =>
					!['*', '_app', ...languagesInPaths, 'schemas', 'early.js', 'service-worker.js'].includes(name)
			);
		expect(folders.length).toBeGreaterThan(4);
		for (const folder of folders) expect(routes).toContain(folder);
	});
});

describe('the types by ending', () => {
	it('have those of every file of /data, but for JSON, which every host knows', () => {
		for (const [name, { mediaType }] of Object.entries(dataFiles)) {
			const ending = extname(name);
			if (ending !== '.json') expect(contentTypes[ending], name).toBe(mediaType.replace(/; header=\w+$/, ''));
		}
	});
});

describe('the file _headers', () => {
	/** Whether a rule fits: `:language` stands for one part of the path. */
	const isFor = (rule: string, address: string) =>
		fits(rule.startsWith('/:') ? address.replace(/^\/[^/]+/, '/:language') : address, rule);

	/** As Netlify and Cloudflare Pages read it: every rule that fits is added, and values of one name are joined. */
	function read(text: string, address: string): Record<string, string> {
		const found: Record<string, string> = {};
		let applies = false;
		for (const line of text.split('\n').filter(Boolean)) {
			if (!line.startsWith(' ')) applies = isFor(line, address);
			else if (applies) {
				const [, name, value] = /^ {2}([^:]+): (.*)$/.exec(line)!;
				found[name!] = name! in found ? `${found[name!]}, ${value}` : value!;
			}
		}
		return found;
	}

	it('says of every address what the table says', () => {
		const text = headersFile(addresses);
		for (const address of addresses) expect(read(text, address), address).toEqual(headersOf(address));
	});

	it('keeps to what Cloudflare reads: 100 rules and 2,000 characters a line', () => {
		const lines = headersFile(addresses).split('\n');
		expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThan(100);
		for (const line of lines) expect(line.length).toBeLessThan(2000);
	});
});

describe('the snippets for nginx and Caddy', () => {
	it('are those of the table', () => {
		expect(outdatedHosting()).toEqual([]);
	});

	it('name every header and every type', () => {
		for (const text of [nginx(''), caddy('')])
			for (const { name } of headers) expect(text).toContain(` ${name} `);
		for (const type of Object.values(contentTypes)) expect(caddy('')).toContain(type);
	});

	it('say of an unknown address what the table says of its page', () => {
		const errors = caddy('').split('handle_errors')[1]!;
		for (const [name, value] of Object.entries(headersOf('/404')))
			expect(
				errors.includes(`header @missing ${name} \`${value}\``) || caddy('').includes(`\theader ${name} \``)
			).toBe(true);
		expect(errors).toContain("frame-ancestors 'none'");
	});

	it.each(['', '/map'])('decide in nginx as the table does, by the file that was found, at “%s”', (base) => {
		const maps = [...nginx(base).matchAll(/^map \$uri \$attested_(\w+) \{\n([\s\S]*?)\n\}/gm)];
		expect(maps).toHaveLength(4);
		for (const address of addresses) {
			const found = address === '/' ? '/index.html' : /\.\w+$/.test(address) ? address : `${address}.html`;
			for (const [, variable, body] of maps) {
				const name = headers.find(({ name }) => name.toLowerCase().replaceAll('-', '_') === variable)!.name;
				const rows = [...body!.matchAll(/^\t~(\S+) (['"])(.*)\2;$/gm)];
				const value = rows.find(([, regex]) => new RegExp(regex!).test(base + found))?.[3] ?? '';
				expect([address, name, value]).toEqual([address, name, headersOf(address)[name] ?? '']);
			}
		}
	});

	it.each(['', '/map'])(
		'decide in Apache as the table does, in every form of an address, at “%s”',
		(base) => {
			const rows = [...apache(base).matchAll(/^\tHeader always set (\S+) "(.*?)"(?: "expr=(.*)")?$/gm)];
			const holds = (condition: string, path: string) =>
				condition.split(' && ').every((part) => {
					const [, not, regex] = /^%\{REQUEST_URI\} ([!=]~|=~) m#(.*)#$/.exec(part)!;
					return new RegExp(regex!).test(path) === (not === '=~');
				});
			for (const address of addresses)
				for (const form of /\.\w+$/.test(address) ? [address] : formsOf(address)) {
					const said = rows.filter(([, , , condition]) => !condition || holds(condition, base + form));
					const found = Object.fromEntries(said.map(([, name, value]) => [name, value]));
					expect(said.length, form).toBe(Object.keys(found).length);
					expect(found, form).toEqual(headersOf(address));
				}
		}
	);

	it('decide in CloudFront as the table does, in every form of an address', () => {
		for (const address of addresses)
			for (const form of /\.\w+$/.test(address) ? [address] : formsOf(address)) {
				const { 'content-type': type, ...found } = cloudFrontHeaders(form);
				const wanted = Object.entries(headersOf(address)).map(([name, value]) => [name.toLowerCase(), value]);
				expect(found, form).toEqual(Object.fromEntries(wanted));
				expect(type).toBe(contentTypes[extname(address)]);
			}
	});

	it('are right below a path, too', () => {
		expect(nginx('/map')).toContain('error_page 404 /map/404.html;');
		expect(nginx('/map')).toContain('rewrite ^/map/(.+)/$ /map/$1 permanent;');
		expect(caddy('/map')).toContain('path /map/data/* /map/layers/* /map/cite/* /map/schemas/*');
		expect(caddy('/map')).toContain('rewrite @missing /map/404.html');
		expect(apache('/map')).toContain('ErrorDocument 404 /map/404.html');
		expect(headersFile(addresses, '/map')).not.toMatch(/^\/(?!map\/)/m);
	});

	it('know every type in Caddy by a matcher with a name, without which it reads the name of a header', () => {
		const lines = caddy('').split('\n');
		for (const [ending, type] of Object.entries(contentTypes)) {
			expect(lines).toContain(`\t@type${ending} path *${ending}`);
			expect(lines).toContain(`\theader @type${ending} Content-Type \`${type}\``);
		}
	});
});
