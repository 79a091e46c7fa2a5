import { m } from '$lib/words';
import type { PictureOptions } from './drawPicture';
import type { Drawn } from './drawn';

/**
 * A drawn map as a PNG with title, legend, address and attribution; the code that draws it is fetched first.
 * @param drawn null while there is no map
 * @throws Error, worded for the reader, while there is no map or what draws the picture is missing
 */
export async function pictureOf(drawn: Drawn | null, options: PictureOptions): Promise<Blob> {
	if (!drawn) throw new Error(m.picture_no_map());
	const code = import('./takePicture').catch((cause: unknown) => {
		throw new Error(m.picture_no_code(), { cause });
	});
	const [{ takePicture }] = await Promise.all([code, document.fonts.ready]);
	return takePicture(drawn, options);
}
