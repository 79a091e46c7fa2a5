/**
 * Markup without what a page's policy would report. A document that is only read runs no handler and applies no style,
 * but browsers hold each against the policy of the page that reads it, and fill the console. Handlers and styles become
 * attributes of data, and scripts and style sheets lose what is in them, JSON-LD aside; no word of the page changes.
 */

const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const hides = /(?:^|;)\s?(?:display\s?:\s?none|visibility\s?:\s?hidden)/i;

/** The same page, calm. An element that its style hides gets `hidden`. */
export function calmMarkup(html: string): string {
	const parts: string[] = [];
	let [kept, at] = [0, html.indexOf('<')];
	while (at >= 0) {
		const tag = tagAt(html, at);
		for (const { start, value } of tag.noisy) {
			parts.push(html.slice(kept, start), hides.test(value.slice(0, 500)) ? 'hidden data-' : 'data-');
			kept = start;
		}
		let next = tag.end;
		if (raw.has(tag.name)) {
			const close = new RegExp(`</${tag.name}(?=[\\s/>])`, 'gi');
			close.lastIndex = next;
			next = close.exec(html)?.index ?? html.length;
			if (tag.name === 'style' || (tag.name === 'script' && !tag.isData)) {
				parts.push(html.slice(kept, tag.end));
				kept = next;
			}
		}
		at = html.indexOf('<', Math.max(next, at + 1));
	}
	return parts.join('') + html.slice(kept);
}

interface Tag {
	/** Of a start tag, in lower case; else empty. */
	name: string;
	end: number;
	/** Where attributes begin that a policy is held against. */
	noisy: { start: number; value: string }[];
	/** Whether its type is JSON-LD. */
	isData: boolean;
}

const attribute = /[^\s/>=][^\s/>=]*|=/y;
const spaces = /[\s/]+/y;
const assignment = /\s*=\s*/y;
const bare = /[^\s>]*/y;
const tagName = /[a-z][^\s/>]*/iy;

function tagAt(html: string, start: number): Tag {
	const tag: Tag = { name: '', end: start + 1, noisy: [], isData: false };
	if (html.startsWith('<!--', start)) return { ...tag, end: behind(html, '-->', start + 4) };
	const name = matchAt(tagName, html, start + 1);
	if (name === '')
		return /^<[!/?]/.test(html.slice(start, start + 2)) ? { ...tag, end: behind(html, '>', start) } : tag;
	tag.name = name.toLowerCase();
	let at = start + 1 + name.length;
	for (;;) {
		at += matchAt(spaces, html, at).length;
		if (at >= html.length || html[at] === '>') return { ...tag, end: Math.min(at + 1, html.length) };
		const key = matchAt(attribute, html, at).toLowerCase();
		const keyStart = at;
		at += key.length;
		let value = '';
		const assigned = matchAt(assignment, html, at);
		if (assigned !== '') {
			at += assigned.length;
			const quote = html[at];
			const isQuoted = quote === '"' || quote === "'";
			const end = isQuoted ? behind(html, quote, at + 1) : at + matchAt(bare, html, at).length;
			value = html.slice(isQuoted ? at + 1 : at, isQuoted ? end - 1 : end);
			at = end;
		}
		if (key === 'style' || key.startsWith('on'))
			tag.noisy.push({ start: keyStart, value: key === 'style' ? value : '' });
		if (key === 'type') tag.isData = value.trim().toLowerCase() === 'application/ld+json';
	}
}

function matchAt(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}

function behind(html: string, end: string, from: number): number {
	const at = html.indexOf(end, from);
	return at < 0 ? html.length : at + end.length;
}
