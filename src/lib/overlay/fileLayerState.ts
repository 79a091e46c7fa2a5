import type { Days } from '../base/days';

/** How a file is shown, as the browser's store keeps it: its form must stay. */
export interface FileLayerState {
	name: string;
	/** Number of the column that rows are told apart by; null for none, undefined for the one that the file suggests. */
	colourBy: number | null | undefined;
	/** Codes of that column that are turned off. */
	off: number[];
	window: Days | null;
	visible: boolean;
	/** Whose data it is, where the reader has written it. */
	citation?: string;
}
