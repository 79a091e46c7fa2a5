/** Takes an article in: pasted text, a file, or a page that was fetched. Nothing of it is run, fetched or normalised. */
import { hasControls, type Encoding } from '../../base/encoding';
import {
	InputFault,
	withoutOmissions,
	type ArticleInput,
	type ArticleSource,
	type HeadValue,
	type InputFaultCode,
	type InputKind,
	type OpenDocx,
	type Omission,
	type ParseHtml
} from './article';
import { textOfBlocks, type Piece } from './blocks';
import { boilerplateLines } from './boilerplate';
import { calmMarkup } from './calmMarkup';
import { decodeText, type Decoded } from './decode';
import { inspectText } from './inspect';
import { readMhtml } from './mhtml';
import { omissionsOf } from './omissions';
import { headOfPage } from './pageHead';
import { mainPieces, Reasons } from './reader';
import { headOfText } from './textHead';
import { mostPlaces, type Warning } from './warnings';

/** In bytes of a file; pictures in a document or a saved page count too. */
export const largestFile = 50_000_000;

/**
 * Reads an article.
 * @param parseHtml makes a document of a page's markup; a browser's own is `base/parseHtml.ts`
 * @param openDocx `readDocx`, in a browser that of a worker; without it there is no way to read such a document
 * @throws InputFault where there is nothing to read, or no way to read it
 */
