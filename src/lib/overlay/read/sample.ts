/** The beginning of a column, from which it is guessed what the column means. */
import type { RawColumn } from './column';

/** The first texts of a column, '' aside. */
export function* sample(column: RawColumn, most = 50): Generator<string> {
	let found = 0;
	for (let row = 0; row < column.rows && row < 5000 && found < most; row++) {
		const text = column.text(row);
		if (text === '') continue;
		found++;
		yield text;
	}
}

/** Whether at least half of the first texts pass; a column without texts does not. */
export function mostly(column: RawColumn, passes: (text: string) => boolean): boolean {
	let [yes, all] = [0, 0];
	for (const text of sample(column)) {
		all++;
		if (passes(text)) yes++;
	}
	return all > 0 && yes * 2 >= all;
}
