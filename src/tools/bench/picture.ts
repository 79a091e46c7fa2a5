/** What pages that are measured share: pictures of a map, and when they are other ones. */

/** Makes maps keep what they drew, so that pictures of any frame can be compared. Before any map is made. */
export function keepDrawings(): void {
	const getContext = HTMLCanvasElement.prototype.getContext;
	HTMLCanvasElement.prototype.getContext = function (
		this: HTMLCanvasElement,
		kind: string,
		options?: object
	) {
		return (getContext as (kind: string, options?: object) => RenderingContext | null).call(this, kind, {
			...options,
			preserveDrawingBuffer: true
		});
	} as typeof getContext;
}

export const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

export async function until(done: () => boolean): Promise<void> {
	while (!done()) await frame();
}

/** So few that what an app does a moment later, as when a reader has come to rest, is not in them. */
const stillFrames = 5;

/**
 * Waits until the picture has been the same for some frames and nothing is on its way. Gives when it changed last, by
 * the page's clock.
 * @param isOver ends the wait, as where what comes next is measured by itself
 */
export async function rest(
	isBusy: () => boolean = () => false,
	isOver: () => boolean = () => false
): Promise<number> {
	let last = picture();
	let changed = performance.now();
	for (let same = 0; same < stillFrames;) {
		await frame();
		if (isOver()) break;
		const now = picture();
		// Drawing is over when the pixels can be read, not when the page has asked for it.
		if (now !== last) changed = performance.now();
		same = now === last && !isBusy() ? same + 1 : 0;
		last = now;
	}
	return changed;
}

/** A sum over the pixels of the map as it stands. Reading them waits until all that was asked for is drawn. */
export function picture(): number {
	const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!;
	const { width, height } = canvas;
	const context = canvas.getContext('webgl2')!;
	const bound = context.getParameter(context.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
	const pixels = new Uint32Array(width * height);
	context.bindFramebuffer(context.FRAMEBUFFER, null);
	context.readPixels(0, 0, width, height, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(pixels.buffer));
	context.bindFramebuffer(context.FRAMEBUFFER, bound);
	return pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
}
