/** The archive in which records leave the desk, or a folder of a data set that somebody packed. */
import { strFromU8, unzipSync } from 'fflate';
import { articlesIn } from './article';

/** Bytes of the archive, and of all that is unpacked of it. No article has a thousandth. */
const largest = { archive: 16 * 2 ** 20, all: 64 * 2 ** 20 } as const;

const isArticle = /(?:^|\/)articles\/[a-z0-9-]+\.json$/;
const isPlace = /(?:^|\/)places\/[a-z0-9-]+\.geojson$/;

/** Its articles with its places as one document of JSON, which `articlesIn` knows; null where it is another archive. */
export async function recordsIn(file: Blob): Promise<Blob | null> {
	if (file.size > largest.archive) return null;
	const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
	if (String.fromCharCode(...head) !== 'PK\x03\x04') return null;
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		let hasArticle = false;
		let size = 0;
		unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				if (isArticle.test(name)) hasArticle = true;
				if (isArticle.test(name) || isPlace.test(name)) size += originalSize;
				return false;
			}
		});
		if (!hasArticle || size > largest.all) return null;
		const contents = unzipSync(bytes, { filter: ({ name }) => isArticle.test(name) || isPlace.test(name) });
		const parsed = (wanted: RegExp) =>
			Object.entries(contents)
				.filter(([name]) => wanted.test(name))
				.map(([, content]) => JSON.parse(strFromU8(content)) as unknown);
		const records = { articles: parsed(isArticle), places: parsed(isPlace) };
		return articlesIn(records) ? new Blob([JSON.stringify(records)]) : null;
	} catch {
		// It is damaged, or no JSON: it is told as any other archive.
		return null;
	}
}
