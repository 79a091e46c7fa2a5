/** What the command-line tools share: whether a module was started as a command, and running other commands. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Whether a module, given by its `import.meta.url`, is what Node was told to run. */
export function isCommand(moduleAddress: string): boolean {
	const started = process.argv[1];
	return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleAddress));
}

/** The value after an option, as in `--data DIR`: undefined without the option, '' without a value. */
export function optionValue(name: string, options = process.argv.slice(2)): string | undefined {
	const index = options.indexOf(name);
	const joined = options.find((option) => option.startsWith(`${name}=`));
	if (joined !== undefined) return joined.slice(name.length + 1);
	return index === -1 ? undefined : (options[index + 1] ?? '');
}

/**
 * Has this command, and those that it runs, take the data set of `--data DIR` in place of `geodata/`. Gives whether it may
 * go on: an option that names no folder is told.
 */
export function useData(): boolean {
	const directory = optionValue('--data');
	if (directory === '') {
		console.error('Say which folder has the records: --data DIR');
		return false;
	}
	if (directory !== undefined) process.env.ATTESTED_DATA = resolve(directory);
	return true;
}

/** Runs a script with this Node. TypeScript is understood. Gives the exit code and, where asked, the output. */
export function runNode(
	script: string,
	options: string[] = [],
	{ environment = {}, quiet = false }: { environment?: NodeJS.ProcessEnv; quiet?: boolean } = {}
): Promise<{ code: number; output: string }> {
	const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
	return run(process.execPath, [...loader, join(project, script), ...options], { environment, quiet });
}

/** Runs a command, in the folder of the project unless another is given. A command that can't be started has exit code 1. */
export function run(
	command: string,
	options: string[],
	{
		environment = {},
		quiet = false,
		minutes,
		folder = project
	}: { environment?: NodeJS.ProcessEnv; quiet?: boolean; minutes?: number; folder?: string } = {}
): Promise<{ code: number; output: string }> {
	return new Promise((done) => {
		const child = spawn(command, options, {
			cwd: folder,
			// Vite would advise to name files in another way than TypeScript's own tools take them.
			env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...process.env, ...environment },
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			timeout: minutes === undefined ? undefined : minutes * 60_000
		});
		let output = '';
		child.stdout?.on('data', (chunk) => (output += chunk));
		child.stderr?.on('data', (chunk) => (output += chunk));
		child.on('error', (error) => done({ code: 1, output: error.message }));
		child.on('close', (code) => done({ code: code ?? 1, output }));
	});
}

/** The last lines of an output. */
export function tail(output: string, lines = 40): string {
	return output.trimEnd().split('\n').slice(-lines).join('\n');
}

/** “1 place”, “2 places”. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : /(s|ch)$/.test(noun) ? 'es' : 's'}`;
}
