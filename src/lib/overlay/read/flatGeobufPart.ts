/**
 * The rows of a FlatGeobuf file that lie in a box, without the rest of it: its index says which bytes they are. They are
 * put together as a file of their own, which is read as any other.
 */
import type { Box } from './box';
import {
	entrySize,
	headerAt,
	headerLength,
	headerOf,
	indexSize,
	levelSizes,
	type Header
} from './flatTables';

/** Bytes of a file from one place to before another; fewer at its end. @throws where they can't be had */
export type TakeBytes = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

export interface FlatGeobufPart {
	/** Rows in the box, and in all. */
	rows: number;
	allRows: number;
	/** Bytes of these, and of the whole file, about. */
	size: number;
	wholeSize: number;
	/** The file of these rows alone. @param onprogress bytes so far, of all of theirs */
	take(onprogress: (done: number) => void): Promise<Blob>;
}

const firstBytes = 1 << 14;
/** Bytes between two parts for which they are still asked for together. */
const gap = 1 << 17;
/** Bytes that are asked for at once. */
const mostAtOnce = 1 << 24;
/** Less than that is not worth asking for in parts. */
const leastSize = 1 << 22;
/** With more rows near the box the index is not looked through. */
const mostNear = 2_000_000;

/** Bytes of a file. `at` of a row is counted from the first row. */
interface Span {
	at: number;
	end: number;
}

/**
 * Looks into a file by its index.
 * @returns null where it can only be read whole: it is small, has no index, or its positions are no degrees
 */
export async function partInBox(take: TakeBytes, box: Box): Promise<FlatGeobufPart | null> {
	let start = await take(0, firstBytes);
	const length = headerLength(start);
	if (length === null) return null;
	const treeAt = headerAt + length;
	if (start.length < treeAt) start = await take(0, treeAt);
	if (start.length < treeAt) return null;
	const bytes = start.slice(0, treeAt);
	const header = headerOf(bytes.subarray(headerAt));
	const { count, nodeSize } = header;
	if (count === 0 || nodeSize < 2 || !inDegrees(header)) return null;
	const rowsAt = treeAt + indexSize(count, nodeSize);
	const levels = levelBounds(count, nodeSize);
	const leaves = levels[0]!;
	const entries = async (from: number, to: number) => {
		const part = await take(treeAt + from * entrySize, treeAt + to * entrySize);
		if (part.length < (to - from) * entrySize) throw new RangeError('the index is cut off');
		return new DataView(part.buffer, part.byteOffset, part.byteLength);
	};
	const last = await entries(leaves[1] - 1, leaves[1]);
	const lastAt = Number(last.getBigUint64(32, true));
	if (lastAt < leastSize) return null;
	const spans = await search();
	if (!spans) return null;
	const size = spans.reduce((sum, { at, end }) => sum + (end - at), 0);
	return {
		rows: spans.length,
		allRows: count,
		size,
		wholeSize: rowsAt + lastAt,
		take: (onprogress) => together(spans, onprogress)
	};

	/** The rows whose boxes meet the box, in the order of the file; null where they may be too many. */
	async function search(): Promise<Span[] | null> {
		let nodes = [0];
		for (let level = levels.length - 1; level > 0; level--) {
			const [, end] = levels[level]!;
			const below = levels[level - 1]!;
			const next: number[] = [];
			for (const [from, to] of groups(nodes, nodeSize, end)) {
				const view = await entries(from, to);
				for (let at = 0; at < view.byteLength; at += entrySize) {
					const child = Number(view.getBigUint64(at + 32, true));
					if (child < below[0] || child >= below[1]) continue;
					if (meets(view, at, box)) next.push(child);
				}
			}
			nodes = next.sort((a, b) => a - b);
			if (nodes.length * nodeSize > mostNear) return null;
		}
		const spans: Span[] = [];
		for (const [from, to] of groups(nodes, nodeSize, leaves[1])) {
			// One more, where there is one: a row ends where the next begins.
			const view = await entries(from, Math.min(to + 1, leaves[1]));
			for (let index = 0; index < to - from; index++) {
				const at = index * entrySize;
				if (!meets(view, at, box)) continue;
				const begins = Number(view.getBigUint64(at + 32, true));
				const isLast = at + entrySize >= view.byteLength;
				const ends = isLast
					? begins + (await lengthAt(begins))
					: Number(view.getBigUint64(at + entrySize + 32, true));
				if (ends > begins) spans.push({ at: begins, end: ends });
			}
		}
		return spans;
	}

	async function lengthAt(row: number): Promise<number> {
		const prefix = await take(rowsAt + row, rowsAt + row + 4);
		return prefix.length < 4 ? 0 : 4 + new DataView(prefix.buffer, prefix.byteOffset).getUint32(0, true);
	}

	/** The file of some rows: the header with their number, an index that says nothing, and the rows. */
	async function together(spans: readonly Span[], onprogress: (done: number) => void): Promise<Blob> {
		const own = bytes.slice();
		new DataView(own.buffer).setBigUint64(headerAt + header.countAt, BigInt(spans.length), true);
		const pieces: BlobPart[] = [own, new Uint8Array(indexSize(spans.length, nodeSize))];
		let done = 0;
		for (let first = 0; first < spans.length;) {
			let next = first + 1;
			const { at: from } = spans[first]!;
			const isNear = ({ at, end }: Span) => at - spans[next - 1]!.end <= gap && end - from <= mostAtOnce;
			while (next < spans.length && isNear(spans[next]!)) next++;
			const part = await take(rowsAt + from, rowsAt + spans[next - 1]!.end);
			if (part.length < spans[next - 1]!.end - from) throw new RangeError('a row is cut off');
			for (const { at, end } of runs(spans.slice(first, next))) {
				pieces.push(part.slice(at - from, end - from));
				done += end - at;
			}
			onprogress(done);
			first = next;
		}
		return new Blob(pieces);
	}
}

