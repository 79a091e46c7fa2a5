/** Texts of a reader's file with the links in them, as they are shown. */
import { addressIn } from '../base/webAddress';

/** A piece of a text; `href` is an http or https address where the piece is a link. */
export interface TextPiece {
	text: string;
	href: string | null;
}

/** Whether a text is HTML: whether it has a tag that descriptions have. */
export function isHtml(text: string): boolean {
	return /<\/?(?:a|b|i|u|p|br|hr|em|div|img|span|font|strong|center|table|tr|td|th|ul|ol|li|h[1-6]|html|body)(?:\s[^<>]{0,1000})?\/?>/i.test(
		text
	);
}

/** The pieces of a plain text: the addresses in it are links. */
export function plainPieces(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let end = 0;
	for (const match of text.matchAll(/https?:\/\/[^\s<>"“”«»]+/gi)) {
		const address = withoutEnd(match[0]);
		const href = addressIn(address);
		if (!href) continue;
		if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: null });
		pieces.push({ text: address, href });
		end = match.index + address.length;
	}
	if (end < text.length) pieces.push({ text: text.slice(end), href: null });
	return pieces;
}

/** An address without the marks that end the sentence that it stands in, and without a bracket that it does not open. */
function withoutEnd(address: string): string {
	let end = address.length;
	let unopened = address.split(')').length - address.split('(').length;
	for (; end > 0; end--) {
		const last = address[end - 1]!;
		if (last === ')' && unopened > 0) unopened--;
		else if (!".,;:!?'’،؛؟]}*".includes(last)) break;
	}
	return address.slice(0, end);
}