export async function readArticle(
	source: ArticleSource,
	parseHtml: ParseHtml,
	openDocx: OpenDocx = () => Promise.resolve({ fault: 'other-document' })
): Promise<ArticleInput> {
	if (source.kind === 'pasted') return plainArticle('pasted', source.text);
	const { file, name, address, encoding } = source;
	if (file.size > largestFile) throw new InputFault('too-large', largestFile);
	if (file.size === 0) throw new InputFault('empty');
	const bytes = new Uint8Array(await file.arrayBuffer());
	const from: HeadValue | undefined = address
		? { value: address, origin: { in: 'address', name: 'fetched' } }
		: undefined;
	if (startsWith(bytes, archive)) return documentArticle(await openDocx(bytes), parseHtml, from);
	const fault = faultOf(bytes);
	if (fault) throw new InputFault(fault);

	const saved = isMhtml(bytes) ? readMhtml(bytes) : null;
	if (saved) {
		const decoded = decodeText(saved.bytes, encoding, saved.charset ?? charsetOfPage(saved.bytes));
		const savedFrom: HeadValue | undefined = saved.address
			? { value: saved.address, origin: { in: 'address', name: 'Snapshot-Content-Location' } }
			: from;
		return pageArticle('saved-page', decoded, parseHtml, savedFrom);
	}
	if (isPage(bytes, name, file.type)) {
		const declared = /charset=["']?([\w-]+)/i.exec(file.type)?.[1] ?? charsetOfPage(bytes);
		return pageArticle('page', decodeText(bytes, encoding, declared), parseHtml, from);
	}
	const declared = /charset=["']?([\w-]+)/i.exec(file.type)?.[1];
	const decoded = decodeText(bytes, encoding, declared);
	const kind = /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text';
	const article = plainArticle(kind, decoded.text, decoded);
	if (from) article.head.address.unshift(from);
	return article;
}

function plainArticle(kind: InputKind, text: string, decoded?: Decoded): ArticleInput {
	const head = headOfText(text, kind === 'markdown');
	const others: Warning[] =
		decoded && !decoded.isSame ? [{ code: 'other-bytes', encoding: decoded.encoding }] : [];
	return {
		kind,
		text,
		full: text,
		omitted: [],
		head,
		warnings: [...warningsOf(decoded), ...others, ...inspectText(text, head.language[0]!.value)],
		...(decoded && { encoding: decoded.encoding })
	};
}

/** Paragraphs, list items and rows of a document are lines, as those of a page. */
function documentArticle(
	read: Awaited<ReturnType<OpenDocx>>,
	parseHtml: ParseHtml,
	address: HeadValue | undefined
): ArticleInput {
	if ('fault' in read) throw new InputFault(read.fault);
	const { body } = parseHtml(`<!doctype html><html><body>${read.html}</body></html>`);
	const article = plainArticle('document', textOfBlocks(body).text);
	const said = parseHtml(read.properties);
	const property = (name: string): HeadValue[] => {
		const value = said.getElementsByTagName(name)[0]?.textContent.trim();
		return value ? [{ value, origin: { in: 'meta', name } }] : [];
	};
	article.head.title.push(...property('dc:title'));
	article.head.author.push(...property('dc:creator'));
	if (address) article.head.address.unshift(address);
	return article;
}

async function pageArticle(
	kind: InputKind,
	decoded: Decoded,
	parseHtml: ParseHtml,
	address: HeadValue | undefined
): Promise<ArticleInput> {
	const { html, linkedData } = calmMarkup(decoded.text);
	const page = parseHtml(html);
	const { text: full, pieces } = textOfBlocks(page.body);
	const main = await mainPieces(page, pieces);
	const omitted = omittedFrom(full, pieces, main);
	const text = withoutOmissions(full, omitted);
	const head = headOfPage(page, linkedData, text, address ?? savedFrom(decoded.text));
	const noMain: Warning[] = main === null && full !== '' ? [{ code: 'no-main-text' }] : [];
	return {
		kind,
		text,
		full,
		omitted,
		head,
		warnings: [...noMain, ...warningsOf(decoded), ...inspectText(text, head.language[0]!.value)],
		encoding: decoded.encoding
	};
}

/** What the reader library left out, what a browser would hide, and of the rest the lines that are none of the article. */
function omittedFrom(full: string, pieces: readonly Piece[], main: Set<number> | null): Omission[] {
	const why = new Reasons();
	const reasons = pieces.map((piece, index) => {
		if (main) return main.has(index) ? undefined : why.reasonOf(piece);
		return why.reasonOf(piece) === 'hidden' ? ('hidden' as const) : undefined;
	});
	// Lines of what is left, each with its pieces.
	const lines: { text: string; pieces: number[] }[] = [];
	let end = 0;
	for (const [index, piece] of pieces.entries()) {
		if (reasons[index] !== undefined) continue;
		const gap = full.slice(end, piece.start);
		const line = lines.at(-1);
		const words = full.slice(piece.start, piece.end);
		if (!line || gap.includes('\n')) lines.push({ text: words, pieces: [index] });
		else {
			line.text += (gap === '' ? '' : ' ') + words;
			line.pieces.push(index);
		}
		end = piece.end;
	}
	const boilerplate = boilerplateLines(lines.map(({ text }) => text));
	for (const [at, reason] of boilerplate.entries())
		if (reason) for (const index of lines[at]!.pieces) reasons[index] = reason;
	return omissionsOf(full, pieces, reasons);
}

function warningsOf(decoded: Decoded | undefined): Warning[] {
	const found: Warning[] = [];
	if (decoded?.isGuess) found.push({ code: 'encoding-guessed', encoding: decoded.encoding });
	if (decoded?.isBroken) {
		const all = [...decoded.text.matchAll(/\ufffd/g)].map(({ index }) => index);
		found.push({ code: 'bad-bytes', count: all.length, at: all.slice(0, mostPlaces) });
	}
	return found;
}

/** Word since 2007 writes archives; so does OpenDocument. */
const archive = 'PK\x03\x04';

const signatures: readonly (readonly [string, InputFaultCode])[] = [
	['%PDF', 'pdf'],
	['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'other-document'],
	['{\\rtf', 'other-document'],
	['\x89PNG', 'picture'],
	['\xff\xd8\xff', 'picture'],
	['GIF8', 'picture'],
	['bplist', 'other-document']
];

function faultOf(bytes: Uint8Array): InputFaultCode | null {
	const signed = signatures.find(([signature]) => startsWith(bytes, signature));
	if (signed) return signed[1];
	const { text, encoding } = decodeText(bytes.subarray(0, 1 << 16));
	if (text.trim() === '' && bytes.length < 1 << 16) return 'empty';
	return !encoding.startsWith('utf-16') && hasControls(bytes.subarray(0, 1 << 16)) ? 'binary' : null;
}

const startsWith = (bytes: Uint8Array, signature: string) =>
	[...signature].every((character, index) => bytes[index] === character.charCodeAt(0));

/** The beginning of a file, a character a byte. */
const headOf = (bytes: Uint8Array, length = 2048) => String.fromCharCode(...bytes.subarray(0, length));

const isMhtml = (bytes: Uint8Array) =>
	/^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?content-type:\s*multipart\/related/i.test(headOf(bytes));

function isPage(bytes: Uint8Array, name: string, type: string): boolean {
	if (/\.(?:html?|xhtml)$/i.test(name) || /^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return true;
	if (/\.(?:txt|md|markdown)$/i.test(name) || /^text\/plain/i.test(type)) return false;
	const start = decodeText(bytes.subarray(0, 2048)).text.trimStart();
	return /^<(?:!doctype html|html|head|body)[\s>]/i.test(start);
}

/** The encoding that a page names in its first two kilobytes. */
function charsetOfPage(bytes: Uint8Array): Encoding | null {
	return /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]+)/i.exec(headOf(bytes))?.[1] ?? null;
}

/** Browsers write into a saved page where it was: `<!-- saved from url=(0023)https://example.org/a -->`. */
function savedFrom(html: string): HeadValue | undefined {
	const value = /<!-- saved from url=\(\d{4}\)(https?:\/\/[^\s>]+) -->/.exec(html.slice(0, 2048))?.[1];
	return value ? { value, origin: { in: 'address', name: 'saved from url' } } : undefined;
}
