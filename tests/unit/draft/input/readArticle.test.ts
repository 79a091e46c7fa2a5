import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { withoutOmissions, type ArticleSource } from '../../../../src/lib/draft/input/article';
import { readDocx } from '../../../../src/lib/draft/input/docx';
import { largestFile, readArticle } from '../../../../src/lib/draft/input/readArticle';
import { utf16 } from '../../overlay/made';
import { docx, paragraph, run } from './documents';
import { newsPage, newsText, paragraphs, parseHtml } from './pages';

type Content = string | Uint8Array;
const fileOf = (content: Content, name: string, type = ''): ArticleSource & { kind: 'file' } => ({
	kind: 'file',
	file: new Blob([content as BlobPart], { type }),
	name
});
const read = (content: Content, name: string, type?: string) =>
	readArticle(fileOf(content, name, type), parseHtml, readDocx);
const fault = (content: Content, name: string) =>
	read(content, name).catch((error: { code: string }) => error.code);
const shown = (values: { value: string; origin: { in: string; name: string } }[]) =>
	values.map(({ value, origin }) => `${value} <${origin.in} ${origin.name}>`);

describe('pasted text', () => {
	it('is the text, to the unit', async () => {
		const text = ' A base\r\nwas hit.\rAnd\u00a0so\u200b on e\u0301. \n\n';
		const article = await readArticle({ kind: 'pasted', text }, parseHtml);
		expect(article).toMatchObject({ kind: 'pasted', text, full: text, omitted: [] });
		expect(article.warnings.map(({ code }) => code)).toEqual([
			'zero-width',
			'decomposed',
			'line-ends',
			'no-break-spaces',
			'no-recogniser'
		]);
	});

	it('may be empty, which is told', async () => {
		expect((await readArticle({ kind: 'pasted', text: ' ' }, parseHtml)).warnings).toEqual([
			{ code: 'empty' }
		]);
	});
});

describe('a file of text', () => {
	const text = `A brigade leaves\r\nBy Jane Doe\r\n${newsText}\r\n`;

	it.each([
		['UTF-8', text, 'utf-8'],
		['UTF-8 with a mark', `\ufeff${text}`, 'utf-8'],
		['UTF-16', utf16(text, false), 'utf-16le']
	])('in %s is its characters, line ends and all', async (_, content, encoding) => {
		const article = await read(content, 'a.txt');
		expect(article).toMatchObject({ kind: 'text', text, full: text, encoding });
		expect(shown(article.head.author)).toEqual(['Jane Doe <text byline>']);
	});

	it('in an encoding that is a guess says so, and can be read in another', async () => {
		const bytes = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x62, 0x61, 0x72]);
		expect(await read(bytes, 'a.txt')).toMatchObject({
			text: 'café bar',
			warnings: [
				{ code: 'encoding-guessed', encoding: 'windows-1252' },
				{ code: 'other-bytes', encoding: 'windows-1252' },
				{ code: 'no-recogniser' }
			]
		});
		const chosen = await readArticle({ ...fileOf(bytes, 'a.txt'), encoding: 'windows-1251' }, parseHtml);
		expect(chosen).toMatchObject({
			text: 'cafй bar',
			warnings: [{ code: 'other-bytes' }, { code: 'no-recogniser' }]
		});
	});

	it('is verified by the hash of its text, which is told where the file has another', async () => {
		expect((await read(newsText, 'a.txt')).warnings).toEqual([]);
		expect((await read(`\ufeff${newsText}`, 'a.txt')).warnings).toEqual([
			{ code: 'other-bytes', encoding: 'utf-8' }
		]);
	});

	it('with bytes that are no text tells where', async () => {
		const bytes = Uint8Array.from([...strToU8(`قاعدة ${newsText}`), 0xff, 0x20, 0xff]);
		const broken = await readArticle({ ...fileOf(bytes, 'a.txt'), encoding: 'utf-8' }, parseHtml);
		const at = newsText.length + 6;
		expect(broken.warnings[0]).toEqual({ code: 'bad-bytes', count: 2, at: [at, at + 2] });
	});

	it('that is markup by its words alone stays text, and Markdown has a heading', async () => {
		expect((await read('<p>one</p>', 'a.txt')).text).toBe('<p>one</p>');
		const markdown = await read(`# The base\n\n${newsText}`, 'a.md');
		expect([markdown.kind, markdown.text]).toEqual(['markdown', `# The base\n\n${newsText}`]);
		expect(shown(markdown.head.title)).toEqual(['The base <text heading>']);
	});

	it.each([
		['', 'a.txt', 'empty'],
		[' \n ', 'a.txt', 'empty'],
		['%PDF-1.7', 'a.pdf', 'pdf'],
		['{\\rtf1 a', 'a.rtf', 'other-document'],
		[Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'a.doc', 'other-document'],
		[Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'a.txt', 'picture'],
		[Uint8Array.from({ length: 999 }, (_, index) => (index * 7) % 256), 'a.txt', 'binary'],
		['PK\x03\x04 and nothing', 'a.docx', 'damaged']
	])('that is none is refused: %#', async (content, name, code) => {
		expect(await fault(content, name)).toBe(code);
	});

	it('that is too large is not even read', async () => {
		const file = { size: largestFile + 1, type: '', arrayBuffer: () => Promise.reject(new Error('read')) };
		const source = { kind: 'file', file: file as unknown as Blob, name: 'a.txt' } as const;
		await expect(readArticle(source, parseHtml)).rejects.toMatchObject({
			code: 'too-large',
			limit: largestFile
		});
	});
});

