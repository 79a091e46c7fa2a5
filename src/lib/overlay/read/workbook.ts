/**
 * Workbooks of Excel (.xlsx, .xlsm, .xlsb, .xls), OpenDocument (.ods) and Numbers, read by SheetJS as a whole: their
 * sheets are tables to choose from.
 */
import { read, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { joined } from '../../base/joined';
import { addressIn } from '../../base/webAddress';
import { limited } from './bytes';
import { sheetText } from './cellText';
import type { FileBytes } from './fileBytes';
import { HeadedRows, countTop, firstRows } from './headed';
import type { Given, Layer } from './layer';
import { endingTexts, mostLinked, withoutFormulas } from './oldWorkbook';
import { Problems, Refusal } from './problem';
import { entriesOf, unpacked } from './zip';

/** By row and column, of which any may be missing. */
type Cells = ((CellObject | undefined)[] | undefined)[];

/** Bytes of a workbook, unpacked: its sheets are texts in memory, and their cells objects. */
const mostBytes = 400_000_000;
/** Parts of a workbook that have no cells: pictures, charts, macros, what was last printed. */
const withoutCells =
	/^(?:xl\/(?:media|charts|chartsheets|drawings|embeddings|pivotCache|printerSettings|theme|vbaProject|activeX|ctrlProps)|Pictures|Thumbnails|Object |docProps|preview|Configurations2|Basic)/i;

/** The sheets of a workbook, those that are not hidden first. */
export async function openWorkbook(file: FileBytes, given: Given): Promise<Layer[]> {
	const book = parsed(await bytesOf(file, given));
	const isHidden = (name: string) =>
		(book.Workbook?.Sheets?.find((sheet) => sheet.name === name)?.Hidden ?? 0) !== 0;
	const has1904 = book.Workbook?.WBProps?.date1904 ?? false;
	const sheets = book.SheetNames.map((name) => ({ name, sheet: sheetOf(book.Sheets[name], has1904) }));
	const layers = sheets.map(({ name, sheet }): Layer => ({
		name,
		kind: 'sheet',
		rows: sheet.count(),
		read: (rows, choices) => {
			given.work.spend(sheet.cells);
			const table = new HeadedRows(rows, given.problems, choices, 1, sheet.links);
			for (const [cells, line] of sheet.rows()) table.row(cells, line);
			return Promise.resolve(table.end());
		}
	}));
	return [...layers.filter(({ name }) => !isHidden(name)), ...layers.filter(({ name }) => isHidden(name))];
}

interface Packed {
	bytes: Uint8Array;
	kind: string;
	/** Whether a formula in it may be a link. */
	hasLinks: boolean;
	/** Whether it is of the kind before 2007: records, no archive. */
	isOld: boolean;
}

/** A workbook's bytes; those of one that is packed unpacked within limits, and without what has no cells. */
async function bytesOf(file: FileBytes, { within, work }: Given): Promise<Packed> {
	const most = Math.min(mostBytes, within.unpacked);
	const head = await file.slice(0, 4);
	if (head[0] !== 0x50 || head[1] !== 0x4b) {
		if (file.size > most) throw new Refusal('too-large', String(most));
		const bytes = await file.slice(0);
		work.spend(bytes.length);
		refuseDocument(bytes);
		return { bytes: withoutFormulas(bytes), kind: 'Excel', hasLinks: false, isOld: true };
	}
	const { entries } = await entriesOf(file);
	const problems = new Problems();
	const parts: Record<string, Uint8Array> = {};
	let length = 0;
	for (const entry of entries) {
		if (withoutCells.test(entry.name)) continue;
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		for await (const piece of limited(unpacked(file, entry, problems), most - length, work)) {
			pieces.push(piece);
			length += piece.length;
		}
		const part = new Uint8Array(await new Blob(pieces).arrayBuffer());
		parts[entry.name] = /worksheets\/[^/]+\.xml$/i.test(entry.name) ? withShortLinks(part) : part;
	}
	const kind = 'content.xml' in parts ? 'OpenDocument' : 'Excel';
	if (problems.list().length > 0) throw new Refusal('damaged', kind);
	const hasLinks = Object.entries(parts).some(
		([name, part]) => /(?:worksheets\/|^content\.xml$)/.test(name) && hasFormulaLink(part)
	);
	return { bytes: zipSync(parts, { level: 0 }), kind, hasLinks, isOld: false };
}

/** A sheet whose links are over no more cells than that: those over more are of the cells of their first rows alone. */
function withShortLinks(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	// They stand behind the rows.
	const latin = new TextDecoder('windows-1252');
	const tail = Math.max(0, part.length - (1 << 24));
	const text = latin.decode(part.subarray(tail));
	const at = text.indexOf('<hyperlinks');
	if (at < 0) return part;
	const pattern = /(<(?:\w+:)?hyperlink\b[^>]{0,2000}?\bref=")([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g;
	let isChanged = false;
	const links = new TextDecoder()
		.decode(part.subarray(tail + at))
		.replace(pattern, (all, before: string, ref: string) => {
			const { s, e } = utils.decode_range(ref);
			const columns = e.c - s.c + 1;
			if (columns * (e.r - s.r + 1) <= mostLinked) return all;
			isChanged = true;
			const last = s.r + Math.max(1, Math.floor(mostLinked / columns)) - 1;
			return `${before}${utils.encode_range(s, { c: e.c, r: last })}"`;
		});
	if (!isChanged) return part;
	const before = part.slice(0, tail + at);
	const after = new TextEncoder().encode(links);
	return joined([before, after], before.length + after.length);
}

/** Whether a sheet has a formula that is a link. */
function hasFormulaLink(part: Uint8Array): boolean {
	const text = new TextDecoder('windows-1252');
	for (let at = 0; at < part.length; at += 1 << 20)
		if (/HYPERLINK\s*\(/.test(text.decode(part.subarray(at, at + (1 << 20) + 16)))) return true;
	return false;
}

/** Office's older files are all of one kind: names in them say what they are. @throws Refusal where it is no workbook */
function refuseDocument(bytes: Uint8Array): void {
	const utf16 = (name: string) => name.replace(/./g, '$&\0');
	const text = new TextDecoder('windows-1252');
	const has = (name: string) => {
		for (let at = 0; at < bytes.length; at += 1 << 20)
			if (text.decode(bytes.subarray(at, at + (1 << 20) + 64)).includes(utf16(name))) return true;
		return false;
	};
	if (has('EncryptedPackage')) throw new Refusal('locked');
	if (has('Workbook') || has('Book')) return;
	if (has('WordDocument') || has('PowerPoint Document')) throw new Refusal('other-type', 'document');
}

function parsed({ bytes, kind, hasLinks, isOld }: Packed): WorkBook {
	let book: WorkBook;
	// What SheetJS notices in a damaged workbook it writes there.
	const write = console.error;
	console.error = () => {};
	try {
		// Texts as shown, numbers with their formats; formulas only where links are among them.
		const whole = () =>
			read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false, cellFormula: hasLinks });
		book = isOld ? endingTexts(whole) : whole();
	} catch (error) {
		if (error instanceof Error && /password/i.test(error.message)) throw new Refusal('locked');
		throw new Refusal('damaged', kind);
	} finally {
		console.error = write;
	}
	if (book.SheetNames.length === 0) throw new Refusal('no-rows');
	return book;
}

/** The cells of a sheet as text: columns and rows in which nothing stands are left out. */
function sheetOf(sheet: WorkSheet | undefined, has1904: boolean) {
	// The types do not know it: it is there with `dense`.
	const data = (sheet as { '!data'?: Cells } | undefined)?.['!data'] ?? [];
	fillMerged(data, sheet?.['!merges'] ?? []);
	const used: boolean[] = [];
	let cells = 0;
	for (const row of data)
		row?.forEach((cell, column) => {
			cells++;
			if (!isEmpty(cell)) used[column] = true;
		});
	const linked: boolean[] = [];
	for (const row of data) row?.forEach((cell, column) => (linked[column] ||= linkOf(cell) !== ''));
	const columns = [...used.keys()].filter((column) => used[column]);
	/** Where the links of a column are, which are a column beside it. */
	const links = new Set<number>();
	let width = 0;
	for (const column of columns) {
		width++;
		if (linked[column]) links.add(width++);
	}
	const textsOf = (row: (CellObject | undefined)[]) =>
		columns.flatMap((column) => {
			const text = sheetText(row[column], has1904);
			return linked[column] ? [text, linkOf(row[column])] : [text];
		});
	function* rows(): Generator<[cells: string[], line: number]> {
		for (const [index, row] of data.entries()) {
			if (!row) continue;
			const texts = textsOf(row);
			if (texts.some((text) => text !== '')) yield [texts, index + 1];
		}
	}
	/** How many rows it has, as far as that is known before it is read. */
	function count(): number {
		const first: [string[], number][] = [];
		let all = 0;
		for (const [index, row] of data.entries()) {
			if (!row?.some((cell) => !isEmpty(cell))) continue;
			all++;
			if (first.length < firstRows) first.push([textsOf(row), index + 1]);
		}
		return Math.max(0, all - countTop(first));
	}
	return { rows, count, cells, links };
}

/** The address behind a cell; '' where there is none, and where its text is that address. */
function linkOf(cell: CellObject | undefined): string {
	const target = cell?.l?.Target ?? linkInFormula(cell?.f);
	const address = target === undefined || isEmpty(cell) ? null : addressIn(target);
	if (!cell || address === null) return '';
	const bare = (text: string) => text.trim().replace(/\/$/, '');
	return bare(cell.w ?? String(cell.v)) === bare(address) ? '' : address;
}

/** The address in HYPERLINK("https://…", "text"), as workbooks of Google have it. */
const linkInFormula = (formula: string | undefined) =>
	formula === undefined ? undefined : /^\s*HYPERLINK\(\s*"([^"]{1,2000})"/i.exec(formula)?.[1];

const isEmpty = (cell: CellObject | undefined) => !cell || cell.t === 'z' || cell.v === '';

/** A cell that was merged with those below it says the same of their rows. */
function fillMerged(data: Cells, merges: NonNullable<WorkSheet['!merges']>): void {
	for (const { s, e } of merges) {
		const cell = data[s.r]?.[s.c];
		if (!cell) continue;
		for (let row = s.r + 1; row <= e.r && row < data.length; row++) {
			const cells = data[row];
			if (cells && isEmpty(cells[s.c])) cells[s.c] = cell;
		}
	}
}
