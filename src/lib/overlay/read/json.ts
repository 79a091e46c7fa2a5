/**
 * JSON of any size: GeoJSON, TopoJSON, plain rows, an article of ours, one document or many on lines. A document is
 * cut into features while it streams, and each is parsed alone, so that a broken one costs itself and no more.
 */
import { feature as topoFeature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { articleRows } from './article';
import { Refusal, type Problems } from './problem';
import type { Rows } from './rows';

/** The longest feature, and the longest document that is not a list of features, in UTF-16 units. */
const longestValue = 1 << 26;

/** Reads all features and rows of a text. @throws Refusal where there are none */
export async function readJson(text: AsyncIterable<string>, rows: Rows, problems: Problems): Promise<void> {
	const reader = new Documents(rows, problems);
	const cutter = new Cutter(
		(element) => reader.element(element),
		(document, isWhole) => reader.document(document, isWhole)
	);
	for await (const piece of text) cutter.push(piece);
	cutter.end();
	reader.end();
}

/** Reads a document on each line (RFC 8142 with its record separators too). @throws Refusal where there are no rows */
export async function readJsonLines(
	text: AsyncIterable<string>,
	rows: Rows,
	problems: Problems
): Promise<void> {
	const reader = new Documents(rows, problems);
	let rest = '';
	let line = 1;
	let separated: boolean | null = null;
	const take = (record: string) => {
		if (record.trim() !== '') reader.line(record, line);
	};
	for await (const piece of text) {
		rest += piece;
		// With separators a document may go over several lines.
		separated ??= rest.trimStart() === '' ? null : rest.trimStart().startsWith('\x1e');
		const records = rest.split(separated ? '\x1e' : '\n');
		rest = records.pop()!;
		for (const record of records) {
			take(record);
			line += separated ? (record.match(/\n/g)?.length ?? 0) : 1;
		}
		if (rest.length > longestValue) throw new Refusal('too-large', String(longestValue));
	}
	take(rest);
	reader.end();
}

/** What the cut pieces mean. */
class Documents {
	private origin = 0;
	/** Values that are no rows. */
	private others = 0;

	constructor(
		private readonly rows: Rows,
		private readonly problems: Problems
	) {}

	/** The text of one element of a list of features, or of a list of rows. */
	element(text: string): void {
		const value = parsed(text);
		if (value === undefined) this.salvage(text);
		else this.value(value, ++this.origin, false);
	}

	/**
	 * A text that should be one feature and is broken: where a bracket or a quotation mark is missing it holds those
	 * that follow as well, and they are read. The last may have brackets behind it that close something else.
	 */
	private salvage(text: string): void {
		for (const part of text.split(/(?=\{\s*"type"\s*:\s*"Feature"\s*,)/)) {
			const trimmed = part.replace(/[\s,]+$/, '');
			if (trimmed === '') continue;
			const value = parsedWithin(trimmed);
			const origin = ++this.origin;
			if (value === undefined) this.problems.add('unreadable-row', { origin, found: trimmed });
			else this.value(value, origin, false);
		}
	}

	/** A whole document, its features taken out. */
	document(text: string, isWhole: boolean): void {
		if (!isWhole) {
			this.problems.add('truncated');
			this.salvage(text);
			if (this.rows.count === 0) this.others++;
			return;
		}
		const value = parsed(text);
		if (value === undefined) this.salvage(text);
		else this.value(value, this.origin + 1, true);
	}

	line(text: string, line: number): void {
		const value = parsed(text);
		if (value === undefined) this.problems.add('unreadable-row', { origin: line, found: text.trim() });
		else this.value(value, line, false);
	}

	end(): void {
		if (this.rows.count === 0 && this.others > 0) throw new Refusal('json-without-rows');
	}

	private value(value: unknown, origin: number, isDocument: boolean): void {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.others++;
			this.problems.add('not-a-row', { origin, found: JSON.stringify(value) });
			return;
		}
		const object = value as Record<string, unknown>;
		switch (object.type) {
			case 'Feature':
				this.feature(object, origin);
				return;
			case 'FeatureCollection':
				this.projection(object.crs);
				// The features of a document were cut out of it; those of a line are still there.
				if (Array.isArray(object.features))
					for (const each of object.features) this.value(each, origin, false);
				else if (isDocument && this.origin === 0) this.others++;
				return;
			case 'Topology':
				this.topology(object);
				return;
			case 'Point':
			case 'MultiPoint':
			case 'LineString':
			case 'MultiLineString':
			case 'Polygon':
			case 'MultiPolygon':
				this.rows.addFeature({}, object, origin);
				return;
			case 'GeometryCollection':
				if (!Array.isArray(object.geometries)) break;
				object.geometries.forEach((part) => this.rows.addFeature({}, part, origin));
				return;
		}
		const article = isDocument ? articleRows(object) : null;
		if (article)
			for (const [index, row] of article.entries()) this.rows.addFeature(row, undefined, index + 1);
		else if (isDocument) this.plainDocument(object);
		else this.rows.addFeature(object, undefined, origin);
	}

	private feature({ properties, geometry, id }: Record<string, unknown>, origin: number): void {
		const fields =
			typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {};
		this.rows.addFeature(fields as Record<string, unknown>, geometry ?? null, origin, id);
	}

	/** A list of rows under some name: {"data": [{…}, {…}]}. */
	private plainDocument(object: Record<string, unknown>): void {
		this.projection(object.crs);
		const isRow = (item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item);
		const lists = Object.values(object).filter(
			(value): value is unknown[] => Array.isArray(value) && value.length > 0 && value.every(isRow)
		);
		const [list] = lists.sort((a, b) => b.length - a.length);
		if (list) for (const [index, row] of list.entries()) this.value(row, index + 1, false);
		else if (this.origin === 0) this.others++;
	}

	/** GeoJSON of 2008 could name another coordinate system. */
	private projection(crs: unknown): void {
		const { properties } = (crs ?? {}) as { properties?: { name?: unknown } | null };
		if (typeof properties?.name === 'string') this.rows.projection = properties.name;
	}

	private topology(object: Record<string, unknown>): void {
		const objects = object.objects;
		if (typeof objects !== 'object' || objects === null) {
			this.others++;
			return;
		}
		for (const [name, part] of Object.entries(objects as Topology['objects'])) {
			try {
				const found = topoFeature(object as unknown as Topology, part);
				const features = found.type === 'FeatureCollection' ? found.features : [found];
				for (const each of features)
					this.feature({ ...each, properties: each.properties ?? { name } }, ++this.origin);
			} catch {
				// The library takes a topology for whole: a missing arc ends it.
				this.problems.add('unreadable-row', { origin: ++this.origin, found: name });
			}
		}
	}
}

/** The value of a text; undefined where it is no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** As `parsed`, where up to three brackets may follow that close nothing. */
function parsedWithin(text: string): unknown {
	let value = parsed(text);
	for (let cut = 0, rest = text; value === undefined && cut < 3; cut++) {
		rest = rest.replace(/[\]}]\s*$/, '').trimEnd();
		value = parsed(rest);
	}
	return value;
}

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
 * document that is a list, and then the document with that list emptied. Several documents may follow each other.
 */
