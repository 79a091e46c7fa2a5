/**
 * Descriptions that are written in HTML, as those of Google Earth and My Maps are, read as plain text with its line ends
 * and its links. Nothing of the markup is kept, and nothing that it names is fetched.
 */
import { Parser } from 'htmlparser2';
import { addressIn } from '../base/webAddress';
import { plainPieces, type TextPiece } from './textPieces';

/** Elements whose text stands on lines of its own, and those with an empty line about them. */
const blocks = new Set(
	'address article blockquote center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
		' '
	)
);
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'table', 'ul', 'ol', 'dl']);
/** Elements whose text nobody reads. */
const unread = new Set(['script', 'style', 'head', 'title', 'noscript', 'template', 'iframe', 'object']);

/** The pieces of a text that is HTML. */
export function htmlPieces(html: string): TextPiece[] {
	const writer = new Writer();
	const parser = new Parser({
		onopentag: (name, attributes) => writer.open(name, attributes),
		onclosetag: (name) => writer.close(name),
		ontext: (text) => writer.text(text)
	});
	parser.end(html);
	return writer.finish();
}

class Writer {
	private readonly pieces: TextPiece[] = [];
	/** Line ends that are due before the next word, and whether a blank is. */
	private lines = 0;
	private hasBlank = false;
	private hasAny = false;
	private readonly hrefs: (string | null)[] = [];
	private unread = 0;
	private cells = 0;

	open(name: string, attributes: Record<string, string>): void {
		if (unread.has(name)) this.unread++;
		this.breakAt(name);
		if (name === 'br') this.lines = Math.min(2, this.lines + 1);
		else if (name === 'a') this.hrefs.push(addressIn(attributes.href ?? ''));
		else if (name === 'li') this.add('• ', null);
		else if (name === 'tr') this.cells = 0;
		else if (name === 'td' || name === 'th') {
			if (this.cells++ === 0 || this.lines > 0) return;
			this.hasBlank = false;
			this.add(' · ', null);
		} else if (name === 'img') {
			const address = addressIn(attributes.src ?? '');
			const words = (attributes.alt ?? '').trim();
			if (words !== '' || address) this.add(words || address!, this.hrefs.at(-1) ?? address);
		}
	}

	close(name: string): void {
		if (unread.has(name)) this.unread--;
		this.breakAt(name);
		if (name === 'a') this.hrefs.pop();
	}

	text(text: string): void {
		if (this.unread > 0) return;
		const href = this.hrefs.at(-1) ?? null;
		const words = text.split(/[\s\u00a0]+/);
		words.forEach((word, index) => {
			if (index > 0) this.hasBlank = true;
			if (word !== '') this.add(word, href);
		});
	}

	finish(): TextPiece[] {
		return this.pieces.flatMap((piece) => (piece.href === null ? plainPieces(piece.text) : [piece]));
	}

	private breakAt(name: string): void {
		if (blocks.has(name)) this.lines = Math.max(this.lines, spaced.has(name) ? 2 : 1);
	}

	/** Adds a text behind the line ends or the blank that are due. */
	private add(text: string, href: string | null): void {
		const gap = !this.hasAny ? '' : this.lines > 0 ? '\n'.repeat(this.lines) : this.hasBlank ? ' ' : '';
		this.lines = 0;
		this.hasBlank = false;
		this.hasAny = true;
		// A blank within a link is a part of it.
		if (gap !== '') this.put(gap, gap === ' ' && this.pieces.at(-1)?.href === href ? href : null);
		this.put(text, href);
	}

	private put(text: string, href: string | null): void {
		const last = this.pieces.at(-1);
		if (last?.href === href) last.text += text;
		else this.pieces.push({ text, href });
	}
}
