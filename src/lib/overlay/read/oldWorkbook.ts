/**
 * Old workbooks (.xls, MS-XLS: records in a compound file) before SheetJS sees them. Their formulas, names and long links are
 * of no use here, and one byte that is wrong in them has it go round for ever, until all of the memory is gone.
 */
import { CFB } from '@e965/xlsx';
import { Refusal } from './problem';

/** The types of records with formulas that are not the value of a cell, as of arrays, shared formulas and names. */
const withFormulas = new Set([
	0x21, 0x221, 0x4bc, 0x36, 0x236, 0x18, 0x218, 0x1b1, 0x87a, 0x1be, 0x23, 0x223
]);
/** A record that every reader passes over. */
const nothing = 0x7fff;
/** Where the length of its formula stands in the record of a cell, by the record's type. */
const lengthAt: Record<number, number> = { 0x6: 20, 0x206: 16, 0x406: 16 };
/** The record of a link and that of its tooltip begin with the cells that have it. */
const links = new Set([0x1b8, 0x800]);
/** A link is put into each of its cells, of which a sheet has 17 billion: so many it may have. */
export const mostLinked = 100_000;

interface CompoundFiles {
	read(bytes: Uint8Array, options: { type: 'array' }): unknown;
	find(file: unknown, name: string): { content?: Uint8Array | number[] } | null;
	write(file: unknown, options: { type: 'array' }): ArrayBuffer;
	utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
}
const compound = CFB as CompoundFiles;

/** The same workbook without them, and alone in its file. @throws Refusal where there is none */
export function withoutFormulas(bytes: Uint8Array): Uint8Array {
	for (const name of ['Workbook', 'Book']) {
		let content;
		try {
			content = compound.find(compound.read(bytes, { type: 'array' }), name)?.content;
		} catch {
			throw new Refusal('damaged', 'Excel');
		}
		if (!content || content.length === 0) continue;
		const records = Uint8Array.from(content);
		cleared(records);
		const file = compound.utils.cfb_new();
		compound.utils.cfb_add(file, `/${name}`, records);
		return new Uint8Array(compound.write(file, { type: 'array' }));
	}
	throw new Refusal('damaged', 'Excel');
}

/** So many characters may be asked for behind the end of a record: a text has at most 65,535. */
const mostMissing = 1 << 17;

/**
 * Has SheetJS read an old workbook, and stop where it would take characters from behind the end of a record for ever: a text
 * whose length is not there has no end for it. Nothing else runs meanwhile.
 * @throws Error there
 */
export function endingTexts<Result>(read: () => Result): Result {
	const before = String.fromCharCode;
	let missing = 0;
	String.fromCharCode = (code: number, ...more: number[]) => {
		// It is `undefined` or `NaN` where there is no byte.
		if (!(code >= 0) && ++missing > mostMissing) throw new Error('A text has no end.');
		return before(code, ...more);
	};
	try {
		return read();
	} finally {
		String.fromCharCode = before;
	}
}

function cleared(records: Uint8Array): void {
	const view = new DataView(records.buffer);
	for (let at = 0; at + 4 <= records.length;) {
		const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
		const body = at + 4;
		if (body + length > records.length) return;
		const cells = lengthAt[type];
		// One too short for what it is was none.
		const isShort = cells !== undefined && length < cells + 2;
		if (withFormulas.has(type) || isShort) view.setUint16(at, nothing, true);
		else if (cells !== undefined) view.setUint16(body + cells, 0, true);
		else if (links.has(type) && length >= 8) {
			const word = (index: number) => view.getUint16(body + index * 2, true);
			// A tooltip has a word of its own before the cells.
			const first = type === 0x800 ? 1 : 0;
			const [rows, columns] = [word(first + 1) - word(first) + 1, word(first + 3) - word(first + 2) + 1];
			if (rows * columns > mostLinked) view.setUint16(at, nothing, true);
		}
		at = body + length;
	}
}
