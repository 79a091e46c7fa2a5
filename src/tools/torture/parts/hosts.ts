/**
 * The built site on the web servers that this machine has, with the settings of `hosting/` and of the build, and as the
 * servers come: every page in every form of its address, the headers and types of every kind of file, and what is not
 * there. `tests/hosts.ts` has models of the hosts that no machine has.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { home } from '../../../../svelte.config.js';
import { project } from '../../command';
import { contentTypes, headersOf } from '../../headers';
import { caddy } from '../../hosting/caddy';
import { nginx } from '../../hosting/nginx';
import { filesOf, pagesOf, pathOf } from '../../pages';
import { ask, type Answered } from '../ask';
import type { Circumstances, Part, Row } from '../part';

const part: Part = { title: 'The site on other web servers', minutes: 5, rows };
export default part;

const built = join(project, 'build');
const { base } = home;

interface Server {
	name: string;
	program: string;
	/** Writes what it needs and gives its options. @param root of the host, in which the site lies */
	prepare(folder: string, root: string, port: number): string[];
	/** Whether it has our settings, and so our headers. */
	isSet: boolean;
}

const write = (path: string, text: string) => {
	writeFileSync(path, text);
	return path;
};

const nginxAround = (folder: string, site: string) =>
	[
		process.getuid?.() === 0 ? 'user root;' : '',
		'daemon off;',
		`pid ${folder}/nginx.pid;`,
		'error_log stderr crit;',
		'events {}',
		'http {',
		'access_log off;',
		'include /etc/nginx/mime.types;',
		...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
			(name) => `${name}_temp_path ${folder}/${name};`
		),
		site,
		'}'
	].join('\n');

