/** How long a command takes and how much memory it needs, with all the processes that it starts. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { project } from '../../command';

export interface Watched {
	code: number;
	seconds: number;
	/** Seconds of processor time: the same on a machine that has other things to do. */
	processor: number;
	/** The most that all processes had at the same time, in bytes; null where the system does not say. */
	memory: number | null;
	output: string;
}

/** Runs a script of the project with this Node and looks at its processes every two seconds. */
export function watch(script: string, options: string[], environment: NodeJS.ProcessEnv): Promise<Watched> {
	return new Promise((done, fail) => {
		const begun = performance.now();
		const child = spawn(process.execPath, ['--import', 'tsx', script, ...options], {
			cwd: project,
			env: { ...process.env, ...environment },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		let memory: number | null = null;
		let processor = 0;
		const times = new Map<number, number>();
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
		const timer = setInterval(() => {
			const tree = treeOf(child.pid!);
			if (tree === null) return;
			memory = Math.max(
				memory ?? 0,
				tree.reduce((sum, { bytes }) => sum + bytes, 0)
			);
			for (const { id, seconds } of tree) times.set(id, seconds);
			processor = [...times.values()].reduce((sum, seconds) => sum + seconds, 0);
		}, 2000);
		child.on('error', fail);
		child.on('close', (code) => {
			clearInterval(timer);
			const seconds = (performance.now() - begun) / 1000;
			done({ code: code ?? 1, seconds, processor, memory, output });
		});
	});
}

/** A process and those that it started, with what each has for itself and its part of what it shares; null without /proc. */
function treeOf(root: number): { id: number; bytes: number; seconds: number }[] | null {
	const children = new Map<number, number[]>();
	let ids: number[];
	try {
		ids = readdirSync('/proc').map(Number).filter(Boolean);
	} catch {
		return null;
	}
	for (const id of ids) {
		const parent = Number(fieldsOf(id)?.[1]);
		children.set(parent, [...(children.get(parent) ?? []), id]);
	}
	const found: { id: number; bytes: number; seconds: number }[] = [];
	const add = (id: number) => {
		const fields = fieldsOf(id);
		// User and system time in hundredths of a second.
		const seconds = fields ? (Number(fields[11]) + Number(fields[12])) / 100 : 0;
		found.push({ id, bytes: bytesOf(id), seconds });
		for (const child of children.get(id) ?? []) add(child);
	};
	add(root);
	return found;
}

/** The fields of /proc/ID/stat after the name of the process, which may have spaces. */
function fieldsOf(id: number): string[] | null {
	const stat = read(`/proc/${id}/stat`);
	return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function bytesOf(id: number): number {
	const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`) ?? '') ?? [];
	return Number(kilobytes ?? 0) * 1024;
}

/** A process may end at any time. */
function read(path: string): string | null {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return null;
	}
}