describe('a page', () => {
	it('is its article, with all that was left out and why', async () => {
		const article = await read(newsPage, 'a.html');
		expect(article.kind).toBe('page');
		expect(article.text).toBe(newsText);
		expect(article.omitted.map(({ start, end, reason }) => [reason, article.full.slice(start, end)])).toEqual(
			[
				['cookies', 'We use cookies to make this site better. Accept\n'],
				['menu', 'Home\nWorld\nSport\n'],
				['title', 'A brigade leaves its barracks\n'],
				['share', 'Facebook Twitter\n'],
				['related', 'Related: The harbour gets a new quay\n'],
				['related', '\nMost read\nOne more story of the day\nAnd another story of it'],
				['hidden', '\nNobody sees this line.'],
				['footer', '\n© 2022 The Made-Up Times. All rights reserved.']
			]
		);
		expect(article.warnings).toEqual([]);
	});

	it('can be put together again, wholly or in part', async () => {
		const { text, full, omitted } = await read(newsPage, 'a.html');
		expect(withoutOmissions(full, omitted)).toBe(text);
		expect(withoutOmissions(full, [])).toBe(full);
		const undone = omitted.filter(({ reason }) => reason !== 'title');
		expect(withoutOmissions(full, undone)).toBe(`A brigade leaves its barracks\n${text}`);
		const related = omitted.filter(({ start }) => !full.slice(start).startsWith('Related'));
		expect(withoutOmissions(full, related).split('\n')[5]).toBe('Related: The harbour gets a new quay');
	});

	it('is the same text each time', async () => {
		const [one, two] = [await read(newsPage, 'a.html'), await read(newsPage, 'b.htm', 'text/html')];
		expect(two).toEqual(one);
	});

	it('says who, when and where, each value with where it was read', async () => {
		const { head } = await read(newsPage, 'a.html');
		expect(
			Object.fromEntries(Object.entries(head).map(([key, values]) => [key, values && shown(values as never)]))
		).toEqual({
			title: ['A brigade leaves its barracks <json-ld headline>', 'Brigade leaves barracks <meta og:title>'],
			publisher: [
				'The Made-Up Times <json-ld publisher>',
				'Made-Up Times <meta og:site_name>',
				'news.example <address host>'
			],
			author: [
				'Jane Doe, John Roe <json-ld author>',
				'Jane Doe <meta author>',
				'Jane Doe and John Roe <element byline>'
			],
			published: ['2022-08-31 <json-ld datePublished>'],
			language: ['en-GB <element lang>', 'en <json-ld inLanguage>'],
			address: ['https://news.example/2022/brigade <element canonical>'],
			dateline: null
		});
	});

	it('is known by its beginning, its name or its type, and by its own word for its encoding', async () => {
		const page = `<!doctype html><meta charset=windows-1252><p>caf\xe9</p>`;
		const bytes = Uint8Array.from(page, (character) => character.charCodeAt(0));
		for (const [name, type] of [
			['a.html', ''],
			['a', ''],
			['a', 'text/html;charset=windows-1252']
		] as const)
			expect(await read(bytes, name, type)).toMatchObject({
				kind: 'page',
				text: 'café',
				encoding: 'windows-1252'
			});
	});

	it('that has no main text is all there, and that is told', async () => {
		const article = await read('<nav>Home</nav><p>Two words</p><p hidden>Unseen</p><p>Share</p>', 'a.html');
		expect(article.text).toBe('Two words');
		expect(article.full).toBe('Home\nTwo words\nUnseen\nShare');
		expect(article.warnings[0]).toEqual({ code: 'no-main-text' });
	});

	it('may be short: the library tries again, and no text becomes markup meanwhile', async () => {
		const html = `<nav>Home</nav><div class="comment"><p>${paragraphs[0]}</p></div>`;
		const document = parseHtml(html);
		const article = await readArticle(fileOf(html, 'a.html'), () => document);
		expect(article.text).toBe(paragraphs[0]);
	});

	it('that is too deep for the reader library is all there', async () => {
		const html = `${'<div>'.repeat(300)}<p>${newsText}</p>${'</div>'.repeat(300)}`;
		expect(await read(html, 'a.html')).toMatchObject({
			text: newsText.replaceAll('\n', ' '),
			warnings: [{ code: 'no-main-text' }]
		});
	});

	it('that says another language than its letters are of is taken at its letters', async () => {
		const text = 'قالت الوزارة إن القاعدة تقع في غرب البلاد وقد قصفت من الجو مع المطار الذي كان بعد المدينة.';
		const { head } = await read(`<html lang="en"><body><p>${text}</p><p>${text}</p></body></html>`, 'a.html');
		expect(shown(head.language)).toEqual(['ar <text words>', 'en <element lang>']);
	});

	it('keeps where it was fetched from, or saved from', async () => {
		const source = { ...fileOf('<p>One</p>', 'a.html'), address: 'https://news.example/b' };
		expect(shown((await readArticle(source, parseHtml)).head.address)).toEqual([
			'https://news.example/b <address fetched>'
		]);
		const saved = '<!doctype html>\n<!-- saved from url=(0022)https://news.example/c -->\n<p>One</p>';
		expect(shown((await read(saved, 'a.htm')).head.address)).toEqual([
			'https://news.example/c <address saved from url>'
		]);
		const text = { ...fileOf(newsText, 'a.txt'), address: 'https://news.example/d.txt' };
		expect(shown((await readArticle(text, parseHtml)).head.address)).toEqual([
			'https://news.example/d.txt <address fetched>'
		]);
	});

	it('runs nothing', async () => {
		await read(newsPage, 'a.html');
		expect('ran' in globalThis).toBe(false);
	});
});

