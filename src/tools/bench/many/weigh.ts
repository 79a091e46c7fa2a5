/** What a built site weighs: on its host, and for a reader who opens it. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** In bytes, but for the number of files. */
export interface Weight {
	/** The HTML of the first page, packed as a plain host sends it. */
	page: number;
	/** What the map, the filters and the timeline fetch once the words are there, packed. */
	map: number;
	/** The largest page of a single record, as it lies on the disk. */
	record: number;
	files: number;
	folder: number;
}

const forMap = ['map/marks.geojson', 'map/shapes.geojson', 'data/listing.json'];
const ofRecords = ['reports', 'sites', 'articles', 'embed/sites'];

export function weigh(directory: string): Weight {
	const packed = (name: string) => {
		const path = join(directory, name);
		return statSync(path, { throwIfNoEntry: false }) ? gzipSync(readFileSync(path)).length : 0;
	};
	const largest = (folder: string) =>
		readdirSync(join(directory, folder))
			.filter((name) => name.endsWith('.html'))
			.reduce((most, name) => Math.max(most, statSync(join(directory, folder, name)).size), 0);
	let [files, folder] = [0, 0];
	for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		files++;
		folder += statSync(join(entry.parentPath, entry.name)).size;
	}
	return {
		page: packed('index.html'),
		map: forMap.reduce((sum, name) => sum + packed(name), 0),
		record: Math.max(...ofRecords.map(largest)),
		files,
		folder
	};
}