/** Spans of which those that follow each other are one. */
function runs(spans: readonly Span[]): Span[] {
	const found: Span[] = [];
	for (const { at, end } of spans) {
		const before = found.at(-1);
		if (before?.end === at) before.end = end;
		else found.push({ at, end });
	}
	return found;
}

/** Whether positions are degrees, by the number of their system or by where they all lie. */
function inDegrees({ code, envelope }: Header): boolean {
	if (code !== 0) return code === 4326 || code === 4979;
	return envelope.every((value, index) => Math.abs(value) <= (index % 2 === 0 ? 180 : 90));
}

/** Where the entries of each level of an index are, the rows first: the root is the first entry of all. */
function levelBounds(count: number, nodeSize: number): [from: number, to: number][] {
	const sizes = levelSizes(count, nodeSize);
	let end = sizes.reduce((sum, size) => sum + size, 0);
	return sizes.map((size): [number, number] => [end - size, (end -= size) + size]);
}

/** Whether the box of an entry meets a box. */
function meets(view: DataView, at: number, [west, south, east, north]: Box): boolean {
	const [minX, minY, maxX, maxY] = [0, 8, 16, 24].map((offset) => view.getFloat64(at + offset, true)) as [
		number,
		number,
		number,
		number
	];
	if (minY > north || maxY < south) return false;
	return west <= east ? minX <= east && maxX >= west : maxX >= west || minX <= east;
}

/** Nodes of the index with their neighbours, as spans of entries that are near enough to be asked for together. */
function groups(nodes: readonly number[], nodeSize: number, end: number): [from: number, to: number][] {
	const found: [number, number][] = [];
	for (const from of nodes) {
		const to = Math.min(from + nodeSize, end);
		const before = found.at(-1);
		if (before && (from - before[1]) * entrySize <= gap) before[1] = Math.max(before[1], to);
		else found.push([from, to]);
	}
	return found;
}
