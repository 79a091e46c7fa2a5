/** What a data set lacks of the background of its map. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../lib/geodata/validate';

/** All that the map reads, and what has to stand beside it. */
const needed = [
	'land.json',
	'borders.json',
	'governorates.json',
	'water.json',
	'rivers.json',
	'cities.json',
	'labels.json',
	'sources.json',
	'LICENSE.md'
];
const make =
	'npm run basemap makes it for the region in dataset.json (--data DIR for another folder than geodata/)';

const missingIn = (directory: string) =>
	needed.filter((name) => !existsSync(join(directory, 'basemap', name)));

/**
 * The files that are missing of a background that is there in part: the map would be drawn wrong, and nobody would see why.
 * @param directory of the data set
 */
export function basemapProblems(directory: string): Problem[] {
	const missing = missingIn(directory);
	if (missing.length === needed.length) return [];
	return missing.map((name) => ({
		file: `basemap/${name}`,
		at: '',
		message: 'the file is missing',
		fix: make
	}));
}

/** That there is no background, which is no fault. */
export function basemapNotes(directory: string): string[] {
	if (missingIn(directory).length < needed.length) return [];
	return [
		'',
		`The map has no background, and its marks lie on a plain ground: there is no basemap/. ${make}.`
	];
}
