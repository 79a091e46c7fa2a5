/** `npm start [-- --data DIR]`: checks the records, builds the site and serves it, saying at which step it is. */
import { join } from 'node:path';
import { buildSite } from './buildSite';
import { check } from './check';
import { project, tail, useData } from './command';
import { writeSchemas } from './schemas';
import { serve, servingOptions } from './serve';

async function start(): Promise<number> {
	if (!useData()) return 1;
	console.log('1/3  Checking the records …');
	const { passed, lines, reports } = check();
	console.log(lines.join('\n'));
	if (!passed) return 1;
	const written = writeSchemas();
	if (written.length > 0) console.log(`JSON Schemas brought up to date: ${written.join(', ')}.`);

	console.log('2/3  Building the site …');
	const { code, output } = await buildSite(reports, { quiet: true });
	if (code !== 0) {
		console.error(`${tail(output)}\n\nThe build failed; the lines above say why.`);
		return 1;
	}

	console.log('3/3  Serving it …');
	try {
		const { address } = await serve(join(project, 'build'), servingOptions());
		console.log(`\nAttested is at ${address} (stop with Ctrl+C)`);
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
}

process.exitCode = await start();
