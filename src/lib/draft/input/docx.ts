/** The text of a document of Word (.docx), by mammoth; this module is fetched only when one comes. */
import { unzipSync, zipSync } from 'fflate';
import { InputFault, type ParseHtml } from './article';
import { textOfBlocks } from './blocks';

/** In bytes of the document's XML once it is unpacked: some ten times a long book. */
const mostUnpacked = 50_000_000;

export interface WordDocument {
	text: string;
	title?: string;
	author?: string;
}

/**
 * Paragraphs, list items and rows are lines, as of a page; deleted words of tracked changes, comments and pictures are
 * not there, and footnotes stand at the end.
 * @throws InputFault where it is another kind of archive, damaged, or unpacks to more than is read
 */
export async function readDocx(bytes: Uint8Array, parseHtml: ParseHtml): Promise<WordDocument> {
	const parts = unpacked(bytes);
	if (!parts['word/document.xml']) throw new InputFault('other-document');
	const { default: mammoth } = await import('mammoth');
	// Packed anew without its pictures, so that the library meets nothing that was not measured.
	const buffer = zipSync(parts, { level: 0 });
	let html;
	try {
		const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
		// In Node the library takes a buffer, in browsers an array buffer.
		const input = { buffer: buffer as Buffer, arrayBuffer: buffer.buffer };
		html = (await mammoth.convertToHtml(input, { convertImage: noPicture })).value;
	} catch {
		throw new InputFault('damaged');
	}
	const properties = parts['docProps/core.xml'];
	const said = properties && parseHtml(new TextDecoder().decode(properties));
	const property = (name: string) => said?.getElementsByTagName(name)[0]?.textContent?.trim() || undefined;
	return {
		text: textOfBlocks(parseHtml(`<!doctype html><html><body>${html}</body></html>`).body).text,
		title: property('dc:title'),
		author: property('dc:creator')
	};
}

/** The parts of XML. No part gets larger than the archive says that it is, whatever is in it. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
	let size = 0;
	let isTooLarge = false;
	let parts;
	try {
		parts = unzipSync(bytes, {
			filter({ name, originalSize }) {
				if (isTooLarge || !/\.(?:xml|rels)$/i.test(name)) return false;
				size += originalSize;
				isTooLarge = size > mostUnpacked;
				return !isTooLarge;
			}
		});
	} catch {
		throw new InputFault('damaged');
	}
	if (isTooLarge) throw new InputFault('too-large', mostUnpacked);
	return parts;
}
