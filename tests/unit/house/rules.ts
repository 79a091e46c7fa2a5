/** The rules of the house (docs/architecture.md): who may import what. */
import { importsOf, ours, type Import, type Module } from './modules';

/** What a room may import besides itself. A name stands for the whole room, `types of` for its types alone. */
const allowed: Record<string, readonly string[]> = {
	'lib/base': [],
	'lib/geodata': ['lib/base'],
	'lib/words': ['lib/base', 'types of lib/geodata'],
	'lib/server': ['lib/base', 'lib/geodata', 'lib/words'],
	'lib/export': ['lib/base', 'lib/geodata', 'lib/words'],
	'lib/outward': ['lib/base', 'lib/geodata', 'lib/words', 'lib/server', 'lib/export', 'lib/map'],
	'lib/view': ['lib/base', 'lib/geodata', 'lib/words'],
	'lib/offline': ['lib/base'],
	'lib/draft': ['lib/base', 'lib/geodata'],
	'lib/overlay': ['lib/base', 'lib/geodata', 'lib/words', 'lib/export', 'types of lib/map'],
	'lib/map': ['lib/base', 'lib/words', 'types of lib/geodata', 'types of lib/export'],
	'lib/ui': ['lib/base', 'lib/words', 'types of lib/geodata'],
	'lib/features': [
		'lib/base',
		'lib/draft',
		'lib/words',
		'lib/view',
		'lib/ui',
		'lib/overlay',
		'lib/export',
		'lib/offline',
		'types of lib/geodata',
		'types of lib/map'
	],
	routes: [
		'lib/base',
		'lib/geodata',
		'lib/words',
		'lib/server',
		'lib/export',
		'lib/outward',
		'lib/view',
		'lib/offline',
		'lib/overlay',
		'lib/map',
		'lib/draft',
		'lib/ui',
		'lib/features'
	]
};

/** Tables and pure readings of values, for the words, the map, the kit and the features. */
const tables = [
	'lib/geodata/vocabulary',
	'lib/geodata/dates',
	'lib/geodata/edtf',
	'lib/geodata/recordWords',
	'lib/geodata/precision',
	'lib/map/style/signs'
];

/** The room of a path below `src`; what lies beside the rooms may import as the routes do. */
function roomOf(path: string): string {
	if (path.startsWith('tools/')) return 'tools';
	return Object.keys(allowed).find((room) => path === room || path.startsWith(`${room}/`)) ?? 'elsewhere';
}

/** What is wrong with the imports of modules, a line for each. */
export function faultsOf(modules: Module[]): string[] {
	return modules.flatMap((module) =>
		importsOf(module).flatMap((found) => {
			const fault = faultOf(module, found);
			return fault ? [`${module.path}  ${found.from}  ${fault}`] : [];
		})
	);
}

function faultOf(module: Module, found: Import): string | null {
	const room = roomOf(module.path);
	const target = ours(module, found);
	if (target === null) return faultOfPackage(room, found.from);
	const to = roomOf(target);
	if (to === room) return room === 'lib/features' ? faultBetweenFeatures(module.path, target) : null;
	if (to === 'routes') return 'nobody imports routes';
	if (to === 'tools') return 'only the tools import tools';
	if (room === 'tools' || to === 'elsewhere') return null;
	const may = allowed[room] ?? allowed.routes!;
	if (may.includes(to) || (found.typesOnly && may.includes(`types of ${to}`))) return null;
	const takesTables = ['lib/words', 'lib/map', 'lib/ui', 'lib/features'].includes(room);
	if (takesTables && tables.includes(target.replace(/\.(ts|js)$/, ''))) return null;
	return may.length === 0 ? `${room} imports nothing of ours` : `${room} imports only ${may.join(', ')}`;
}

function faultBetweenFeatures(from: string, to: string): string | null {
	const featureOf = (path: string) => path.split('/')[2];
	return featureOf(from) === featureOf(to) ? null : 'a feature imports no other feature';
}

function faultOfPackage(room: string, from: string): string | null {
	const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0];
	// The bench measures our map beside a bare one.
	if (name === 'maplibre-gl' && room !== 'lib/map' && room !== 'tools')
		return 'MapLibre is touched in lib/map only';
	const isFiles = /^(node:)?fs(\/promises)?$/.test(from);
	if (isFiles && room !== 'lib/server' && room !== 'tools')
		return 'fs is touched in lib/server and the tools only';
	const isFramework = name === 'svelte' || name === '@sveltejs/kit' || from.startsWith('$');
	if (isFramework && room === 'lib/geodata') return 'lib/geodata knows no Svelte';
	if (/^\$app\/(state|stores|navigation)$/.test(from) && (room === 'lib/ui' || room === 'lib/base'))
		return `${room} knows nothing of the page that it is on`;
	return null;
}
