/** What a file is, by its first bytes; its name does not count, since anybody can rename a file. */
import { hasControls, isUtf8, labelOf, markedEncoding, type Encoding } from '../../base/encoding';
import { parsedLoosely } from './looseJson';
import type { MarkupFormat } from './markup';
import { Refusal } from './problem';

/** How many bytes of a file are looked at. */
export const headSize = 1 << 16;

export type Sniffed =
	| { kind: 'gzip' }
	| { kind: 'zip' }
	| { kind: 'binary'; format: BinaryFormat }
	/** `isGuess` where the bytes allow for UTF-8 but do not prove it. Null is an encoding that is still to be found. */
	| { kind: 'text'; encoding: Encoding | null; isGuess: boolean };

/** Formats of text. `json` may hold GeoJSON, TopoJSON, plain rows or an article of ours. */
export type TextFormat = 'json' | 'json-lines' | 'csv' | MarkupFormat;

/** Formats that are no text, by what reads them (binary.ts). A workbook may be Excel's, OpenDocument's or Numbers'. */
export type BinaryFormat = 'workbook' | 'shapefile' | 'geopackage' | 'parquet' | 'flatgeobuf';

export type Format = TextFormat | BinaryFormat;

type Signature = readonly [bytes: string, offset: number, found: Refusal | 'gzip' | 'zip' | BinaryFormat];

