/**
 * A folder of records on the author's disk, read and written where the browser can
 * (https://wicg.github.io/file-system-access/): nothing in it is touched that is not written by name.
 */
import type { SourceFile } from '../../geodata/validate';

export type FolderFaultCode = 'other' | 'refused' | 'gone' | 'full' | 'locked' | 'failed';

/** Why a folder can't be read or written. */
export class FolderFault extends Error {
	constructor(
		readonly code: FolderFaultCode,
		/** What was written before it happened. */
		readonly written: readonly string[] = []
	) {
		super(code);
	}
}

type Pick = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

const picker = (): Pick | undefined => (window as { showDirectoryPicker?: Pick }).showDirectoryPicker;

export const canWriteFolders = (): boolean => picker() !== undefined;

/**
 * Asks for a folder, and finds the records in it: it has them, or has `geodata/` that does. Null where nothing is chosen.
 * @throws FolderFault
 */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
	try {
		const chosen = await picker()!.call(window, { id: 'geodata', mode: 'readwrite' });
		if (await hasRecords(chosen)) return chosen;
		const inner = await chosen.getDirectoryHandle('geodata').catch(() => null);
		if (inner && (await hasRecords(inner))) return inner;
	} catch (error) {
		if ((error as Error).name === 'AbortError') return null;
		throw faultOf(error);
	}
	throw new FolderFault('other');
}

async function hasRecords(folder: FileSystemDirectoryHandle): Promise<boolean> {
	try {
		await folder.getDirectoryHandle('articles');
		await folder.getFileHandle('actors.json');
		await folder.getFileHandle('version.json');
		return true;
	} catch {
		return false;
	}
}

/**
 * All files of records of a folder, as `npm run check` reads them: neither hidden ones nor the basemap.
 * @throws FolderFault
 */
export async function readFolder(folder: FileSystemDirectoryHandle): Promise<SourceFile[]> {
	try {
		return await filesIn(folder, '', ['basemap']);
	} catch (error) {
		throw faultOf(error);
	}
}

async function filesIn(
	folder: FileSystemDirectoryHandle,
	path: string,
	except: readonly string[] = []
): Promise<SourceFile[]> {
	const files: SourceFile[] = [];
	for await (const entry of folder.values()) {
		if (entry.name.startsWith('.') || except.includes(entry.name)) continue;
		const name = path + entry.name;
		if (entry.kind === 'directory')
			files.push(...(await filesIn(entry as FileSystemDirectoryHandle, `${name}/`)));
		else {
			const file = await (entry as FileSystemFileHandle).getFile();
			files.push({ path: name, text: await file.text() });
		}
	}
	return files;
}

/**
 * Writes files, each whole or not at all, those that others refer to first.
 * @returns their paths @throws FolderFault with those that were written before it
 */
export async function writeFolder(
	folder: FileSystemDirectoryHandle,
	files: readonly SourceFile[]
): Promise<string[]> {
	const order = ['references', 'actors', 'sources', 'places', 'articles'];
	const rank = ({ path }: SourceFile) => (order.findIndex((name) => path.startsWith(name)) + 6) % 6;
	const written: string[] = [];
	for (const { path, text } of files.toSorted((a, b) => rank(a) - rank(b))) {
		try {
			const [name, ...above] = path.split('/').reverse() as [string, ...string[]];
			let within = folder;
			for (const step of above.reverse()) within = await within.getDirectoryHandle(step, { create: true });
			await writeFile(within, name, text);
			written.push(path);
		} catch (error) {
			throw faultOf(error, written);
		}
	}
	return written;
}

async function writeFile(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
	const there = await folder.getFileHandle(name).catch(() => null);
	const file = there ?? (await folder.getFileHandle(name, { create: true }));
	try {
		const stream = await file.createWritable();
		await stream.write(text);
		// Only now the file has what was written.
		await stream.close();
	} catch (error) {
		// One that is new would stay behind empty.
		if (!there) await folder.removeEntry(name).catch(() => undefined);
		throw error;
	}
}

const codes: Record<string, FolderFaultCode> = {
	NotAllowedError: 'refused',
	SecurityError: 'refused',
	NotFoundError: 'gone',
	TypeMismatchError: 'gone',
	NotReadableError: 'gone',
	QuotaExceededError: 'full',
	NoModificationAllowedError: 'locked',
	InvalidStateError: 'locked'
};

const faultOf = (error: unknown, written: readonly string[] = []): FolderFault =>
	new FolderFault(codes[(error as Error).name] ?? 'failed', written);
