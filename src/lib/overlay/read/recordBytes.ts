/** Records of a file, one after another, read in larger pieces. */
import type { FileBytes } from './fileBytes';
import { Refusal } from './problem';

const pieceSize = 1 << 18;
/** A longer record is none: a file says so that is damaged, or made to fill the memory. */
const longestRecord = 1 << 28;

export class RecordBytes {
	/** Whether the file ends in the middle of a record. */
	isCut = false;
	private piece = new Uint8Array(0);
	private used = 0;

	constructor(
		private readonly file: FileBytes,
		private at: number
	) {}

	/** The next bytes; null where there are not as many. */
	async take(length: number): Promise<DataView | null> {
		if (length > longestRecord) throw new Refusal('too-large', String(longestRecord));
		let left = this.piece.length - this.used;
		if (left < length) {
			const rest = this.piece.subarray(this.used);
			const more = await this.file.slice(this.at, this.at + Math.max(pieceSize, length - left));
			this.at += more.length;
			this.piece = new Uint8Array(left + more.length);
			this.piece.set(rest);
			this.piece.set(more, left);
			this.used = 0;
			left = this.piece.length;
		}
		if (left < length) {
			if (left > 0) this.isCut = true;
			return null;
		}
		const view = new DataView(this.piece.buffer, this.used, length);
		this.used += length;
		return view;
	}
}
