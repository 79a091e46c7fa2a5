/** The borders and coasts that positions of records are held against. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readBoundaries } from '../geodata/boundaries';
import type { Atlas, Boundaries } from '../geodata/boundaries';

let read: Boundaries | undefined;

/** Natural Earth (public domain) as the package world-atlas has it; read once. */
export function boundaries(): Boundaries {
	const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
	return (read ??= readBoundaries(JSON.parse(readFileSync(path, 'utf8')) as Atlas));
}
