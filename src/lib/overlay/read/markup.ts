/**
 * KML and GPX of any size. The text is cut into placemarks, waypoints, routes and tracks while it streams; each lot is
 * parsed alone and converted by togeojson. Styles are not read. Neither document types nor entities are accepted, so
 * that no text can grow as it is parsed.
 */
import { DOMParser, type Document } from '@xmldom/xmldom';
import { gpx, kml } from '@tmcw/togeojson';
import { Pending } from './pending';
import { Refusal, type Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

/** The longest element, in UTF-16 units. */
const longestElement = 1 << 25;
/** Elements that are parsed at once, since each parse has a fixed cost. */
const lotSize = 200;
/** How often a character is looked at when it is parsed and converted, about. */
const parsing = 8;
/** What an element may have: tags within each other, and attributes of one tag. */
const deepest = 100;
const mostAttributes = 100;
/** Folders within each other whose names are told, the longest of these, and the longest text that one is taken from. */
const mostFolders = 12;
const longestName = 200;
const longestWritten = 4096;

const elementsOf = { kml: new Set(['Placemark']), gpx: new Set(['wpt', 'rte', 'trk']) };

/** Reads all elements of a text. @throws Refusal where it declares a document type, or has no element at all */
export async function readMarkup(
	text: AsyncIterable<string>,
	format: 'kml' | 'gpx',
	rows: Rows,
	problems: Problems,
	work: Work
): Promise<void> {
	const lots = new Lots(format, rows, problems, work);
	const cutter = new ElementCutter(format, lots, problems, work);
	for await (const piece of text) cutter.push(piece);
	cutter.end();
	lots.end();
	if (rows.count === 0 && !lots.hasSeenAny) throw new Refusal('no-rows');
}

interface Element {
	text: string;
	/** Names of the folders that it is in. */
	folder: string;
}

/** Parses elements in lots and adds what they are. */
class Lots {
	root = '';
	hasSeenAny = false;
	private lot: Element[] = [];
	private length = 0;
	private origin = 0;

	constructor(
		private readonly format: 'kml' | 'gpx',
		private readonly rows: Rows,
		private readonly problems: Problems,
		private readonly work: Work
	) {}

	add(element: Element): void {
		this.hasSeenAny = true;
		// The converter would group elements of different kinds, out of their order.
		if (this.lot[0] && kindOf(this.lot[0]) !== kindOf(element)) this.end();
		this.lot.push(element);
		this.length += element.text.length;
		if (this.lot.length >= lotSize || this.length > 1 << 20) this.end();
	}

	end(): void {
		const { lot } = this;
		this.lot = [];
		this.length = 0;
		if (!this.convert(lot)) for (const element of lot) if (!this.convert([element])) this.unreadable(element);
	}

	/** Reports an element that is not read. */
	unreadable({ text }: Pick<Element, 'text'>): void {
		this.hasSeenAny = true;
		this.problems.add('unreadable-row', { origin: ++this.origin, found: text });
	}

	/** Whether the elements could be parsed and gave as many features. */
	private convert(lot: Element[]): boolean {
		if (lot.length === 0) return true;
		const [, name] = /^<([^\s/>]+)/.exec(this.root) ?? [];
		// A file that begins in the middle has no root to put them into.
		if (name === undefined) return false;
		const text = `${this.root}${lot.map(({ text }) => text).join('')}</${name}>`;
		this.work.spend(text.length * parsing);
		const parsed = parseXml(text);
		if (!parsed) return false;
		let features;
		try {
			features = this.format === 'kml' ? kml(parsed).features : gpx(parsed).features;
		} catch {
			return false;
		}
		if (features.length !== lot.length && lot.length > 1) return false;
		if (features.length === 0) return false;
		features.forEach(({ properties, geometry }, index) => {
			const fields: Record<string, unknown> = {};
			for (const [name, value] of Object.entries(properties ?? {})) {
				// These hold a value for each point of a line, which no cell can.
				if (name !== 'coordinateProperties' && name !== '_gpxType') fields[name] = value;
			}
			const folder = lot[index]?.folder ?? '';
			if (folder !== '' && !Object.hasOwn(fields, 'folder')) fields.folder = folder;
			this.rows.addFeature(fields, geometry, ++this.origin);
		});
		return true;
	}
}

const kindOf = ({ text }: Element) => /^<([^\s/>]+)/.exec(text)?.[1];

function parseXml(text: string): Document | null {
	try {
		return new DOMParser({
			onError: (level, message) => {
				if (level !== 'warning') throw new SyntaxError(message);
			}
		}).parseFromString(text, 'text/xml');
	} catch {
		return null;
	}
}

/** Finds the elements in text as it comes; comments and CDATA are passed over. */
class ElementCutter {
	private readonly pending = new Pending();
	private text = '';
	private at = 0;
	/** Where the element that is open begins, or -1. */
	private start = -1;
	private open = '';
	/** How deep in that element, and whether it is of a kind that costs too much to parse. */
	private inner = 0;
	private isTooCostly = false;
	private folders: string[] = [];
	/** Their names, as rows get them. */
	private folder = '';
	/** Where the name of the innermost folder begins, while it is read; else -1. */
	private naming = -1;
	private depth = 0;

	constructor(
		private readonly format: 'kml' | 'gpx',
		private readonly lots: Lots,
		private readonly problems: Problems,
		private readonly work: Work
	) {}

	push(piece: string): void {
		const text = this.pending.add(piece);
		if (text !== null) this.read(text);
	}

	/** Goes on in a text that begins with what was kept back. */
	private read(text: string): void {
		this.text = text;
		this.work.spend(text.length);
		this.scan();
		const from = this.keptFrom();
		this.text = this.text.slice(from);
		this.at -= from;
		if (this.start >= 0) this.start -= from;
		if (this.naming >= 0) this.naming -= from;
		if (this.text.length > longestElement) throw new Refusal('too-large', String(longestElement));
		this.pending.keep(this.text);
	}

	end(): void {
		this.read(this.pending.take());
		if (this.start >= 0) {
			this.problems.add('truncated');
			this.problems.add('unreadable-row', { found: this.text.slice(this.start) });
			this.lots.hasSeenAny = true;
		} else if (this.depth > 0) this.problems.add('truncated');
	}

	/** Where the text begins that is still needed. */
	private keptFrom(): number {
		return this.start >= 0 ? this.start : this.naming >= 0 ? this.naming : this.at;
	}

	private scan(): void {
		const { text } = this;
		for (;;) {
			const tag = text.indexOf('<', this.at);
			if (tag < 0) {
				this.at = text.length;
				return;
			}
			const end = this.endOfTag(tag);
			if (end < 0) {
				this.at = tag;
				return;
			}
			const second = text.charCodeAt(tag + 1);
			if (second !== 33 && second !== 63) this.tag(tag, end);
			this.at = end;
		}
	}

	/** Where a tag, a comment, a CDATA section or an instruction ends; -1 where its end has not come yet. */
	private endOfTag(tag: number): number {
		const { text } = this;
		const after = (close: string, from: number) => {
			const end = text.indexOf(close, from);
			return end < 0 ? -1 : end + close.length;
		};
		if (text.startsWith('<!--', tag)) return after('-->', tag + 4);
		if (text.startsWith('<![CDATA[', tag)) return after(']]>', tag + 9);
		if (text.startsWith('<?', tag)) return after('?>', tag + 2);
		if (text.startsWith('<!', tag)) {
			if (text.length - tag < 10) return -1;
			if (/^<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text.slice(tag, tag + 12)))
				throw new Refusal('entities');
			return after('>', tag + 2);
		}
		return endOfStartTag(text, tag + 1);
	}

	private tag(from: number, end: number): void {
		const { text } = this;
		const isClosing = text.charCodeAt(from + 1) === 47;
		const isEmpty = text.charCodeAt(end - 2) === 47;
		const name = /^[^\s/>]*/.exec(text.slice(from + (isClosing ? 2 : 1), Math.min(end, from + 80)))![0];
		const local = name.slice(name.indexOf(':') + 1);
		if (this.start >= 0) {
			if (isClosing) this.inner--;
			else if (!isEmpty) this.inner++;
			this.isTooCostly ||= this.inner > deepest || hasManyAttributes(text, from, end);
			if (isClosing && name === this.open) this.element(end);
			return;
		}
		if (this.lots.root === '') {
			this.lots.root = rootOf(text.slice(from, end));
			this.depth = isEmpty ? 0 : 1;
			return;
		}
		if (isClosing) {
			this.depth--;
			if (local === 'Folder') {
				this.folders.pop();
				this.nameFolder();
			} else if (local === 'name' && this.naming >= 0) {
				const written = text.slice(this.naming, Math.min(from, this.naming + longestWritten));
				this.folders[this.folders.length - 1] = plainText(written).slice(0, longestName);
				this.nameFolder();
				this.naming = -1;
			}
			return;
		}
		if (elementsOf[this.format].has(local)) {
			[this.start, this.open, this.inner] = [from, name, 0];
			this.isTooCostly = hasManyAttributes(text, from, end);
			if (isEmpty) this.element(end);
			return;
		}
		if (isEmpty) return;
		this.depth++;
		if (this.format !== 'kml') return;
		if (local === 'Folder') this.folders.push('');
		else if (local === 'name' && this.folders.at(-1) === '') this.naming = end;
		else if (local === 'NetworkLink') this.problems.add('network-link');
		else if (local === 'GroundOverlay' || local === 'PhotoOverlay') this.problems.add('overlay');
	}

	/** Hands over the element that is open and ends here. */
	private element(end: number): void {
		const text = this.text.slice(this.start, end);
		this.start = -1;
		if (this.isTooCostly) this.lots.unreadable({ text });
		else this.lots.add({ text, folder: this.folder });
	}

	private nameFolder(): void {
		this.folder = this.folders.slice(0, mostFolders).filter(Boolean).join(' / ');
	}
}

