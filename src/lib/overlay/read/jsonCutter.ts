/** Cuts a stream of JSON into features and documents. */
import { Pending } from './pending';
import { Refusal } from './problem';
import type { Work } from './work';

/** So many objects may be around the list of features. */
const deepestFeatures = 4;

/** The longest feature, and the longest document that is not a list of features, in UTF-16 units. */
export const longestValue = 1 << 26;

const enum Code {
	Quote = 34,
	Comma = 44,
	Backslash = 92,
	OpenList = 91,
	CloseList = 93,
	OpenObject = 123,
	CloseObject = 125
}

/**
 * Cuts JSON text as it comes, without parsing it: hands over each element of a list `features` of a document, or of a
 * document that is a list, and then the document with that list emptied. The features may lie some objects deep in the
 * document, as in {"data": {"features": […]}}. Several documents may follow each other.
 */
export class JsonCutter {
	private readonly pending = new Pending();
	/** From `start` on, once it is scanned. */
	private text = '';
	/** Where in the text scanning goes on. */
	private at = 0;
	private depth = 0;
	/** How many of the brackets that are open are those of lists. */
	private lists = 0;
	private inString = false;
	/** Where the element or the part of the document that is being scanned starts. */
	private start = 0;
	/** The depth of the list that is being cut: 0 where the document itself is the list, -1 where no list is open. */
	private listDepth = -1;
	/** The document so far, without the elements that were cut. */
	private kept: string[] = [];
	private keptLength = 0;
	private isDocumentList = false;

	constructor(
		private readonly onelement: (text: string) => void,
		private readonly ondocument: (text: string, isWhole: boolean) => void,
		private readonly work: Work
	) {}

	push(piece: string): void {
		const text = this.pending.add(piece);
		if (text !== null) this.read(text);
	}

	end(): void {
		this.read(this.pending.take());
		const { depth, listDepth } = this;
		const rest = this.text.trim();
		if (depth > 0) this.ondocument(listDepth >= 0 ? rest : this.kept.join('') + rest, false);
		else if (rest !== '') this.ondocument(rest, true);
	}

	/** Goes on in a text that begins with what was kept back. */
	private read(text: string): void {
		this.text = text;
		this.work.spend(text.length);
		this.scan();
		this.checkLength();
		this.text = this.text.slice(this.start);
		this.at -= this.start;
		this.start = 0;
		this.pending.keep(this.text);
	}

	private checkLength(): void {
		if (this.text.length - this.start <= longestValue) return;
		if (this.listDepth < 0) throw new Refusal('too-large', String(longestValue));
		// An element that is never closed has taken in those after it: go on after it, as if it were closed.
		this.onelement(this.text.slice(this.start));
		this.at = this.start = this.text.length;
		this.depth = this.listDepth + 1;
		this.lists = 1;
		this.inString = false;
	}

	private scan(): void {
		const { text } = this;
		const { length } = text;
		let { at, depth, lists, inString } = this;
		while (at < length) {
			if (inString) {
				const quote = text.indexOf('"', at);
				if (quote < 0) {
					// Backslashes at the end of this piece may escape the start of the next.
					at = lastEscape(text, at);
					break;
				}
				if (isEscaped(text, quote, at)) {
					at = quote + 1;
					continue;
				}
				at = quote + 1;
				inString = false;
				continue;
			}
			const code = text.charCodeAt(at);
			if (code === Code.Quote) inString = true;
			else if (code === Code.OpenObject || code === Code.OpenList) {
				if (depth === 0) {
					this.isDocumentList = code === Code.OpenList;
					if (this.isDocumentList) this.openList(at, 0);
				} else if (
					code === Code.OpenList &&
					lists === 0 &&
					this.listDepth < 0 &&
					this.isFeatures(at, depth)
				) {
					// Within the document that name may mean other things, which are no objects.
					const next = depth === 1 ? '{' : /\S/.exec(text.slice(at + 1, at + 200))?.[0];
					if (next === undefined && length - at < 200) break;
					if (next === '{') this.openList(at, depth);
				}
				if (code === Code.OpenList) lists++;
				depth++;
			} else if (code === Code.CloseObject || code === Code.CloseList) {
				if (depth > 0) depth--;
				if (code === Code.CloseList && lists > 0) lists--;
				if (this.listDepth >= 0 && depth === this.listDepth) {
					this.element(at);
					this.listDepth = -1;
					this.start = at;
					lists = 0;
				}
				if (depth === 0) {
					lists = 0;
					this.document(at + 1);
				}
			} else if (code === Code.Comma && depth === this.listDepth + 1 && this.listDepth >= 0) {
				this.element(at);
				this.start = at + 1;
			}
			at++;
		}
		this.at = at;
		this.depth = depth;
		this.lists = lists;
		this.inString = inString;
	}

	/** Whether the list that opens here is that of the features. */
	private isFeatures(at: number, depth: number): boolean {
		return (
			depth <= deepestFeatures &&
			/"features"\s*:\s*$/.test(this.text.slice(Math.max(this.start, at - 40), at))
		);
	}

	private openList(at: number, depth: number): void {
		this.keep(at + 1);
		this.listDepth = depth;
	}

	private keep(end: number): void {
		const part = this.text.slice(this.start, end);
		this.keptLength += part.length;
		if (this.keptLength > longestValue) throw new Refusal('too-large', String(longestValue));
		this.kept.push(part);
		this.start = end;
	}

	private element(end: number): void {
		const text = this.text.slice(this.start, end);
		if (text.trim() !== '') this.onelement(text);
	}

	private document(end: number): void {
		this.keep(end);
		const text = this.kept.join('');
		this.kept = [];
		this.keptLength = 0;
		// Of a document that is a list every element has been handed over.
		if (!this.isDocumentList) this.ondocument(text, true);
	}
}

/** Whether the quotation mark at a place has an odd number of backslashes before it, back to where the string began. */
function isEscaped(text: string, quote: number, from: number): boolean {
	let at = quote - 1;
	while (at >= from && text.charCodeAt(at) === Code.Backslash) at--;
	return (quote - 1 - at) % 2 === 1;
}

/** Where the backslashes at the very end of a text begin; its length where there are none. */
function lastEscape(text: string, from: number): number {
	let at = text.length;
	while (at > from && text.charCodeAt(at - 1) === Code.Backslash) at--;
	return at;
}
