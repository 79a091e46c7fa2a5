/** A file of tiles (PMTiles), of which only the parts in view are fetched. */
import { EtagMismatch, PMTiles, TileType, type Header, type RangeResponse } from 'pmtiles';
import { fetchPart } from './fetching';
import { hostName, type Background } from './list';
import { Fault } from './reception';

export interface Archive {
	header: Header;
	isPicture: boolean;
	/** A tile, unpacked; null where there is none. */
	tile: (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | null>;
}

/** @throws Fault where it can't be had, or is none */
export async function openArchive(background: Background): Promise<Archive> {
	const address = new URL(background.url, location.href);
	const host = hostName(address.origin);
	const archive = new PMTiles({
		getKey: () => address.href,
		getBytes: async (offset, length, signal, etag): Promise<RangeResponse> => {
			const headers = { range: `bytes=${offset}-${offset + length - 1}` };
			const response = await fetchPart(address.href, 'data', background, { signal, headers });
			const size = Number(response.headers.get('content-length') ?? Infinity);
			// The whole of a small file is no harm; that of a large one would be fetched for each tile.
			if (response.status === 200 && !(size <= length)) {
				await response.body?.cancel();
				throw new Fault({ why: 'whole', host });
			}
			const tag = response.headers.get('etag')?.replace(/^W\/.*$/, '') || undefined;
			if (etag && tag && tag !== etag) throw new EtagMismatch();
			return { data: await response.arrayBuffer(), etag: tag };
		}
	});
	const header = await archive.getHeader().catch((error: unknown) => {
		throw error instanceof Fault ? error : new Fault({ why: 'other', host });
	});
	return {
		header,
		isPicture: [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif].includes(header.tileType),
		tile: async (z, x, y, signal) => (await archive.getZxy(z, x, y, signal))?.data ?? null
	};
}
