/**
 * `npm run build [-- --data DIR]`: checks the records and builds the site into `build/`, as it is put on a host. Nothing is
 * built of records that have a problem. Exit code 1 where it fails.
 */
import { check } from './check';
import { isCommand, runNode, useData } from './command';

async function build(): Promise<number> {
	useData();
	const { passed, lines } = check();
	console.log(lines.join('\n'));
	if (!passed) return 1;
	const { code } = await runNode('node_modules/vite/bin/vite.js', ['build']);
	return code;
}

if (isCommand(import.meta.url)) process.exitCode = await build();
