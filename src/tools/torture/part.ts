/** What a part of `npm run torture` is: a file in `parts/`, whose name is that of the part. */

/** One thing that was tried. */
export interface Row {
	/** What was given, in a few words. */
	input: string;
	/** What is promised of it. */
	promise: string;
	held: boolean;
	/** What was seen. The same in every run, as far as it held. */
	detail: string;
}

export interface Circumstances {
	/** An empty folder, which is removed afterwards. */
	folder: string;
	/** Numbers from 0 to 1, the same for the same seed. */
	random: () => number;
	seed: number;
}

/** The default export of a part. */
export interface Part {
	/** Its heading in docs/reliability.md. */
	title: string;
	/** After so many it is ended, and has failed. */
	minutes: number;
	/** Whether it runs only where it is asked for by its name, since it takes long. */
	isByName?: true;
	/** Tries one thing after another. What it throws is a row that did not hold. */
	rows(circumstances: Circumstances): AsyncGenerator<Row>;
}
