/** Workbooks for the tests, as SheetJS writes them. */
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';

export type Cells = (string | number | boolean | null | CellObject)[][];
export const types = ['xlsx', 'xlsb', 'biff8', 'ods'] as const;
type Type = (typeof types)[number];

/** A workbook as SheetJS writes it. @param change what is set of a sheet besides its cells */
export function book(
	sheets: Record<string, Cells>,
	type: Type = 'xlsx',
	change: (sheet: WorkSheet, name: string) => void = () => {}
): Uint8Array {
	const made = utils.book_new();
	for (const [name, cells] of Object.entries(sheets)) {
		const sheet = utils.aoa_to_sheet(cells);
		change(sheet, name);
		utils.book_append_sheet(made, sheet, name);
	}
	return new Uint8Array(write(made, { type: 'array', bookType: type, compression: true }) as ArrayBuffer);
}

export const places: Cells = [
	['name', 'lat', 'lon', 'date'],
	['Aleppo', 36.2, 37.1, '2015-09-24'],
	['حماة', 35.1, 36.7, '2016']
];
