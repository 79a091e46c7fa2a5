/**
 * What `npm run dev` does with a record that is edited: the pages show it at once, and one with a problem is told on
 * top of them, as a fault in the code is, until it is mended.
 */
import { basename, join, relative, sep } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { formatProblem, validate } from '../lib/geodata/validate';
import { boundaries } from '../lib/server/boundaries';
import { geodataDirectory, readSourceFiles } from '../lib/server/geodata';
import { counted, project } from './command';

const mostShown = 10;

/**
 * @param reader the module that reads the records and keeps them: it is read anew, with all that imports it
 */
export function recordsInDev(
	directory = geodataDirectory(),
	reader = join(project, 'src/lib/server/geodata.ts')
): Plugin {
	return {
		name: 'records-in-dev',
		apply: 'serve',
		configureServer({ watcher, ws, environments, middlewares, config }) {
			let fault = faultIn(directory);
			const update = () => {
				fault = faultIn(directory);
				if (fault !== null) {
					config.logger.error(fault, { timestamp: true });
					ws.send({ type: 'error', err: { message: fault, stack: '', plugin: 'npm run check' } });
					return;
				}
				environments.ssr.moduleGraph.onFileChange(normalizePath(reader));
				ws.send({ type: 'full-reload', path: '*' });
			};
			let timer: NodeJS.Timeout | undefined;
			watcher.add(directory);
			watcher.on('all', (_, path) => {
				if (!isRecord(relative(directory, path))) return;
				clearTimeout(timer);
				// An editor may write a file in several steps, and a tool several files.
				timer = setTimeout(update, 50);
			});
			// A page that is opened meanwhile is the fault, on Vite's own page for faults.
			middlewares.use((request, _, next) => {
				const isPage = request.headers.accept?.includes('text/html') ?? false;
				if (fault === null || !isPage) return next();
				next(Object.assign(new Error(fault), { stack: '' }));
			});
		}
	};
}

/** Hidden files are those of editors, and the basemap is no record. */
function isRecord(path: string): boolean {
	return !path.startsWith('..') && !path.startsWith(`basemap${sep}`) && !basename(path).startsWith('.');
}

/** The sentences about what is wrong with the records of a folder, or null. */
function faultIn(directory: string): string | null {
	try {
		const { problems } = validate(readSourceFiles(directory), boundaries());
		if (problems.length === 0) return null;
		const shown = problems.slice(0, mostShown).map(formatProblem);
		const more = problems.length > mostShown ? [`… ${counted(problems.length, 'problem')} in all.`] : [];
		return [...shown, ...more].join('\n');
	} catch (error) {
		return (error as Error).message;
	}
}
