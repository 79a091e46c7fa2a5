/** The address in a cell; null where the cell is not one http or https address and nothing else. */
export function addressIn(text: string): string | null {
	const plain = text.trim();
	if (!/^https?:\/\/\S+$/i.test(plain) || !URL.canParse(plain)) return null;
	return plain;
}
