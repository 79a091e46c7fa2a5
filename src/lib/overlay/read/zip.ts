/**
 * The files in a zip archive (APPNOTE 6.3): by its directory, which stands at the end, or where that was cut off, by what
 * stands before each file.
 */
import { Inflate } from 'fflate';
import type { Bytes } from './bytes';
import type { FileBytes } from './fileBytes';
import { Refusal, type Problems } from './problem';

export interface ZipEntry {
	name: string;
	/** Where the header before it begins. */
	start: number;
	/** Its bytes as they are packed; an archive that is cut off may have fewer. */
	packed: number;
	method: number;
	/** Whether it asks for a password. */
	isLocked: boolean;
}

/** Later files of an archive are not looked at. */
const mostFiles = 10_000;
/** Names of files are no longer on any system. */
const longestName = 4096;
/** Bytes of the directory that are read. */
const mostDirectory = 1 << 25;
/** Bytes that are read at once. */
const pieceSize = 1 << 18;
/** Small, since one part can grow a thousandfold before it can be stopped. */
const partSize = 1 << 14;

const enum Signature {
	Local = 0x04034b50,
	Entry = 0x02014b50,
	End = 0x06054b50,
	End64 = 0x06064b50,
	Locator64 = 0x07064b50
}

/** All files of an archive, folders aside; `isWhole` where its directory is there. */
export async function entriesOf(file: FileBytes): Promise<{ entries: ZipEntry[]; isWhole: boolean }> {
	const listed = await byDirectory(file);
	return listed ? { entries: listed, isWhole: true } : { entries: await byHeaders(file), isWhole: false };
}

/**
 * A file of an archive, unpacked. What comes before a fault is given, and the fault is a problem.
 * @param problems not given where all of the file is needed or none, as its beginning alone
 * @throws Refusal where nothing of it can be unpacked
 */
export async function* unpacked(file: FileBytes, entry: ZipEntry, problems?: Problems): Bytes {
	const { start, packed, method, isLocked } = entry;
	const head = viewOf(await file.slice(start, start + 30));
	const isKnown = head.byteLength === 30 && head.getUint32(0, true) === Signature.Local;
	if (!isKnown || isLocked || (method !== 0 && method !== 8)) throw new Refusal('damaged-archive');
	const from = start + 30 + head.getUint16(26, true) + head.getUint16(28, true);
	const to = Math.min(from + packed, file.size);
	let hasAny = false;
	let out: Uint8Array<ArrayBuffer>[] = [];
	const inflate = new Inflate((data) => {
		if (data.length > 0) out.push(data as Uint8Array<ArrayBuffer>);
	});
	const isRead = (part: Uint8Array, isLast: boolean) => {
		try {
			inflate.push(part, isLast);
			return true;
		} catch {
			return false;
		}
	};
	let isBroken = from + packed > file.size;
	for (let at = from; at < to; at += pieceSize) {
		const piece = await file.slice(at, Math.min(at + pieceSize, to));
		if (method === 0) {
			hasAny = true;
			yield piece;
			continue;
		}
		for (let begin = 0; begin < piece.length; begin += partSize) {
			const isGood = isRead(piece.subarray(begin, begin + partSize), false);
			const ready = out;
			out = [];
			hasAny ||= ready.length > 0;
			yield* ready;
			if (isGood) continue;
			if (!hasAny) throw new Refusal('damaged-archive');
			problems?.add('truncated');
			return;
		}
	}
	// Only now is it known whether all of it was there.
	if (method === 8 && !isRead(new Uint8Array(0), true)) isBroken = true;
	if (!isBroken) return;
	if (!hasAny) throw new Refusal('damaged-archive');
	problems?.add('truncated');
}