const signatures: readonly Signature[] = [
	['\x1f\x8b', 0, 'gzip'],
	['PK\x03\x04', 0, 'zip'],
	['PK\x05\x06', 0, new Refusal('archive-without-data')],
	['\x89PNG', 0, new Refusal('picture', 'PNG')],
	['\xff\xd8\xff', 0, new Refusal('picture', 'JPEG')],
	['GIF8', 0, new Refusal('picture', 'GIF')],
	['WEBP', 8, new Refusal('picture', 'WebP')],
	['II*\0', 0, new Refusal('picture', 'TIFF')],
	['MM\0*', 0, new Refusal('picture', 'TIFF')],
	['BM', 0, new Refusal('picture', 'BMP')],
	['ftypavif', 4, new Refusal('picture', 'AVIF')],
	['ftyphei', 4, new Refusal('picture', 'HEIC')],
	['ftyp', 4, new Refusal('other-type', 'video')],
	['\x1aE\xdf\xa3', 0, new Refusal('other-type', 'video')],
	['ID3', 0, new Refusal('other-type', 'sound')],
	['OggS', 0, new Refusal('other-type', 'sound')],
	['RIFF', 0, new Refusal('other-type', 'sound')],
	['%PDF', 0, new Refusal('pdf')],
	['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'workbook'],
	['\0\0\x27\x0a', 0, 'shapefile'],
	['SQLite format 3\0', 0, 'geopackage'],
	['PAR1', 0, 'parquet'],
	['PARE', 0, new Refusal('locked', 'Parquet')],
	['fgb\x03fgb', 0, 'flatgeobuf'],
	['AC10', 0, new Refusal('other-type', 'DWG')],
	['PMTiles', 0, new Refusal('other-type', 'PMTiles')],
	['7z\xbc\xaf', 0, new Refusal('other-archive', '7z')],
	['Rar!', 0, new Refusal('other-archive', 'RAR')],
	['BZh', 0, new Refusal('other-archive', 'bzip2')],
	['\xfd7zXZ', 0, new Refusal('other-archive', 'xz')],
	['\x28\xb5\x2f\xfd', 0, new Refusal('other-archive', 'Zstandard')],
	['{\\rtf', 0, new Refusal('other-type', 'document')],
	['\x7fELF', 0, new Refusal('other-type', 'program')],
	['MZ', 0, new Refusal('other-type', 'program')]
];

/** Signatures that a text may begin with as well: they count only where control characters follow. */
const short = new Set([
	'BM',
	'MZ',
	'ID3',
	'BZh',
	'PAR1',
	'PARE',
	'RIFF',
	'OggS',
	'GIF8',
	'Rar!',
	'AC10',
	'PMTiles'
]);

/** @throws Refusal where it is nothing that can be read */
export function sniffBytes(head: Uint8Array): Sniffed {
	if (head.length === 0) throw new Refusal('empty');
	for (const [bytes, offset, found] of signatures) {
		if (![...bytes].every((byte, index) => head[offset + index] === byte.charCodeAt(0))) continue;
		if (short.has(bytes) && !hasControls(head)) continue;
		if (found instanceof Refusal) throw found;
		return found === 'gzip' || found === 'zip' ? { kind: found } : { kind: 'binary', format: found };
	}
	if (isDbf(head)) throw new Refusal('shapefile-part', '.dbf');
	const found = encodingOf(head);
	if (!found.encoding?.startsWith('utf-16') && hasControls(head)) throw new Refusal('unknown');
	if (new TextDecoder(found.encoding ?? 'windows-1252').decode(head).trim() === '')
		throw new Refusal('empty');
	return { kind: 'text', ...found };
}

/** Whether a file is a table of dBase: its version, a date, whole fields, and a type of the first that there is. */
function isDbf(head: Uint8Array): boolean {
	if (head.length < 65 || ![0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(head[0]!))
		return false;
	const length = head[8]! + head[9]! * 256;
	const [month, day] = [head[2]!, head[3]!];
	return (
		month <= 12 && day <= 31 && length >= 65 && 'CNFDLMIBTYGP@+O0'.includes(String.fromCharCode(head[43]!))
	);
}

/**
 * The encoding of a text: by its byte order mark, by the zeros that UTF-16 has, by what XML declares, else UTF-8 where it
 * is that.
 */
function encodingOf(head: Uint8Array): { encoding: Encoding | null; isGuess: boolean } {
	const marked = markedEncoding(head);
	if (marked) return { encoding: marked, isGuess: false };
	const declared = /^\s*<\?xml[^>]{0,80}\sencoding\s*=\s*["']([\w.-]{2,40})["']/.exec(
		latin(head.subarray(0, 200))
	)?.[1];
	const label = declared && labelOf(declared);
	if (label && label !== 'utf-8' && !label.startsWith('utf-16')) return { encoding: label, isGuess: false };
	return { encoding: isUtf8(head) ? 'utf-8' : null, isGuess: true };
}

function latin(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}

/**
 * The format of a text, by its beginning.
 * @throws Refusal where it is markup of another kind or nothing at all
 */
export function sniffText(head: string): TextFormat {
	const start = head.replace(/^[\ufeff\s]+/, '');
	if (start === '') throw new Refusal('empty');
	if (/^(?:PROJ|GEOG|GEOC|COMPD|BOUND|GEOD|VERT)(?:CS|CRS)\s{0,9}\[\s{0,9}"/.test(start))
		throw new Refusal('shapefile-part', '.prj');
	if (/^(?:999\s{1,9}[^\n]{0,200}\s{1,9})?0\s{1,9}SECTION\s{1,9}2\s{1,9}[A-Z]/.test(start.slice(0, 250)))
		throw new Refusal('other-type', 'DXF');
	if (/^(?:!table\s{1,9}!version|version\s{1,9}\d{1,4}\s{1,9}charset\s)/i.test(start.slice(0, 100)))
		throw new Refusal('other-type', 'MapInfo');
	if (/^ID;P[^\n]{0,80}\n/.test(start)) throw new Refusal('other-type', 'SYLK');
	if (/^TABLE\r?\n0,1\r?\n/.test(start)) throw new Refusal('other-type', 'DIF');
	if (start.length < 30 && isCodePage(start.trim())) throw new Refusal('shapefile-part', '.cpg');
	if (start.startsWith('<')) return sniffMarkup(start);
	if (start.startsWith('\x1e')) return 'json-lines';
	if (/^[$!][A-Z]{2}[A-Z\d]{3},/.test(start)) throw new Refusal('nmea');
	if (isScript(start)) throw new Refusal('script');
	if (/^[{[]/.test(start) && isJsonLines(start, head.length >= headSize)) return 'json-lines';
	return /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]\d-]|$))/.test(start) ? 'json' : 'csv';
}

const scriptBegins = new RegExp(
	'^(?:' +
		[
			String.raw`["']use strict["']`,
			String.raw`(?:export\s+)?(?:var|let|const)\s+[\w$]+\s*(?::[^=\n]*)?=`,
			String.raw`export\s+(?:default\b|(?:async\s+)?function\b|\{)`,
			String.raw`import\s+(?:[\w$]+|\{[^}]*\}|\*\s+as\s+[\w$]+)\s+from\s*["']`,
			String.raw`(?:async\s+)?function\s*\*?\s*[\w$]*\s*\(`,
			String.raw`[\w$]+(?:\.[\w$]+|\[[^\]\n]*\])*\s*=\s*[{[]`,
			String.raw`[\w$]+(?:\.[\w$]+)*\(\s*(?:[{[]|function\b|\()`,
			String.raw`[;(!]\s*(?:async\s*)?(?:function\b|\(\s*\)\s*=>|\(\s*function\b)`
		].join('|') +
		')'
);

/**
 * Whether a text is JavaScript, which many pages keep their data in: `var x = {…}`, `export default […]`,
 * `callback({…})`, with comments before it.
 */
function isScript(start: string): boolean {
	let rest = start;
	for (let comments = 0; comments < 20; comments++) {
		const end = rest.startsWith('//') ? '\n' : rest.startsWith('/*') ? '*/' : null;
		const at = end === null ? -1 : rest.indexOf(end, 2);
		if (at < 0) break;
		rest = rest.slice(at + end!.length).trimStart();
	}
	return scriptBegins.test(rest.slice(0, 200));
}

/** Whether a text is what a .cpg says, such as UTF-8, 1256 or ISO 8859-6, and nothing else. */
const isCodePage = (text: string) =>
	/^(?:utf-?8|65001|(?:iso[ -]?)?8859-?\d{1,2}|(?:ansi|windows|oem|cp)[ -]?\d{3,5}|ibm\d{3,5}|big5|12\d\d)$/i.test(
		text
	);

/** How many lines are looked at. */
const mostLines = 20;

/** Whether each line is a document of its own: each begins as one, and most of them are whole. */
function isJsonLines(start: string, isCut: boolean): boolean {
	const lines = start.split('\n', mostLines + 1);
	// The last line may be cut by the end of what is looked at.
	if (isCut || lines.length > mostLines) lines.pop();
	const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
	if (filled.length < 2 || !/^[{[]/.test(filled[1]!)) return false;
	const whole = filled.filter((line) => /^[{[]/.test(line) && parsedLoosely(line).value !== undefined);
	return whole.length * 2 >= filled.length;
}

function sniffMarkup(start: string): TextFormat {
	const { root, hasTypes } = rootOf(start);
	const name = root?.replace(/^.*:/, '').toLowerCase();
	if (
		/^<!doctype\s+html/i.test(start) ||
		(name && ['html', 'head', 'body', 'div', 'p', 'table'].includes(name))
	)
		throw new Refusal('web-page');
	if (hasTypes) throw new Refusal('entities');
	if (name === 'kml' || name === 'gpx') return name;
	const other = name && otherRoots[name];
	if (other) return other;
	if (name === 'rdf' && /<(?:\w+:)?item[\s>]/.test(start)) return 'feed';
	// A part of a KML file that was saved alone, or a file of Google Earth before it knew a root.
	if (
		/^(?:.*:)?(?:Document|Folder|Placemark|NetworkLink|GroundOverlay)$/.test(root ?? '') &&
		isKmlPart(start)
	)
		return 'kml';
	if (root === 'Workbook' || root === 'office:document')
		throw new Refusal('other-type', root === 'Workbook' ? 'XML Spreadsheet 2003' : 'Flat OpenDocument');
	if (name === 'svg') throw new Refusal('picture', 'SVG');
	if (/\sxmlns(?::[\w.-]+)?\s*=\s*["']https?:\/\/www\.opengis\.net\/gml/.test(start)) return 'gml';
	throw new Refusal('other-markup', root ?? null);
}

/** Roots of the other formats, in lower case and without prefix. */
const otherRoots: Record<string, MarkupFormat> = {
	featurecollection: 'gml',
	rss: 'feed',
	feed: 'feed',
	trainingcenterdatabase: 'tcx',
	osm: 'osm',
	osmchange: 'osm'
};

/** Whether markup without a root of its own has elements that only KML has. */
const isKmlPart = (start: string) =>
	/<(?:[\w.-]+:)?(?:Placemark|NetworkLink|GroundOverlay)[\s/>]/.test(start);

/** The name of the first element, and whether a document type or entities are declared before it. */
function rootOf(start: string): { root: string | null; hasTypes: boolean } {
	for (let at = start.indexOf('<'); at >= 0; at = start.indexOf('<', at)) {
		const tag = start.slice(at, at + 100);
		const root = /^<([A-Za-z_][\w.:-]*)/.exec(tag)?.[1];
		if (root !== undefined) return { root, hasTypes: false };
		if (/^<!(?:DOCTYPE|ENTITY)/i.test(tag)) return { root: null, hasTypes: true };
		const close = tag.startsWith('<!--') ? '-->' : tag.startsWith('<?') ? '?>' : '>';
		const end = start.indexOf(close, at + (close === '-->' ? 4 : 1));
		if (end < 0) break;
		at = end + close.length;
	}
	return { root: null, hasTypes: false };
}
