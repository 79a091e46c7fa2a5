/**
 * XML as it streams past: elements that a format takes are handed over whole, one after another, and all else is passed
 * over. Names are told apart by their name space and not by the prefix that a file happens to have for it; a prefix that
 * is not declared is left to the format. Rules of XML that a file breaks cost the element that they are broken in, and no
 * other. Neither document types nor entities are accepted, so that no text can grow as it is read.
 */
import { Parser } from 'htmlparser2';
import { Refusal } from './problem';
import type { Work } from './work';

export interface XmlElement {
	/** Its name without a prefix. */
	name: string;
	prefix: string;
	/** The address of its name space: '' where it has none, null where its prefix is not declared. */
	space: string | null;
	attributes: Record<string, string>;
	/** Texts and elements, in their order. */
	content: (string | XmlElement)[];
}

/** What a format takes of a file. Parents are those of an element, the nearest last. */
export interface XmlFormat {
	/** Whether an element that begins is taken whole. */
	takes(element: XmlElement, parents: readonly XmlElement[]): boolean;
	/** Whether an element that begins within a taken one of its own kind shows that the first was never closed. */
	follows(element: XmlElement): boolean;
	/** An element begins within a taken one. */
	begins?(element: XmlElement): void;
	/** An element within a taken one is whole. Gives true where it need not be kept. */
	ends?(element: XmlElement): boolean;
	/** A taken element is whole. */
	taken(element: XmlElement, parents: readonly XmlElement[]): void;
	/** A taken element whose tags don't fit each other, or that never ends. Gives the first characters of its markup. */
	broken(element: XmlElement, markup: string, how: 'wrong' | 'cut-off'): void;
	/** The text is over. */
	end?(): void;
}

/** What a taken element may keep at most, in UTF-16 units, about. */
const longestElement = 1 << 25;
/** Elements within each other in a file, and in a taken element. */
const deepest = 1000;
const deepestTaken = 100;
/** Attributes of an element: no format has more. */
const mostAttributes = 100;
const longestMarkup = 160;
/** How often a character is looked at, about. */
const parsing = 3;
/** What an element takes beside its texts, about as many characters. */
const perElement = 64;

export class XmlStream {
	/** Whether the text ends before all of its elements do. */
	isCutOff = false;
	private readonly parser: Parser;
	private readonly path: XmlElement[] = [];
	/** Of each prefix the addresses that it has had in the elements that are open, the innermost last. */
	private readonly spaces = new Map<string, string[]>();
	/** Of each open element the prefixes that it declares. */
	private readonly declared: (string[] | null)[] = [];
	/** How many elements are around the one that is taken; -1 where none is. */
	private outside = -1;
	private isBroken = false;
	private isAtEnd = false;
	/** What the taken element has kept, and of each element within it what there was when it began. */
	private kept = 0;
	private readonly keptBefore: number[] = [];
	/** Where the last tag that opened something ends. */
	private lastOpened = -1;
	private markup = '';
	private before = '';
	private piece = '';
	private offset = 0;

	constructor(
		private readonly format: XmlFormat,
		private readonly work: Work
	) {
		this.parser = new Parser(
			{
				onopentag: (name, attributes) => this.open(name, attributes),
				onclosetag: (_, isImplied) => this.close(isImplied),
				ontext: (text) => this.text(text),
				onprocessinginstruction: (name) => {
					if (/^!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(name)) throw new Refusal('entities');
				}
			},
			{ xmlMode: true }
		);
	}

	push(piece: string): void {
		this.work.spend(piece.length * parsing);
		this.offset += this.piece.length;
		this.before = this.piece;
		this.piece = piece;
		if (this.outside >= 0) this.markup += piece.slice(0, longestMarkup - this.markup.length);
		this.parser.write(piece);
	}

	end(): void {
		this.isAtEnd = true;
		this.isCutOff = this.path.length > 0;
		this.parser.end();
		this.format.end?.();
	}

