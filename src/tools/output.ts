/**
 * How every tool writes a file: never over what it reads, beside its place until it is whole, and there at once. Where
 * anything fails, the file that was there stays as it was.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, lstatSync, openSync, readdirSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeSync, type BigIntStats } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** A file that is being written, not yet in its place. */
export interface Output {
	/** Open for writing. */
	file: number;
	/** Puts it in its place. @throws where that fails; nothing is left of it then */
	keep(): void;
	/** Gives up: nothing is left of it. */
	discard(): void;
}

export interface Writing {
	/** Files and folders that the tool reads. */
	reads?: readonly string[];
	/** Whether it need not outlive a loss of power, as what a build can make again. */
	isDerived?: boolean;
}

/**
 * Opens a file beside its place.
 * @throws Error with a sentence where the place is one of those, or no file can be there
 */
export function openOutput(path: string, { reads = [], isDerived = false }: Writing = {}): Output {
	const place = placeOf(path);
	const before = statOf(place);
	if (before && !before.isFile()) throw new Error(`${path} can't be written: it is not a file.`);
	refuseWhatIsRead(path, place, before, reads);
	const beside = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.part`);
	let file: number;
	try {
		file = openSync(beside, 'wx');
	} catch (error) {
		throw new Error(`${path} can't be written: ${(error as Error).message}`, { cause: error });
	}
	begin(beside);
	let isOpen = true;
	const close = () => {
		if (isOpen) closeSync(file);
		isOpen = false;
	};
	const discard = () => {
		close();
		rmSync(beside, { force: true });
		end(beside);
	};
	return {
		file,
		keep() {
			try {
				// What the name stands for is on the disk before the name changes.
				if (!isDerived) fsyncSync(file);
				close();
				if (before) chmodSync(beside, Number(before.mode) & 0o7777);
				renameSync(beside, place);
				end(beside);
			} catch (error) {
				discard();
				throw new Error(`${path} can't be written: ${(error as Error).message}`, { cause: error });
			}
		},
		discard
	};
}

/** Writes a file whole, or leaves the one that was there. @throws Error with a sentence, as `openOutput` does */
export function writeOutput(path: string, content: string | Uint8Array, writing?: Writing): void {
	writeOutputs([{ path, content }], writing);
}

/** Writes files that belong together: none is in its place before all are whole. */
export function writeOutputs(
	files: readonly { path: string; content: string | Uint8Array }[],
	writing?: Writing
): void {
	const outputs: Output[] = [];
	try {
		for (const { path, content } of files) {
			const output = openOutput(path, writing);
			outputs.push(output);
			writeAll(output.file, typeof content === 'string' ? Buffer.from(content) : content, path);
		}
		for (const output of outputs) output.keep();
	} catch (error) {
		for (const output of outputs) output.discard();
		throw error;
	}
}

function writeAll(file: number, bytes: Uint8Array, path: string): void {
	try {
		for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
	} catch (error) {
		throw new Error(`${path} can't be written: ${(error as Error).message}`, { cause: error });
	}
}

/** Where a path leads in the end: a link stays one, and what it names is written. */
function placeOf(path: string): string {
	const whole = resolve(path);
	const isLink = lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
	try {
		if (isLink) return realpathSync(whole);
		return join(realpathSync(dirname(whole)), basename(whole));
	} catch (error) {
		const reason = isLink ? 'it is a link that leads nowhere' : (error as Error).message;
		throw new Error(`${path} can't be written: ${reason}`, { cause: error });
	}
}

/** Numbers of files are longer than a double is exact. */
function statOf(path: string): BigIntStats | undefined {
	return statSync(path, { throwIfNoEntry: false, bigint: true });
}

/** By the number of the file, since it may have several names, and by the folder, where it is not there yet. */
function refuseWhatIsRead(
	path: string,
	place: string,
	before: BigIntStats | undefined,
	reads: readonly string[]
): void {
	for (const read of reads) {
		const stats = statOf(read);
		if (!stats) continue;
		if (stats.isDirectory() && isWithin(place, realpathSync(read)))
			throw new Error(`${path} is in ${read}, which is read: write somewhere else.`);
		if (
			before &&
			[read, ...(stats.isDirectory() ? filesBelow(read) : [])].some((file) => isSame(file, before))
		)
			throw new Error(`${path} is what is read: give the output another name.`);
	}
}

const isWithin = (path: string, folder: string) => {
	const way = relative(folder, path);
	return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
};

function isSame(path: string, { dev, ino }: BigIntStats): boolean {
	const stats = statOf(path);
	return stats !== undefined && stats.dev === dev && stats.ino === ino;
}

const filesBelow = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** What was begun and is not whole: it goes when the tool is interrupted. */
const unfinished = new Set<string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function begin(beside: string): void {
	if (unfinished.size === 0) for (const signal of signals) process.on(signal, stop);
	unfinished.add(beside);
}

function end(beside: string): void {
	unfinished.delete(beside);
	if (unfinished.size === 0) for (const signal of signals) process.off(signal, stop);
}

function stop(signal: NodeJS.Signals): void {
	for (const beside of unfinished) {
		rmSync(beside, { force: true });
		end(beside);
	}
	process.kill(process.pid, signal);
}
