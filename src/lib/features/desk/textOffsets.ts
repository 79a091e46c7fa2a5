/** Between the text on the page, which is one text node, and offsets of the article. */
import type { Span } from '../../draft/article';

/** The words that are selected in an element, as offsets of its text; null where none are, or not only in it. */
export function selectedIn(element: HTMLElement): Span | null {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
	const length = element.textContent.length;
	const start = offsetIn(element, range.startContainer, range.startOffset, length);
	const end = offsetIn(element, range.endContainer, range.endOffset, length);
	return start < end ? { start, end } : null;
}

/** The offset under a point of the screen, or null. */
export function offsetAt(element: HTMLElement, x: number, y: number): number | null {
	const position = document.caretPositionFromPoint?.(x, y);
	if (!position || !element.contains(position.offsetNode)) return null;
	return offsetIn(element, position.offsetNode, position.offset, element.textContent.length);
}

/** A range over a span of the text of an element; null before the text is there. */
export function rangeOf(element: HTMLElement, { start, end }: Span): StaticRange | null {
	const node = element.firstChild;
	if (!(node instanceof Text) || end > node.length) return null;
	return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

/** The element itself counts its nodes: before the text, or after it. */
const offsetIn = (element: HTMLElement, node: Node, offset: number, length: number) =>
	node === element ? (offset === 0 ? 0 : length) : offset;
