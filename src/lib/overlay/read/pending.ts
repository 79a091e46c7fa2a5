/**
 * Text that comes in pieces and is read from where something begins that has not ended yet. It is handed over only when
 * as much has come as is left over, so that each character is looked at about twice, however long that something is.
 */
export class Pending {
	private rest = '';
	private pieces: string[] = [];
	private length = 0;

	/** All text so far that was not kept back; null while more should come first. */
	add(piece: string): string | null {
		this.pieces.push(piece);
		this.length += piece.length;
		return this.length < this.rest.length ? null : this.take();
	}

	/** All text so far, however little has come. */
	take(): string {
		const text = this.rest + this.pieces.join('');
		this.pieces = [];
		this.rest = '';
		this.length = 0;
		return text;
	}

	/** Keeps back what is left of the text. */
	keep(rest: string): void {
		this.rest = rest;
	}
}
