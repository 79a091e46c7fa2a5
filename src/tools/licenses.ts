/**
 * `/licenses.txt` of the built site: the licence of each package whose code, styles or fonts are in it, and of its data.
 * The build says which packages these are; the list of all that it was made with is sbom.cdx.json.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { geodataDirectory } from '../lib/server/geodata';
import { project } from './command';

/** SvelteKit loads the settings of Vite anew for each of its builds, and with them this module. */
const key = Symbol.for('attested.shipped');
const state = globalThis as { [key]?: Set<string> };

/** Folders of the packages that builds of this process have put into the site. */
export const shippedPackages: Set<string> = (state[key] ??= new Set());

/** Notes what lands in the bundles for browsers, those of workers included. */
export function notesShipped(): Plugin {
	let isForServer = false;
	return {
		name: 'notes-shipped',
		apply: 'build',
		configResolved: ({ build }) => void (isForServer = Boolean(build.ssr)),
		generateBundle(_, bundle) {
			if (isForServer) return;
			for (const file of Object.values(bundle)) {
				const sources = file.type === 'chunk' ? file.moduleIds : file.originalFileNames;
				for (const source of sources) for (const folder of packagesOf(source)) shippedPackages.add(folder);
			}
		}
	};
}

/** What is written into bundles and is not read from a package's folder. */
const generated: [RegExp, string][] = [
	[/^\0?vite\//, 'vite'],
	[/^\0?rolldown\//, 'rolldown'],
	[/\/src\/lib\/words\/compiled\//, '@inlang/paraglide-js']
];

/** Folders of the packages that a module comes from, none where it is ours. Some come bundled, as MapLibre does. */
export function packagesOf(moduleId: string): string[] {
	const by = generated.find(([pattern]) => pattern.test(moduleId))?.[1];
	if (by) return [join(project, 'node_modules', by)];
	const file = moduleId.replaceAll('\\', '/').replace(/\?.*$/s, '');
	const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;
	const [way] = name.exec(file) ?? [];
	if (way === undefined) return [];
	const folder = resolve(project, way);
	return [
		folder,
		...sourcesOf(resolve(project, file)).flatMap((source) => installed(name.exec(source)?.[1], folder))
	];
}

/** What a file was bundled from, where its package says so in a source map. */
function sourcesOf(file: string): string[] {
	if (!existsSync(`${file}.map`)) return [];
	return (JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] }).sources;
}

function installed(name: string | undefined, by: string): string[] {
	if (name === undefined) return [];
	return [join(by, 'node_modules', name), join(project, 'node_modules', name)].filter(existsSync).slice(0, 1);
}

interface Licensed {
	name: string;
	version: string;
	identifier: string;
	text: string;
}

interface Manifest {
	name: string;
	version: string;
	license?: string;
	author?: string | { name: string };
}

const manifestOf = (folder: string) =>
	JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** A package's licence in its own words, else in those of its identifier. @throws where it has neither */
function licenceOf(folder: string): Licensed {
	const { name, version, author, license = 'its own' } = manifestOf(folder);
	const text = readdirSync(folder)
		.filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
		.sort()
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.join('\n')
		// Vite and rolldown have others within them, which stay with them.
		.replace(/\n#+ (Licenses of b|B)undled dependencies[^]*$/, '')
		.replaceAll('\r\n', '\n')
		.trim();
	return {
		name,
		version,
		identifier: license,
		text: text || filledIn(standardText(license, name), author, name)
	};
}

/** The standard texts leave a place for whose it is. */
function filledIn(text: string, author: Manifest['author'], name: string): string {
	const owner = typeof author === 'string' ? author : author?.name;
	return text.replace(/<year> <(owner|copyright holders)>/, owner ?? `the authors of ${name}`);
}

const lists = createRequire(import.meta.url);

/** The text of a licence by its SPDX identifier. @throws where there is none */
function standardText(identifier: string, whose: string): string {
	const path = join(
		dirname(lists.resolve('spdx-license-list/package.json')),
		'licenses',
		`${identifier}.json`
	);
	if (!/^[\w.+-]+$/.test(identifier) || !existsSync(path))
		throw new Error(`There is no text of the licence “${identifier}” of ${whose}: it can't be shipped.`);
	return (JSON.parse(readFileSync(path, 'utf8')) as { licenseText: string }).licenseText.trim();
}

/** The licences of data that are named by an SPDX identifier. What is in the public domain has none. */
function ofData(): string[] {
	const sources = [
		join(geodataDirectory(), 'basemap/sources.json'),
		'src/lib/draft/data/credits.json'
	].flatMap((path) => JSON.parse(read(path) || '[]') as { licence: string }[]);
	const named = sources.map(({ licence }) => licence).filter((licence) => !licence.startsWith('LicenseRef-'));
	// The LGPL is an addition to the GPL, and the records have the first.
	return [...new Set(['CC-BY-4.0', ...named, ...(named.some(isLesser) ? ['GPL-3.0-or-later'] : [])])];
}

const isLesser = (licence: string) => licence.startsWith('LGPL-3.0');
/** The text of a file of the project or of the data set; '' where there is none. */
const read = (path: string) => {
	const whole = resolve(project, path);
	return existsSync(whole) ? readFileSync(whole, 'utf8').trim() : '';
};
const line = '='.repeat(80);
const section = (heading: string, ...texts: string[]) => [line, heading, line, '', ...texts, ''].join('\n');

/** The whole text. @throws where a licence has no text, or the build has noted nothing */
export function licensesText(folders: Iterable<string> = shippedPackages): string {
	// Two versions of a package may be shipped: each build has them in the same order.
	const keyOf = ({ name, version }: Licensed) => `${name} ${version}`;
	const packages = [...folders]
		.map(licenceOf)
		.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
	if (packages.length === 0) throw new Error('The build has not noted which packages it ships.');
	// Many have the same words, as those of one author or font family.
	const byText = new Map<string, Licensed[]>();
	for (const each of packages) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
	return [
		'The licences of all that this site ships: its own code and records, the map’s background, the gazetteer, the weights',
		'of the tagger, the coordinate systems, and the packages whose code, styles or fonts are in it.',
		'',
		section('Attested, the code (MIT)', read('LICENSE')),
		section('Attested, the records', read(join(geodataDirectory(), 'LICENSE'))),
		section('The map’s background', read(join(geodataDirectory(), 'basemap/LICENSE.md'))),
		section('The gazetteer', read('src/lib/draft/data/GAZETTEER.md')),
		section('The weights of the tagger', read('src/lib/draft/data/MODEL.md')),
		section('The coordinate systems', read('src/lib/overlay/read/SYSTEMS.md')),
		...[...byText].map(([text, named]) =>
			section(
				named.map(({ name, version, identifier }) => `${name} ${version} (${identifier})`).join('\n'),
				text
			)
		),
		...ofData().map((identifier) => section(`${identifier}, of data`, standardText(identifier, 'the data')))
	].join('\n');
}
