/** Pieces of bytes as one; one piece alone is given back as it is. @param length of all of them */
export function joined(pieces: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
	if (pieces.length === 1) return pieces[0]!;
	const all = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}
