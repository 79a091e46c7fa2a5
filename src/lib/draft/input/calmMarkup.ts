/**
 * Markup without what a page's policy would report. A document that is only read runs no script and no handler and
 * applies no style, but browsers hold each against the policy of the page that reads it, and fill the console. Handlers
 * and styles become attributes of data; scripts and style sheets are left out. No word of the page changes.
 */

const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const hides = /(?:^|;)\s?(?:display\s?:\s?none|visibility\s?:\s?hidden)/i;

export interface CalmPage {
	/** The same page, calm. An element that its style hides has `hidden`. */
	html: string;
	/** What its scripts of JSON-LD hold. */
	linkedData: string[];
}

export function calmMarkup(html: string): CalmPage {
	const parts: string[] = [];
	const linkedData: string[] = [];
	// Drawings and formulas, in which an element may close itself.
	let [kept, at, foreign] = [0, html.indexOf('<'), 0];
	while (at >= 0) {
		const tag = tagAt(html, at);
		const closesItself = foreign > 0 && html.startsWith('/>', tag.end - 2);
		if (/^<\/(?:svg|math)[\s>]/i.test(html.slice(at, at + 7))) foreign = Math.max(0, foreign - 1);
		else if (/^(?:svg|math)$/.test(tag.name) && !html.startsWith('/>', tag.end - 2)) foreign++;
		let next = raw.has(tag.name) && !closesItself ? closeOf(html, tag) : tag.end;
		if (tag.name === 'script' || tag.name === 'style') {
			if (tag.isData) linkedData.push(html.slice(tag.end, next));
			if (!closesItself) next = behind(html, '>', next);
			// Something has to part what stood before from what stands behind: “<” and a word would be a tag.
			parts.push(html.slice(kept, at), '<!---->');
			kept = next;
		} else
			for (const { start, value } of tag.noisy) {
				parts.push(html.slice(kept, start), hides.test(value.slice(0, 500)) ? 'hidden data-' : 'data-');
				kept = start;
			}
		at = html.indexOf('<', Math.max(next, at + 1));
	}
	return { html: parts.join('') + html.slice(kept), linkedData };
}

/** Where the end tag stands of an element whose content is no markup. */
function closeOf(html: string, { name, end }: Tag): number {
	const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
	close.lastIndex = end;
	return close.exec(html)?.index ?? html.length;
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
		if (key === 'type' && tag.name === 'script')
			tag.isData = value.trim().toLowerCase() === 'application/ld+json';
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
