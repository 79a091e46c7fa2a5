/** Documents of Word, made for the tests. */
import { strToU8, zipSync } from 'fflate';

export const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

const parts = {
	'[Content_Types].xml':
		'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
	'_rels/.rels':
		'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
};

/** A .docx with a body of paragraphs, and more parts by their names. */
export function docx(body: string, more: Record<string, string> = {}): Uint8Array {
	const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
	const all = Object.entries({ ...parts, 'word/document.xml': document, ...more });
	return zipSync(Object.fromEntries(all.map(([name, text]) => [name, strToU8(text)])));
}
