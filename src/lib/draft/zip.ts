/** The files of an article in one zip archive, and such an archive read again, whoever made it. Pure. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { SourceFile } from '../geodata/validate';

const readMe = 'README.txt';

/** Any day will do, if it is always the same; no archive has an earlier one. Archives have local times. */
const timeStamp = new Date(1980, 0, 1);

/**
 * An archive of files of records. The same files give the same bytes.
 * @param readme what a person does with it
 */
export function zipOf(files: readonly SourceFile[], readme: string): Uint8Array {
	const all = [{ path: readMe, text: readme }, ...files].sort((a, b) => (a.path < b.path ? -1 : 1));
	const entries = all.map(({ path, text }) => [path, strToU8(text)] as const);
	return zipSync(Object.fromEntries(entries), { level: 9, mtime: timeStamp });
}

/** Why an archive, or a file in it, is refused. */
export interface ZipFault {
	/** `damaged`: it is no archive, or can't be unpacked. `name`: no record has such a path. `text`: it is not UTF-8. */
	code: 'damaged' | 'empty' | 'large' | 'many' | 'name' | 'twice' | 'text';
	/** The path of the file; null for the whole archive. */
	path: string | null;
}

/** Bytes: of the archive, of a file in it when unpacked, and of all of these. No article has a thousandth. */
const largest = { archive: 16 * 2 ** 20, file: 8 * 2 ** 20, all: 64 * 2 ** 20 } as const;
const mostFiles = 2000;

const id = '[a-z0-9]+(?:-[a-z0-9]+)*';
const paths = [
	`articles/${id}\\.json`,
	`places/${id}\\.geojson`,
	`verified/${id}\\.json`,
	'(?:actors|sources|references)\\.json',
	'translations/[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\\.json'
];
const isRecord = new RegExp(`^(?:${paths.join('|')})$`);
/** Folders, what we put there ourselves, and what file managers leave behind. */
const isNothing = new RegExp(`/$|^${readMe}$|^__MACOSX/|(?:^|/)\\.DS_Store$`);

/** The files of records in an archive, by their paths. Where anything in it is refused, there are none. Never throws. */
export function readZip(bytes: Uint8Array): { files: SourceFile[]; faults: ZipFault[] } {
	if (bytes.length > largest.archive) return refused([{ code: 'large', path: null }]);
	const faults: ZipFault[] = [];
	const found = new Set<string>();
	let entries = 0;
	let unpacked = 0;
	let contents: Record<string, Uint8Array>;
	try {
		// Nothing is unpacked before its name and its size are known to be in order.
		contents = unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				entries++;
				if (entries > mostFiles || isNothing.test(name)) return false;
				unpacked += originalSize;
				const code = codeOf(name, originalSize, found, unpacked);
				found.add(name);
				if (code) faults.push({ code, path: name });
				return code === null;
			}
		});
	} catch {
		return refused([{ code: 'damaged', path: null }]);
	}
	if (entries > mostFiles) return refused([{ code: 'many', path: null }]);
	const files = Object.entries(contents).map(([path, content]) => ({ path, text: textOf(content) }));
	for (const { path, text } of files) if (text === null) faults.push({ code: 'text', path });
	if (faults.length > 0) return refused(faults);
	if (files.length === 0) return refused([{ code: 'empty', path: null }]);
	return { files: files as SourceFile[], faults };
}

const refused = (faults: ZipFault[]) => ({ files: [], faults });

function codeOf(name: string, size: number, found: Set<string>, unpacked: number): ZipFault['code'] | null {
	if (!isRecord.test(name)) return 'name';
	if (found.has(name)) return 'twice';
	return size > largest.file || unpacked > largest.all ? 'large' : null;
}

function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