describe('a web archive', () => {
	const quotedPrintable = (text: string) =>
		[...strToU8(text)]
			.map((byte) =>
				byte < 33 || byte > 126 || byte === 61
					? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
					: String.fromCharCode(byte)
			)
			.join('')
			.replace(/(?:=..|[^=]){70}/g, '$&=\r\n');
	const archive = (encoding: string, body: string) =>
		`From: <Saved by Made>\r\nSnapshot-Content-Location: https://news.example/saved\r\nSubject: A page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Made----"\r\n\r\n\r\n------Made----\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n------Made----\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n------Made------\r\n`;

	it.each([
		['quoted-printable', quotedPrintable(newsPage)],
		['base64', Buffer.from(newsPage).toString('base64').replace(/.{76}/g, '$&\r\n')],
		['8bit', newsPage]
	])('is the page in it, written as %s', async (encoding, body) => {
		const article = await read(archive(encoding, body), 'a.mhtml');
		expect(article).toMatchObject({ kind: 'saved-page', text: newsText, encoding: 'utf-8' });
		expect(article.head.address.map(({ value }) => value)).toContain('https://news.example/saved');
	});

	it('without a page is refused', async () => {
		expect(
			await fault(archive('8bit', newsPage).replace('text/html; charset', 'text/plain; charset'), 'a.mht')
		).toBe('damaged');
	});
});

describe('a document of Word', () => {
	/** The archive with another size of a part than it has. */
	function withSize(archive: Uint8Array, size: number, said: number): Uint8Array {
		const [view, changed] = [new DataView(archive.buffer), archive.slice()];
		for (let at = 0; at + 4 <= archive.length; at++)
			if (view.getUint32(at, true) === size) new DataView(changed.buffer).setUint32(at, said, true);
		return changed;
	}

	it('is its paragraphs, without what was deleted from them', async () => {
		const body =
			paragraph(run('A base ') + run('was hit &amp; left')) +
			paragraph('') +
			paragraph(`${run('قاعدة')}<w:r><w:br/></w:r>${run('second line')}`) +
			paragraph(
				`<w:del w:id="1">${run('gone').replaceAll('w:t', 'w:delText')}</w:del><w:ins w:id="2">${run('put in')}</w:ins>`
			);
		const properties =
			'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The &amp; title</dc:title><dc:creator>Jane Doe</dc:creator></cp:coreProperties>';
		const article = await read(docx(body, { 'docProps/core.xml': properties }), 'a.docx');
		expect(article).toMatchObject({
			kind: 'document',
			text: 'A base was hit & left\nقاعدة\nsecond line\nput in'
		});
		expect(shown(article.head.title)).toContain('The & title <meta dc:title>');
		expect(shown(article.head.author)).toEqual(['Jane Doe <meta dc:creator>']);
	});

	it('that is another kind of archive is refused, and one that unpacks to more than is read', async () => {
		expect(await fault(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.docx')).toBe('other-document');
		expect(await fault(docx('<broken'), 'a.docx')).toBe('damaged');
		const whole = docx(paragraph(run(newsText)));
		const size = unzipSync(whole)['word/document.xml']!.length;
		expect(await fault(withSize(whole, size, 20_000_001), 'a.docx')).toBe('too-large');
		// One that says that it is smaller than it is ends there.
		expect(await fault(withSize(whole, size, 300), 'a.docx')).toBe('damaged');
	});
});
