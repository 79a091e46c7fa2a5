/** What Chromium prints: the words of each sheet and where they stand, and its pictures. */
import { extractImages, getDocumentProxy } from 'unpdf';
import { expect, type Page } from '@playwright/test';

// pdf.js asks for both, and the oldest Node that we name has neither yet.
const promises = Promise as unknown as Record<'try', unknown>;
promises.try ??= (work: (...given: unknown[]) => unknown, ...given: unknown[]) =>
	new Promise((resolve) => resolve(work(...given)));
const buffers = ArrayBuffer.prototype as unknown as Record<'transferToFixedLength', unknown>;
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
	const copy = new ArrayBuffer(length);
	new Uint8Array(copy).set(new Uint8Array(this).subarray(0, length));
	return copy;
};

interface Word {
	text: string;
	/** Points of the sheet, from its lower left corner. */
	box: { left: number; bottom: number; right: number; top: number };
}

interface Sheet {
	words: Word[];
	text: string;
	size: [width: number, height: number];
	/** How bright its largest picture is, from 0 to 255; null where it has none. */
	brightness: number | null;
}

/** Moves a hand, as anybody does who is about to print, and waits for what that brings: the map on paper. */
export async function readyToPrint(page: Page): Promise<void> {
	await page.mouse.move(5, 5);
	const hasSheet = () =>
		page.evaluate(() => {
			dispatchEvent(new Event('beforeprint'));
			const has = document.querySelector('.sheet') !== null;
			dispatchEvent(new Event('afterprint'));
			return has;
		});
	await expect.poll(hasSheet).toBe(true);
}

/** Prints a page, and reads that. */
export async function sheetsOf(page: Page, format: 'A4' | 'Letter'): Promise<Sheet[]> {
	const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
	const sheets: Sheet[] = [];
	for (let at = 1; at <= document.numPages; at++) {
		const sheet = await document.getPage(at);
		const { items } = await sheet.getTextContent();
		const words = items.flatMap((item): Word[] => {
			if (!('str' in item) || item.str.trim() === '') return [];
			const [, , , , left, bottom] = item.transform as number[];
			const box = { left: left!, bottom: bottom!, right: left! + item.width, top: bottom! + item.height };
			return [{ text: item.str, box }];
		});
		const pictures = await extractImages(document, at);
		const largest = pictures.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
		const [, , width, height] = sheet.view as [number, number, number, number];
		sheets.push({
			words,
			text: words.map(({ text }) => text).join(' '),
			size: [Math.round(width), Math.round(height)],
			brightness: largest ? largest.data.reduce((sum, value) => sum + value, 0) / largest.data.length : null
		});
	}
	return sheets;
}

/** Words that are printed over others: more than a fifth of the smaller lies beneath the other. */
export function overprinted({ words }: Sheet): string[] {
	const area = ({ left, right, bottom, top }: Word['box']) =>
		Math.max(0, right - left) * Math.max(0, top - bottom);
	// A sign that comes from another font within a line has a box that is wider than it is drawn.
	const whole = words.filter(({ text }) => text.trim().length > 1);
	return whole.flatMap((one, index) =>
		whole.slice(index + 1).flatMap((other) => {
			const shared = area({
				left: Math.max(one.box.left, other.box.left),
				right: Math.min(one.box.right, other.box.right),
				bottom: Math.max(one.box.bottom, other.box.bottom),
				top: Math.min(one.box.top, other.box.top)
			});
			const least = Math.min(area(one.box), area(other.box));
			// A word with a halo is drawn twice.
			return shared > least / 5 && one.text !== other.text ? [`“${one.text}” and “${other.text}”`] : [];
		})
	);
}