const apacheAround = (folder: string, root: string, port: number, override: string) =>
	[
		`ServerRoot ${folder}`,
		`Listen 127.0.0.1:${port}`,
		'ServerName 127.0.0.1',
		`PidFile ${folder}/apache.pid`,
		`ErrorLog ${folder}/apache.log`,
		...['mpm_event', 'authz_core', 'dir', 'mime', 'rewrite', 'headers', 'filter', 'deflate'].map(
			(name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`
		),
		'User nobody',
		'TypesConfig /etc/mime.types',
		`DocumentRoot ${root}`,
		`<Directory />\nOptions FollowSymLinks\nAllowOverride ${override}\nRequire all granted\n</Directory>`
	].join('\n');

const servers: Server[] = [
	{
		name: 'nginx with hosting/nginx.conf',
		program: '/usr/sbin/nginx',
		isSet: true,
		prepare(folder, root, port) {
			const site = nginx(base)
				.replace('listen 80;', `listen 127.0.0.1:${port};`)
				.replace('root /srv/attested;', `root ${root};`);
			return ['-c', write(join(folder, 'nginx.conf'), nginxAround(folder, site))];
		}
	},
	{
		name: 'nginx as it comes',
		program: '/usr/sbin/nginx',
		isSet: false,
		prepare(folder, root, port) {
			const site = `server { listen 127.0.0.1:${port}; root ${root}; location / { try_files $uri $uri/ =404; } }`;
			return ['-c', write(join(folder, 'nginx.conf'), nginxAround(folder, site))];
		}
	},
	{
		name: 'Caddy with hosting/Caddyfile',
		program: '/usr/bin/caddy',
		isSet: true,
		prepare(folder, root, port) {
			const site = caddy(base)
				.replace('example.org {', `http://127.0.0.1:${port} {`)
				.replace('root * /srv/attested', `root * ${root}`);
			const file = write(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
			return ['run', '--config', file, '--adapter', 'caddyfile'];
		}
	},
	{
		name: 'Caddy as it comes',
		program: '/usr/bin/caddy',
		isSet: false,
		prepare: (_, root, port) => ['file-server', '--root', root, '--listen', `127.0.0.1:${port}`]
	},
	{
		name: 'Apache with the .htaccess of the build',
		program: '/usr/sbin/apache2',
		isSet: true,
		prepare: (folder, root, port) => [
			'-X',
			'-f',
			write(join(folder, 'apache.conf'), apacheAround(folder, root, port, 'All'))
		]
	},
	{
		name: 'Apache that leaves nothing to folders',
		program: '/usr/sbin/apache2',
		isSet: false,
		prepare: (folder, root, port) => [
			'-X',
			'-f',
			write(join(folder, 'apache.conf'), apacheAround(folder, root, port, 'None'))
		]
	},
	{
		name: 'python3 -m http.server',
		program: '/usr/bin/python3',
		isSet: false,
		prepare: (_, root, port) => [
			'-m',
			'http.server',
			'--bind',
			'127.0.0.1',
			'--directory',
			root,
			String(port)
		]
	}
];

async function* rows({ folder }: Circumstances): AsyncGenerator<Row> {
	const pages = pagesOf(built);
	// Servers leave the rights of root, and must still come in.
	chmodSync(folder, 0o755);
	for (const [index, server] of servers.entries()) {
		if (!existsSync(server.program)) continue;
		const own = join(folder, String(index));
		mkdirSync(own);
		const port = await freePort();
		const child = spawn(server.program, server.prepare(own, rootIn(own), port), {
			stdio: 'ignore',
			env: { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own }
		});
		try {
			const address = `http://127.0.0.1:${port}/`;
			await answers(address, child);
			yield* onPages(server, address, pages);
			if (server.isSet) yield* onHeaders(server, address);
		} finally {
			child.kill();
		}
	}
}

/** The folder that a host publishes, with the site in it, at its path. */
function rootIn(folder: string): string {
	if (base === '') return built;
	const root = join(folder, 'root');
	mkdirSync(join(root, base, '..'), { recursive: true });
	symlinkSync(built, join(root, base));
	return root;
}

async function* onPages({ name }: Server, address: string, pages: readonly string[]): AsyncGenerator<Row> {
	const faults: string[] = [];
	const forms = pages.flatMap((page) =>
		(page === '/' ? ['/', '/index.html'] : [page, `${page}/`, `${page}.html`, `${page}/index.html`]).map(
			(form) => ({ page, form })
		)
	);
	for (const { page, form } of forms) {
		const { status, body } = await led(address, base + encodeURI(form));
		const right = readFileSync(join(built, page === '/' ? 'index.html' : `${page}.html`));
		if (status !== 200 || !body.equals(right)) faults.push(`${form} (${status})`);
	}
	yield {
		input: `${name}: every page, with and without .html and a slash`,
		promise: 'the page',
		held: faults.length === 0,
		detail: faults.length === 0 ? 'all there' : faults.slice(0, 5).join(', ')
	};
}

async function* onHeaders({ name }: Server, address: string): AsyncGenerator<Row> {
	const kinds = new Map<string, string>();
	for (const file of filesOf(built)) {
		const path = pathOf(file);
		kinds.set(`${extname(file)} ${JSON.stringify(headersOf(path))}`, path);
	}
	const faults: string[] = [];
	for (const path of kinds.values()) {
		const { status, headers } = await led(address, base + path);
		if (status !== 200) faults.push(`${path}: ${status}`);
		const wanted = { ...headersOf(path), ...typeOf(path) };
		for (const [header, value] of Object.entries(wanted))
			if (!isSame(headers[header.toLowerCase()], value))
				faults.push(`${path}: ${header} is ${headers[header.toLowerCase()]}`);
		for (const header of [
			'content-security-policy',
			'cross-origin-opener-policy',
			'access-control-allow-origin'
		])
			if (headers[header] && !Object.keys(wanted).some((one) => one.toLowerCase() === header))
				faults.push(`${path}: ${header} is there`);
	}
	yield {
		input: `${name}: a file of every kind`,
		promise: 'the headers and types of the table',
		held: faults.length === 0,
		detail: faults.length === 0 ? 'all there' : faults.slice(0, 5).join(', ')
	};
	const nothing = await ask(address, { path: `${base}/nowhere` });
	const isPage = nothing.body.equals(readFileSync(join(built, '404.html')));
	const hidden = await Promise.all(
		['/_headers', '/.htaccess', '/.nojekyll'].map(async (path) => {
			const { status } = await ask(address, { path: base + path });
			return status === 403 || status === 404;
		})
	);
	const policy = nothing.headers['content-security-policy'];
	yield {
		input: `${name}: an unknown address, and what is for other hosts`,
		promise: 'the page for that, which nobody may frame, and nothing',
		held: nothing.status === 404 && isPage && policy === "frame-ancestors 'none'" && hidden.every(Boolean),
		detail: `${nothing.status}, ${isPage ? 'the page' : 'another page'}, ${policy ?? 'no policy'}; ${hidden.every(Boolean) ? 'nothing' : 'there'}`
	};
}

// nginx has an older name for the type of scripts, which browsers take for the same.
const isSame = (said: unknown, wanted: string) =>
	said === wanted || (said === 'application/javascript' && wanted.startsWith('text/javascript'));

const typeOf = (path: string) => {
	const type = contentTypes[extname(path)];
	return type === undefined ? {} : { 'Content-Type': type };
};

/** What a reader is led to. */
async function led(address: string, path: string): Promise<Answered> {
	let found = await ask(address, { path });
	for (let times = 0; times < 3 && found.headers.location !== undefined; times++) {
		const { pathname, search } = new URL(found.headers.location, new URL(path, address));
		path = pathname + search;
		found = await ask(address, { path });
	}
	return found;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

/** Waits until a server answers. @throws Error where it ends before */
async function answers(address: string, child: ChildProcess): Promise<void> {
	for (let times = 0; times < 200; times++) {
		if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
		const isThere = await ask(address, { path: '/' }).then(
			() => true,
			() => false
		);
		if (isThere) return;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error(`${child.spawnfile} does not answer`);
}
