/** Which words of a page are its main text, by Mozilla's Readability; and why the others are not. */
import type { OmissionReason } from './article';
import { textOfBlocks, type Piece } from './blocks';

/**
 * What the library is given at most: it looks at all words of an element for each of those that it is in. No article's
 * page has as many elements, is as deep, or has so many words (in UTF-16 units, times their depth).
 */
const mostElements = 50_000;
const deepest = 150;
const mostWords = 20_000_000;
/** In characters. Less is a caption or a notice, and not the text. */
const shortestText = 140;
const mark = 'data-piece';

/**
 * Which pieces of a page are its main text; null where none is found. The page stays as it is.
 * @param pieces of the page's body
 */
export async function mainPieces(page: Document, pieces: readonly Piece[]): Promise<Set<number> | null> {
	if (isTooMuch(page.body, pieces)) return null;
	const { Readability } = await import('@mozilla/readability');
	const copy = page.cloneNode(true) as Document;
	// The library would make markup of what they hold, which the pages' policy does not allow.
	for (const element of [...copy.querySelectorAll('noscript, template')]) element.remove();
	for (const [index, { node }] of textOfBlocks(copy.body).pieces.entries()) {
		const span = copy.createElement('span');
		span.setAttribute(mark, String(index));
		node.parentNode!.replaceChild(span, node);
		span.appendChild(node);
	}
	keepBody(copy.body);
	let found;
	try {
		found = new Readability<Node>(copy, {
			maxElemsToParse: mostElements,
			keepClasses: true,
			disableJSONLD: true,
			serializer: (node) => node
		}).parse()?.content as Element | undefined;
	} catch {
		// Too many elements, or markup that the library does not expect.
		return null;
	}
	const main = new Set(
		[...(found?.querySelectorAll(`[${mark}]`) ?? [])].map((span) => Number(span.getAttribute(mark)))
	);
	let length = 0;
	for (const index of main) length += (pieces[index]?.end ?? 0) - (pieces[index]?.start ?? 0);
	return length < shortestText ? null : main;
}

function isTooMuch(body: HTMLElement, pieces: readonly Piece[]): boolean {
	const depths = new Map<Node, number>([[body, 0]]);
	let work = 0;
	for (const { node, start, end } of pieces) {
		const path: Node[] = [];
		let parent = node.parentNode!;
		for (; !depths.has(parent); parent = parent.parentNode!) path.push(parent);
		let depth = depths.get(parent)!;
		for (const element of path.reverse()) depths.set(element, ++depth);
		work += (end - start) * depth;
		if (depth > deepest || work > mostWords) return true;
	}
	return false;
}

/**
 * Between its attempts the library puts the body back from `innerHTML`. That would be text that becomes markup, which
 * the pages' policy does not allow (Trusted Types): it gets copies of the nodes.
 */
function keepBody(body: HTMLElement): void {
	let kept: Node[] = [];
	Object.defineProperty(body, 'innerHTML', {
		get() {
			kept = [...body.childNodes].map((node) => node.cloneNode(true));
			return '';
		},
		set() {
			while (body.firstChild) body.firstChild.remove();
			for (const node of kept) body.appendChild(node.cloneNode(true));
		}
	});
}

const byTag: Record<string, OmissionReason> = {
	NAV: 'menu',
	MENU: 'menu',
	FOOTER: 'footer',
	FORM: 'form',
	FIGCAPTION: 'caption',
	ASIDE: 'related',
	H1: 'title'
};
const byRole: Record<string, OmissionReason> = {
	navigation: 'menu',
	menubar: 'menu',
	menu: 'menu',
	contentinfo: 'footer',
	complementary: 'related',
	search: 'form'
};
/** Words of classes and ids, as sites call their parts. */
const byName: readonly (readonly [RegExp, OmissionReason])[] = [
	[/cookie|consent|gdpr/, 'cookies'],
	[/newsletter|subscri|sign-?up/, 'newsletter'],
	[/(?:^|[ _-])(?:ads?|advert\w*|sponsor\w*|promo\w*)(?:$|[ _-])/, 'advertisement'],
	[/share|sharing|social/, 'share'],
	[/related|recommend|trending|most-?read|popular|outbrain|taboola|read-?(?:more|next)/, 'related'],
	[/comment|disqus/, 'comments'],
	[/byline|author/, 'byline'],
	[/caption|credit/, 'caption'],
	[/breadcrumb|(?:^|[ _-])(?:nav|menu|navbar)/, 'menu'],
	[/footer|copyright/, 'footer']
];

/** Says of words that are no main text what they seem to be, by the elements that they stand in. */
export class Reasons {
	private readonly known = new Map<Element, OmissionReason | null>();

	reasonOf({ node }: Piece): OmissionReason {
		const path: Element[] = [];
		let reason: OmissionReason | null = null;
		for (let element = node.parentElement; element; element = element.parentElement) {
			const known = this.known.get(element);
			reason = known === undefined ? ownReason(element) : known;
			if (known === undefined) path.push(element);
			if (known !== undefined || reason !== null) break;
		}
		for (const element of path) this.known.set(element, reason);
		return reason ?? 'other';
	}
}

function ownReason(element: Element): OmissionReason | null {
	// Themes put the names of all that a site has on its body.
	if (/^(?:BODY|HTML)$/i.test(element.nodeName)) return null;
	if (element.hasAttribute('hidden')) return 'hidden';
	const tag = byTag[element.nodeName.toUpperCase()];
	const role = byRole[element.getAttribute('role') ?? ''];
	const name = `${element.getAttribute('class') ?? ''} ${element.id ?? ''}`.slice(0, 200).toLowerCase();
	return byName.find(([pattern]) => pattern.test(name))?.[1] ?? tag ?? role ?? null;
}