class Cutter {
	private text = '';
	/** Where scanning goes on in the text. */
	private at = 0;
	private depth = 0;
	private inString = false;
	/** Where the element or the part of the document that is being scanned starts. */
	private start = 0;
	/** The depth of the list that is cut; 0 where it is a document that is a list, -1 where there is none. */
	private listDepth = -1;
	/** The document as far as it is kept: without the elements that were cut. */
	private kept: string[] = [];
	private keptLength = 0;
	private isDocumentList = false;

	constructor(
		private readonly onelement: (text: string) => void,
		private readonly ondocument: (text: string, isWhole: boolean) => void
	) {}

	push(piece: string): void {
		this.text = this.text.slice(this.start) + piece;
		this.at -= this.start;
		this.start = 0;
		this.scan();
		if (this.text.length - this.start <= longestValue) return;
		if (this.listDepth < 0) throw new Refusal('too-large', String(longestValue));
		// Something that is never closed has swallowed the elements after it.
		this.onelement(this.text.slice(this.start));
		this.at = this.start = this.text.length;
		this.depth = this.listDepth + 1;
		this.inString = false;
	}

	end(): void {
		const rest = this.text.slice(this.start).trim();
		if (this.depth > 0) {
			this.ondocument(this.listDepth >= 0 ? rest : this.kept.join('') + rest, false);
		} else if (rest !== '') this.ondocument(rest, true);
	}

	private scan(): void {
		const { text } = this;
		const { length } = text;
		let { at, depth, inString } = this;
		while (at < length) {
			if (inString) {
				const quote = text.indexOf('"', at);
				if (quote < 0) {
					// An escape at the end of the piece is looked at again with the next.
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
				} else if (depth === 1 && code === Code.OpenList && this.listDepth < 0 && this.isFeatures(at))
					this.openList(at, 1);
				depth++;
			} else if (code === Code.CloseObject || code === Code.CloseList) {
				if (depth > 0) depth--;
				if (this.listDepth >= 0 && depth === this.listDepth) {
					this.element(at);
					this.listDepth = -1;
					this.start = at;
				}
				if (depth === 0) this.document(at + 1);
			} else if (code === Code.Comma && depth === this.listDepth + 1 && this.listDepth >= 0) {
				this.element(at);
				this.start = at + 1;
			}
			at++;
		}
		this.at = at;
		this.depth = depth;
		this.inString = inString;
	}

	/** Whether the list that opens here is that of the features. */
	private isFeatures(at: number): boolean {
		return /"features"\s*:\s*$/.test(this.text.slice(Math.max(this.start, at - 40), at));
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
		// A document that is a list has been handed over element by element.
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
