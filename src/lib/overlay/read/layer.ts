/** What a reader of a format that is no text is given, and what it gives. */
import type { OwnPlaces } from './article';
import type { FileBytes } from './fileBytes';
import type { Form, FormChoices, Part } from './form';
import type { Limits } from './limits';
import type { Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

/** What a reader is bound by. */
export interface Given {
	choices: FormChoices;
	problems: Problems;
	/** To be spent as cells, points and bytes are looked at. */
	work: Work;
	within: Limits;
	/** The records of the data set's places, for articles of ours. */
	ownPlaces?: OwnPlaces;
}

/** A table in a file. */
export interface Layer extends Part {
	/**
	 * Puts all of its rows where they belong; gives what the reader may correct of its form, if anything.
	 * @param choices what the reader says of this table
	 * @throws Refusal where it can't be read
	 */
	read(rows: Rows, choices: FormChoices): Promise<Partial<Omit<Form, 'format'>>>;
}

/**
 * The tables of a file, those first that are more likely to be meant.
 * @throws Refusal where it is damaged, or holds none
 */
export type OpenBinary = (file: FileBytes, given: Given) => Promise<Layer[]>;
