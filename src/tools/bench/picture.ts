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

/**
 * Waits until the picture has been the same for ten frames and nothing is on its way. Gives when it changed last, by
 * the page's clock.
 */
export async function rest(isBusy: () => boolean = () => false): Promise<number> {
	let last = await picture();
	let changed = performance.now();
	for (let same = 0; same < 10;) {
		await frame();
		const now = await picture();
		// Drawing is over when the pixels can be read, not when the page has asked for it.
		if (now !== last) changed = performance.now();
		same = now === last && !isBusy() ? same + 1 : 0;
		last = now;
	}
	return changed;
}

/** A sum over the pixels of the map as it stands, taken in the frame in which it was drawn. */
export async function picture(): Promise<number> {
	const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!;
	const small = new OffscreenCanvas(canvas.width / 4, canvas.height / 4);
	const context = small.getContext('2d', { willReadFrequently: true })!;
	context.drawImage(await createImageBitmap(canvas), 0, 0, small.width, small.height);
	const { data } = context.getImageData(0, 0, small.width, small.height);
	let sum = 0;
	for (let index = 0; index < data.length; index++) sum = (Math.imul(sum, 31) + data[index]!) | 0;
	return sum;
}