/** Null where there is no directory. */
async function byDirectory(file: FileBytes): Promise<ZipEntry[] | null> {
	const { size } = file;
	// A comment of up to 64 KB may stand behind it.
	const tailAt = Math.max(0, size - 22 - 0xffff - 20);
	const tail = viewOf(await file.slice(tailAt));
	let end = tail.byteLength - 22;
	while (end >= 0 && tail.getUint32(end, true) !== Signature.End) end--;
	if (end < 0) return null;
	let length = tail.getUint32(end + 12, true);
	let at = tail.getUint32(end + 16, true);
	let endAt = tailAt + end;
	if (end >= 20 && tail.getUint32(end - 20, true) === Signature.Locator64) {
		const end64At = Number(tail.getBigUint64(end - 20 + 8, true));
		const end64 = viewOf(await file.slice(end64At, end64At + 56));
		if (end64.byteLength === 56 && end64.getUint32(0, true) === Signature.End64) {
			length = Number(end64.getBigUint64(40, true));
			at = Number(end64.getBigUint64(48, true));
			endAt = end64At;
		}
	}
	// Something may stand before the archive, such as a program that unpacks it.
	const before = Math.max(0, endAt - length - at);
	const bytes = await file.slice(at + before, at + before + Math.min(length, mostDirectory));
	const view = viewOf(bytes);
	const entries: ZipEntry[] = [];
	for (let place = 0; place + 46 <= bytes.length && entries.length < mostFiles;) {
		if (view.getUint32(place, true) !== Signature.Entry) break;
		const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(place + offset, true));
		const nameAt = place + 46;
		const flags = view.getUint16(place + 8, true);
		const more = sizes64(view, nameAt + name!, extra!, [
			view.getUint32(place + 24, true),
			view.getUint32(place + 20, true),
			view.getUint32(place + 42, true)
		]);
		add(entries, bytes.subarray(nameAt, nameAt + name!), {
			start: more[2]! + before,
			packed: more[1]!,
			method: view.getUint16(place + 10, true),
			isLocked: (flags & 1) !== 0
		});
		place = nameAt + name! + extra! + comment!;
	}
	return entries.length > 0 || length === 0 ? entries : null;
}

/** Sizes of 64 bits stand elsewhere, in this order, those alone that don't fit into 32. */
function sizes64(view: DataView, at: number, length: number, small: number[]): number[] {
	const end = Math.min(at + length, view.byteLength);
	for (let place = at; place + 4 <= end; place += 4 + view.getUint16(place + 2, true)) {
		if (view.getUint16(place, true) !== 1) continue;
		let next = place + 4;
		return small.map((value) => {
			if (value !== 0xffffffff || next + 8 > end) return value;
			next += 8;
			return Number(view.getBigUint64(next - 8, true));
		});
	}
	return small;
}

async function byHeaders(file: FileBytes): Promise<ZipEntry[]> {
	const entries: ZipEntry[] = [];
	for (let at = 0; at + 30 <= file.size && entries.length < mostFiles;) {
		const head = viewOf(await file.slice(at, at + 30));
		if (head.getUint32(0, true) !== Signature.Local) break;
		const flags = head.getUint16(6, true);
		const [name, extra] = [head.getUint16(26, true), head.getUint16(28, true)];
		const from = at + 30 + name + extra;
		let packed = head.getUint32(18, true);
		// Its size stands behind it, or elsewhere.
		if (((flags & 8) !== 0 && packed === 0) || packed === 0xffffffff)
			packed = (await nextHeader(file, from)) - from;
		add(entries, await file.slice(at + 30, at + 30 + name), {
			start: at,
			packed,
			method: head.getUint16(8, true),
			isLocked: (flags & 1) !== 0
		});
		at = from + packed;
	}
	return entries;
}

/** Where the next file begins from a place on; the end of the archive where there is none. */
async function nextHeader(file: FileBytes, from: number): Promise<number> {
	for (let at = from; at < file.size; at += pieceSize) {
		const piece = await file.slice(at, at + pieceSize + 3);
		for (let found = piece.indexOf(0x50); found >= 0; found = piece.indexOf(0x50, found + 1))
			if (piece[found + 1] === 0x4b && piece[found + 2] === 3 && piece[found + 3] === 4) return at + found;
	}
	return file.size;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin = new TextDecoder('windows-1252');

function add(entries: ZipEntry[], written: Uint8Array, rest: Omit<ZipEntry, 'name'>): void {
	if (written.length > longestName) return;
	let name: string;
	try {
		name = utf8.decode(written);
	} catch {
		name = latin.decode(written);
	}
	name = name.replaceAll('\\', '/');
	if (name !== '' && !name.endsWith('/')) entries.push({ name, ...rest });
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
