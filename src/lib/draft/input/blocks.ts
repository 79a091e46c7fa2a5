/**
 * The text of a page, made of its blocks in their order:
 * - a run of spaces, tabs and line ends is one space, as a browser shows it, but in `pre`; no-break spaces stay;
 * - blocks and what `br` parts are lines, with one line end between them and none at either end; no line is empty;
 * - between the cells of a row is a tab;
 * - what a browser never shows as text (scripts, styles, frames, pictures, fields of forms) is not there.
 * The same page gives the same text, whoever reads it.
 */

/** The words of one text node, as UTF-16 offsets into the text. Between two pieces is a separator, or nothing. */
export interface Piece {
	start: number;
	end: number;
	node: Text;
}

const unseen = new Set(
	(
		'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE IFRAME FRAME FRAMESET NOFRAMES OBJECT EMBED APPLET SVG MATH CANVAS ' +
		'AUDIO VIDEO SELECT DATALIST TEXTAREA INPUT METER PROGRESS'
	).split(' ')
);
const ownLine = new Set(
	(
		'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
		'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE ' +
		'TBODY TFOOT THEAD TR UL'
	).split(' ')
);
/** What may stand between two pieces, from the weakest. */
export const separators = ['', ' ', '\t', '\n'];

/** The text of an element, and where in it the words of each text node stand. */
export function textOfBlocks(root: Element): { text: string; pieces: Piece[] } {
	const parts: string[] = [];
	const pieces: Piece[] = [];
	let [length, separator, preformatted] = [0, 0, 0];
	const part = (strength: number) => (separator = Math.max(separator, strength));

	const add = (node: Text) => {
		const raw = node.data;
		const words =
			preformatted > 0 ? trimmedLines(raw) : raw.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
		if (/^[ \t\n\r\f]/.test(raw)) part(preformatted > 0 && raw.startsWith('\n') ? 3 : 1);
		if (words === '') return;
		const before = pieces.length > 0 ? separators[separator]! : '';
		const start = length + before.length;
		parts.push(before, words);
		length = start + words.length;
		pieces.push({ start, end: length, node });
		separator = 0;
		if (/[ \t\n\r\f]$/.test(raw)) part(preformatted > 0 && raw.endsWith('\n') ? 3 : 1);
	};
	/** Both before and behind an element. */
	const border = ({ nodeName }: Node) => {
		const name = nodeName.toUpperCase();
		if (ownLine.has(name)) part(3);
		else if (name === 'TD' || name === 'TH') part(2);
	};

	// Without recursion: a page may be nested deeper than calls can be.
	for (let [node, isEntered] = [root as Node, true]; ;) {
		const name = node.nodeName.toUpperCase();
		if (isEntered) {
			if (node.nodeType === 3) add(node as Text);
			else if (node.nodeType === 1 && !unseen.has(name)) {
				border(node);
				if (name === 'PRE') preformatted++;
				if (node.firstChild) {
					node = node.firstChild;
					continue;
				}
			}
		}
		if (node.nodeType === 1 && !unseen.has(name)) {
			border(node);
			if (name === 'PRE') preformatted--;
		}
		if (node === root) return { text: parts.join(''), pieces };
		isEntered = node.nextSibling !== null;
		node = node.nextSibling ?? node.parentNode!;
	}
}

/** Preformatted text without the line ends and spaces around it. */
function trimmedLines(text: string): string {
	return text.trim() === '' ? '' : text.replace(/^(?:[ \t\r\f]*\n)+/, '').trimEnd();
}
