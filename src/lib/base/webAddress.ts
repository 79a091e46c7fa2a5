/** The address that a cell is, or null: the whole of it, and http or https alone. */
export function addressIn(text: string): string | null {
	const plain = text.trim();
	if (!/^https?:\/\/\S+$/i.test(plain) || !URL.canParse(plain)) return null;
	return plain;
}
