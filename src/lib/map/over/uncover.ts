/** What lies over the map, and the names beneath it. */
import type { Patch } from '../engine/coveredNames';

/** Our own; what a page lays over the map says so with `data-over-map`. */
const over = '.controls, .controls .pad:not([hidden]), .scale, .credits';

interface Names {
	hasName(patch: Patch): boolean;
	hideNames(patches: readonly Patch[]): void;
}

/** No control lies over half a name: the scale finds a place of its own, once, and names beneath others give way. */
export function uncover(
	engine: Names | null,
	root: HTMLElement,
	scale: { settle(isCovering: (element: HTMLElement) => boolean): void } | undefined
): void {
	if (!engine) return;
	scale?.settle((element) => engine.hasName(partOf(element, root)));
	const controls = [...root.querySelectorAll(over), ...document.querySelectorAll('[data-over-map]')];
	engine.hideNames(
		controls
			.filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
			.map((control) => partOf(control, root))
	);
}

/** The part of the picture that an element lies over. */
function partOf(control: Element, root: HTMLElement): Patch {
	const [frame, box] = [root.getBoundingClientRect(), control.getBoundingClientRect()];
	return {
		left: box.left - frame.left,
		top: box.top - frame.top,
		right: box.right - frame.left,
		bottom: box.bottom - frame.top
	};
}
