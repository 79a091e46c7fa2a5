/** A text as a few letters and digits: FNV-1a of its UTF-16 units, 32 bits in base 36. Two texts of one page hardly share one. */
export function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return (hash >>> 0).toString(36);
}
