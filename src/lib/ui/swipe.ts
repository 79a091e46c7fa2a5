/** Sideways swipes turn pages. */
import type { Attachment } from 'svelte/attachments';

/** Pixels; a finger that moves less sideways scrolls or selects. */
const least = 60;

/**
 * An attachment that hears of swipes: forward, as to the next page of a book in the direction of the text, or back.
 * Anything that is not clearly sideways, or moves what itself scrolls sideways, is none.
 */
export function swipe(turn: (forward: boolean) => void): Attachment<HTMLElement> {
	return (node) => {
		let start: { x: number; y: number } | null = null;

		function begin({ touches, target }: TouchEvent) {
			const [touch] = touches;
			const isOne = touches.length === 1 && touch && !scrollsSideways(target as Element, node);
			start = isOne ? { x: touch.clientX, y: touch.clientY } : null;
		}

		function end(event: TouchEvent) {
			const [touch] = event.changedTouches;
			if (!start || !touch || !getSelection()?.isCollapsed) return;
			const [across, down] = [touch.clientX - start.x, touch.clientY - start.y];
			start = null;
			if (Math.abs(across) < least || Math.abs(across) < 2 * Math.abs(down)) return;
			turn(across < 0 === (getComputedStyle(node).direction === 'ltr'));
		}

		const cancel = () => (start = null);
		node.addEventListener('touchstart', begin, { passive: true });
		node.addEventListener('touchend', end);
		node.addEventListener('touchcancel', cancel);
		return () => {
			node.removeEventListener('touchstart', begin);
			node.removeEventListener('touchend', end);
			node.removeEventListener('touchcancel', cancel);
		};
	};
}

function scrollsSideways(target: Element, within: Element): boolean {
	for (let at: Element | null = target; at && at !== within; at = at.parentElement)
		if (at.scrollWidth > at.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(at).overflowX))
			return true;
	return false;
}
