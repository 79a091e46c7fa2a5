/** How the rows of a file are written: as it was found, and as the reader says. */
import type { Encoding } from '../../base/encoding';
import type { Format } from './sniff';

/** What the reader has set of how a table is written. Everything left out is guessed. */
export interface TopChoices {
	/** Whether the first row names the columns. */
	header?: boolean;
	/** The line at which the table begins, 1-based: titles may stand above it. */
	firstLine?: number;
}

export interface FormChoices extends TopChoices {
	/** One or more characters between cells. */
	delimiter?: string;
	/** A label of the Encoding Standard, such as windows-1256. */
	encoding?: Encoding;
	/** The name of a part, where the file has several. */
	part?: string;
}

/** One of several tables in a file: a sheet of a workbook, a layer, a file of an archive. */
export interface Part {
	/** No other part of the file is called the same. */
	name: string;
	kind: 'sheet' | 'layer' | 'file';
	/** How many rows it has; null where that is only known once it is read. */
	rows: number | null;
}

export interface Form {
	format: Format;
	/** Null where the format itself says it. */
	encoding: Encoding | null;
	/** Bytes of the file that show whether the encoding is right: some that are not ASCII, where there are any. */
	sample: number[];
	/** Null where cells are not parted by one. */
	delimiter: string | null;
	/** Null where the format itself names the columns. */
	header: boolean | null;
	/** The line at which its table begins, or the row of a sheet. */
	firstLine: number | null;
}
