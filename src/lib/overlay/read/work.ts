/**
 * How much work a file may make. A step is about one character or one cell looked at once; a reader that looks at
 * something again counts it again, so that no file, however it is made, takes more than its size allows.
 */
import { Refusal } from './problem';

/** Steps that any file may take, and steps for each byte: files as programs write them take some ten, packed ones 100. */
const least = 1 << 27;
const perByte = 256;

export class Work {
	/** Steps so far. */
	spent = 0;

	/** @param most steps that may be taken */
	constructor(readonly most: number) {}

	/** Counts steps. @throws Refusal where there are more than may be taken */
	spend(steps: number): void {
		this.spent += steps;
		if (this.spent > this.most) throw new Refusal('too-much-work');
	}
}

/**
 * The work that a file may make.
 * @param bytes its size as it lies on the disk
 * @param effort how many times the usual work the reader has allowed
 */
export function workFor(bytes: number, effort = 1): Work {
	return new Work((least + perByte * bytes) * effort);
}