	private open(name: string, attributes: Record<string, string>): void {
		const { path, parser } = this;
		const element = this.element(name, attributes);
		this.lastOpened = parser.endIndex;
		if (this.outside >= 0 && this.format.follows(element)) this.breakOff();
		if (path.length >= deepest) throw new Refusal('too-much-work');
		if (this.outside >= 0) {
			if (path.length - this.outside > deepestTaken) this.isBroken = true;
			this.keptBefore.push(this.kept);
			this.keep(perElement);
			if (!this.isBroken) {
				path.at(-1)!.content.push(element);
				this.format.begins?.(element);
			}
		} else if (this.format.takes(element, path)) {
			this.outside = path.length;
			this.isBroken = false;
			this.kept = 0;
			this.markup = this.markupFrom(parser.startIndex);
		}
		if (Object.keys(attributes).length > mostAttributes) this.isBroken = true;
		path.push(element);
	}

	private close(isImplied: boolean): void {
		const { path, parser, outside } = this;
		const element = path.pop()!;
		for (const prefix of this.declared.pop() ?? []) this.spaces.get(prefix)!.pop();
		if (outside < 0) return;
		const isWrong = isImplied && parser.endIndex !== this.lastOpened;
		if (isWrong) this.isBroken = true;
		if (path.length > outside) {
			const before = this.keptBefore.pop()!;
			if (!this.isBroken && this.format.ends?.(element)) {
				path.at(-1)!.content.pop();
				this.kept = before;
			}
			return;
		}
		this.outside = -1;
		this.keptBefore.length = 0;
		if (this.isBroken) this.format.broken(element, this.markup, this.isAtEnd ? 'cut-off' : 'wrong');
		else this.format.taken(element, path);
	}

	private text(text: string): void {
		if (this.outside < 0 || this.isBroken) return;
		const { content } = this.path.at(-1)!;
		this.keep(text.length);
		// References cut a text into pieces.
		if (typeof content.at(-1) === 'string') content[content.length - 1] += text;
		else content.push(text);
	}

	/** Hands over a taken element that was never closed, as another of its kind begins. To the parser it stays open. */
	private breakOff(): void {
		const element = this.path[this.outside]!;
		this.outside = -1;
		this.keptBefore.length = 0;
		this.format.broken(element, this.markup, 'wrong');
	}

	private keep(length: number): void {
		this.kept += length;
		if (this.kept > longestElement) throw new Refusal('too-large', String(longestElement));
	}

	private element(written: string, attributes: Record<string, string>): XmlElement {
		this.declared.push(this.declare(attributes));
		const colon = written.indexOf(':');
		const prefix = colon < 0 ? '' : written.slice(0, colon);
		const space = this.spaces.get(prefix)?.at(-1) ?? (prefix === '' ? '' : null);
		return { name: written.slice(colon + 1), prefix, space, attributes, content: [] };
	}

	/** Takes note of the prefixes that a tag declares. */
	private declare(attributes: Record<string, string>): string[] | null {
		let prefixes: string[] | null = null;
		for (const name in attributes) {
			if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
			const prefix = name.slice(6);
			const known = this.spaces.get(prefix);
			if (known) known.push(attributes[name]!);
			else this.spaces.set(prefix, [attributes[name]!]);
			(prefixes ??= []).push(prefix);
		}
		return prefixes;
	}

	/** The first characters of the markup from a place on. */
	private markupFrom(start: number): string {
		const from = start - this.offset;
		if (from >= 0) return this.piece.slice(from, from + longestMarkup);
		return (this.before.slice(from) + this.piece.slice(0, longestMarkup)).slice(0, longestMarkup);
	}
}

/** The elements within one. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
	for (const each of element.content) if (typeof each !== 'string') yield each;
}

/** All text within an element, without blanks at its ends. */
export function textIn(element: XmlElement): string {
	const [only] = element.content;
	if (element.content.length === 1 && typeof only === 'string') return only.trim();
	const parts: string[] = [];
	const add = ({ content }: XmlElement) => {
		for (const each of content) {
			if (typeof each === 'string') parts.push(each);
			else add(each);
		}
	};
	add(element);
	return parts.join('').trim();
}

/** Whether there is no element within one. */
export const isLeaf = ({ content }: XmlElement): boolean => content.every((each) => typeof each === 'string');