/** Whether a tag has more attributes than any format has: their number costs its square to parse. */
function hasManyAttributes(text: string, from: number, end: number): boolean {
	if (end - from < mostAttributes * 2) return false;
	let count = 0;
	let quote = 0;
	let isBetween = false;
	for (let at = from; at < end; at++) {
		const code = text.charCodeAt(at);
		if (quote !== 0) {
			if (code === quote) quote = 0;
		} else if (code === 34 || code === 39) {
			quote = code;
			count++;
		} else if (code <= 32) isBetween = true;
		else if (isBetween) {
			isBetween = false;
			count++;
		}
		// One for its name, and one for its value.
		if (count > mostAttributes * 2) return true;
	}
	return false;
}

/** The root's start tag, to be put around each lot; of a long one only its name and what it says of prefixes. */
function rootOf(tag: string): string {
	if (tag.length <= longestWritten) return tag.replace(/\/>$/, '>');
	const beginning = tag.slice(0, longestWritten);
	const [name] = /^<[^\s/>]+/.exec(beginning) ?? ['<root'];
	const prefixes = beginning.match(/\sxmlns(?::[\w.-]{1,40})?="[^"<]{0,200}"/g) ?? [];
	return `${name}${[...new Set(prefixes)].join('')}>`;
}

/** Where a start tag ends: a bracket in an attribute does not end it. -1 where its end has not come yet. */
function endOfStartTag(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 62) return at + 1;
		if (code !== 34 && code !== 39) continue;
		at = text.indexOf(text[at]!, at + 1);
		if (at < 0) return -1;
	}
	return -1;
}

/** The text of a name: its references resolved, without markup. */
function plainText(markup: string): string {
	const text = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(markup)?.[1];
	if (text !== undefined) return text.trim();
	const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
	return markup
		.replace(
			/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g,
			(whole, decimal: string, hex: string, name: string) => {
				if (name) return named[name] ?? whole;
				const code = decimal ? Number(decimal) : parseInt(hex, 16);
				return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
			}
		)
		.trim();
}
