/**
 * A document of Word (.docx) as markup, by mammoth. The library is CommonJS and large: it belongs into a worker
 * (`docx.worker.ts`), where it is in nobody's way.
 */
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';

/** In bytes of XML once it is unpacked: several times a long book, and some seconds of work. */
const mostUnpacked = 20_000_000;

export type DocxFault = 'damaged' | 'other-document' | 'too-large';

export interface DocxMarkup {
	/** Of its body: paragraphs, headings, lists and tables. */
	html: string;
	/** Markup of its properties, or nothing. */
	properties: string;
}

/**
 * Deleted words of tracked changes, comments and pictures are not there, and footnotes stand at the end. Never throws:
 * a fault where it is another kind of archive, damaged, or unpacks to more than is read.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxMarkup | { fault: DocxFault }> {
	const parts = unpacked(bytes);
	if (typeof parts === 'string') return { fault: parts };
	if (!parts['word/document.xml']) return { fault: 'other-document' };
	// Packed anew without its pictures, so that the library meets nothing that was not measured.
	const buffer = zipSync(parts, { level: 0 });
	try {
		const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
		// In Node the library takes a buffer, in browsers an array buffer.
		const input = { buffer: buffer as Buffer, arrayBuffer: buffer.buffer };
		const { value: html } = await mammoth.convertToHtml(input, { convertImage });
		return { html, properties: new TextDecoder().decode(parts['docProps/core.xml']) };
	} catch {
		return { fault: 'damaged' };
	}
}

/** The parts of XML. No part gets larger than the archive says that it is, whatever is in it. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | DocxFault {
	let size = 0;
	let parts;
	try {
		parts = unzipSync(bytes, {
			filter({ name, originalSize }) {
				if (size > mostUnpacked || !/\.(?:xml|rels)$/i.test(name)) return false;
				size += originalSize;
				return size <= mostUnpacked;
			}
		});
	} catch {
		return 'damaged';
	}
	return size > mostUnpacked ? 'too-large' : parts;
}
