/**
 * `npm run tiles -- FILE [-o OUT.pmtiles]`: makes a PMTiles archive of any file that a reader may drop on the map, with
 * the tiles that the map would cut of it. Any host that answers range requests publishes it: see VITE_TILES in README.
 */
import { openAsBlob, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printable } from '../lib/base/printable';
import type { ArchiveDescription } from '../lib/overlay/archive/archive';
import {
	boundsOf,
	codedBy,
	colourColumnOf,
	datesOverTime,
	valueCounts,
	writtenColours
} from '../lib/overlay/query/filter';
import { actorsOf } from '../lib/overlay/query/points';
import { Tiles, type KeptColumn } from '../lib/overlay/query/tiles';
import type { Box } from '../lib/overlay/read/box';
import { everyPosition } from '../lib/overlay/read/geometry';
import type { Problem } from '../lib/overlay/read/problem';
import { read, type Guesses } from '../lib/overlay/read/read';
import { idIn } from '../lib/overlay/read/systemNames';
import { Work } from '../lib/overlay/read/work';
import { flatShapes, geometriesOf } from '../lib/overlay/shapes';
import type { CodedColumn, Column, Table } from '../lib/overlay/table';
import { geodataDirectory, readSourceFiles } from '../lib/server/geodata';
import { counted, isCommand } from './command';
import { refusals } from './tiles/refusals';
import { depthOf, tilesOf, zooms } from './tiles/cut';
import { cutByTippecanoe, hasTippecanoe, joined } from './tiles/tippecanoe';
import { ArchiveWriter, type Written } from './tiles/writer';

const help = `npm run tiles -- FILE [-o OUT.pmtiles] [options]

Makes a PMTiles archive of a file that the map reads: GeoJSON, CSV, workbooks, Shapefiles, GeoPackages, KML, GPX and others,
packed or not.

  -o, --output PATH     the archive; without it the name of the file with .pmtiles
      --name TEXT       what the data is called on the map; without it the name of the file
      --attribution TEXT  whose data it is, as the map shows it
      --colour COLUMN   the column that rows are told apart by; without it the one of actors or of colours
      --keep COLUMNS    columns that the map shows of a row that is clicked, with commas between them: name,date,url
      --part NAME       the sheet, the layer or the file of an archive, where there are several; without it the first with places
      --crs SYSTEM      what its coordinates measure, such as EPSG:32637, where the file does not say it
      --maxzoom NUMBER  the deepest tiles, 0 to 16; without it 12, or as many more up to 14 as the points need

Where tippecanoe is installed it cuts the lines and areas.
`;

/** Larger files than a browser is asked to read, as far as this machine's memory goes. */
const limits = { file: Infinity, unpacked: Infinity, rows: 2 ** 27 };

export interface TilesChoices {
	output: string;
	name: string;
	attribution?: string;
	/** Name of a column. */
	colour?: string;
	/** Names of columns whose texts are in the deepest tiles. */
	keep?: readonly string[];
	maxzoom?: number;
	/** The sheet, the layer or the file of an archive. */
	part?: string;
	/** A coordinate system: its EPSG number, its name or its definition as WKT or PROJ has it. */
	crs?: string;
	/** Files and folders besides that it may not write over. */
	reads?: readonly string[];
}

export interface Made extends Written {
	table: Table;
	problems: Problem[];
	/** Which part of the file it has, and which there are, where one of several was taken; else null. */
	parts: string | null;
	/** Whether in the deepest tiles each row has a mark of its own. */
	isComplete: boolean;
}

/** Makes an archive of a file. @throws Error with a sentence where it can't */
export async function makeTiles(path: string, choices: TilesChoices): Promise<Made> {
	const file = await fileAt(path);
	const chosen = {
		...(choices.crs !== undefined && { projection: idIn(choices.crs) ?? choices.crs }),
		...(choices.part !== undefined && { part: choices.part })
	};
	const result = await read(file, chosen, {
		limits,
		work: new Work(Infinity),
		region: regionOf(),
		ownPlaces
	});
	if (result.refusal) {
		const { reason, detail } = result.refusal;
		throw new Error(`${path} can't be read: ${refusals[reason]}${detail ? ` (${detail})` : ''}.`);
	}
	const { table, problems, guesses } = result;
	if (choices.part !== undefined && guesses.part !== choices.part)
		throw new Error(`${path} has no part “${choices.part}”. ${partsText(guesses) ?? 'It has no parts.'}`);
	if (guesses.projection === 'unknown') throw new Error(askSystem(path, guesses));
	const colour = colourOf(table, choices.colour);
	const bounds = wholeBounds(table);
	if (!bounds) throw new Error(`${path} says of none of its ${counted(table.rows, 'row')} where it is.`);
	const kept = keptColumns(table, choices.keep ?? []);
	const byTippecanoe = table.shapes.rows.length > 0 && hasTippecanoe();
	const tiles = new Tiles(byTippecanoe ? { ...table, shapes: flatShapes(new Map()) } : table, colour, kept);
	const range = choices.maxzoom === undefined ? zooms : { least: choices.maxzoom, most: choices.maxzoom };
	const writer = new ArchiveWriter(choices.output, [path, ...(choices.reads ?? [])]);
	try {
		let isComplete = false;
		const ours = (function* () {
			({ isComplete } = yield* tilesOf(tiles, range));
		})();
		const shapes = byTippecanoe ? await cutByTippecanoe(table, colour, kept, depthOf(tiles, range)) : null;
		try {
			for (const { zoom, column, row, bytes, isOnlyShapes } of shapes ? joined(ours, shapes.tiles) : ours)
				writer.add(zoom, column, row, bytes, isOnlyShapes);
		} finally {
			shapes?.close();
		}
		const metadata = (maxzoom: number) => metadataOf(table, tiles, colour, kept, choices, maxzoom);
		const written = writer.finish({ bounds, metadata });
		const parts = choices.part === undefined ? partsText(guesses) : null;
		return { ...written, isComplete, table, problems, parts };
	} catch (error) {
		writer.discard();
		throw error;
	}
}

/** The box of the data set's region; null where the command was given away from one. */
function regionOf(): Box | null {
	try {
		const text = readFileSync(join(geodataDirectory(), 'dataset.json'), 'utf8');
		return (JSON.parse(text) as { region: { box: Box } }).region.box;
	} catch {
		return null;
	}
}

/** The records of the data set's places, for an article of ours. */
async function ownPlaces(): Promise<unknown[]> {
	return readSourceFiles(geodataDirectory())
		.filter(({ path }) => path.startsWith('places/'))
		.map(({ text }) => JSON.parse(text) as unknown);
}

/** Metres of an unknown system make no archive: it is asked which, with those that put the rows into the region. */
function askSystem(path: string, { projectionOthers }: Guesses): string {
	const offers = projectionOthers.map(
		({ id, name, at: [longitude, latitude] }) =>
			`\n  --crs ${id}  ${name}: the first row would be at ${latitude.toFixed(3)}, ${longitude.toFixed(3)}`
	);
	return `${path} has coordinates in metres, and nothing that is known says of which grid. Say it with --crs.${offers.join('')}`;
}

/** Which of its parts a file was read by, and how to choose another; null where it has none. */
function partsText({ part, parts }: Guesses): string | null {
	if (part === null) return null;
	const others = parts.map(({ name }) => name).filter((name) => name !== part);
	return `Of its parts it is “${part}”. The others, for --part: ${others.join(', ')}.`;
}

/** What stands in the archive beside its tiles: for every program, and under `attested` for our map. */
export function metadataOf(
	table: Table,
	tiles: Tiles,
	colour: CodedColumn | null,
	kept: readonly KeptColumn[],
	{ name, attribution }: Pick<TilesChoices, 'name' | 'attribution'>,
	maxzoom: number
): object {
	const time = datesOverTime(table, 120);
	const description: ArchiveDescription = {
		version: 1,
		rows: table.rows,
		placed: tiles.points.size,
		colour: colour && {
			name: colour.name,
			values: valueCounts(colour),
			written: writtenColours(table, colour)
		},
		time: time && { ...time, counts: [...time.counts] },
		...(kept.length > 0 && { kept: kept.map(({ column, property }) => ({ name: column.name, property })) })
	};
	const fields = {
		actor: 'Number',
		from: 'Number',
		to: 'Number',
		...Object.fromEntries(kept.map(({ property }) => [property, 'String']))
	};
	const ofMarks = {
		count: 'Number',
		undated: 'Number',
		across: 'Number',
		fixed: 'Number',
		growing: 'Number'
	};
	const layers = [
		{ id: 'points', fields: { ...fields, ...ofMarks }, minzoom: 0, maxzoom },
		...(table.shapes.rows.length > 0 ? [{ id: 'shapes', fields, minzoom: 0, maxzoom }] : [])
	];
	return {
		name,
		...(attribution && { attribution }),
		type: 'overlay',
		vector_layers: layers,
		attested: description
	};
}

/** Degrees that hold all points, lines and areas; null where there are none. */
function wholeBounds(table: Table): [number, number, number, number] | null {
	const bounds = boundsOf(table);
	for (const [, geometry] of bounds ? geometriesOf(table.shapes) : []) {
		everyPosition(geometry, ([x, y]) => {
			const [west, south, east, north] = bounds!;
			bounds!.splice(0, 4, Math.min(west, x!), Math.min(south, y!), Math.max(east, x!), Math.max(north, y!));
			return true;
		});
	}
	return bounds;
}

async function fileAt(path: string): Promise<Blob> {
	try {
		if (statSync(path).isFile()) return await openAsBlob(path);
	} catch (error) {
		throw new Error(`${path} can't be read: ${(error as Error).message}`, { cause: error });
	}
	throw new Error(`${path} is not a file.`);
}

/** Columns by name, each with a property of its own beside those that a mark has. @throws Error where one is not there */
function keptColumns(table: Table, names: readonly string[]): KeptColumn[] {
	const taken = new Set(['id', 'actor', 'count', 'from', 'to', 'undated', 'across', 'fixed', 'growing']);
	return [...new Set(names)].map((name) => {
		const column = columnOf(table, name);
		let property = name;
		while (taken.has(property)) property += '_';
		taken.add(property);
		return { column, property };
	});
}

/** @throws Error where it is not there */
function columnOf(table: Table, name: string): Column {
	const column = table.columns.find((each) => each.name === name);
	if (column) return column;
	const names = table.columns.map((each) => each.name).join(', ');
	throw new Error(`There is no column “${name}”. There are: ${names}.`);
}

function colourOf(table: Table, name: string | undefined): CodedColumn | null {
	if (name === undefined) {
		const written = actorsOf(table) ? null : colourColumnOf(table.columns);
		return written === null ? actorsOf(table) : codedBy(table.columns[written]!, table.rows);
	}
	const coded = codedBy(columnOf(table, name), table.rows);
	if (!coded) throw new Error(`“${name}” has more than 1,000 values: too many to tell rows apart by.`);
	return coded;
}

/** What the person is told of a finished archive. */
function reportOf(
	{ table, problems, parts, tiles, bytes, maxzoom, isComplete }: Made,
	output: string
): string[] {
	const number = (value: number) => value.toLocaleString('en');
	const placed = table.longitude.reduce((sum, longitude) => sum + Number(!Number.isNaN(longitude)), 0);
	return [
		...(parts === null ? [] : [parts]),
		...problems.map(({ kind, count, examples }) => {
			const rows = examples.flatMap(({ origin }) => origin ?? []);
			const where = rows.length > 0 ? `, first in ${rows.join(', ')}` : '';
			return `${kind.replaceAll('-', ' ')}: ${number(count)}${where}`;
		}),
		`${output}: ${number(placed)} of ${counted(table.rows, 'row')} in ${counted(tiles, 'tile')} of zoom 0 to ${maxzoom}, ${number(bytes)} bytes.`,
		...(isComplete
			? []
			: [`At zoom ${maxzoom} there are still so many points in a tile that some marks stand for several.`])
	];
}

function choicesFrom(options: string[]): { path: string; choices: TilesChoices } | null {
	const { values, positionals } = parseArgs({
		args: options,
		allowPositionals: true,
		options: {
			output: { type: 'string', short: 'o' },
			name: { type: 'string' },
			attribution: { type: 'string' },
			colour: { type: 'string' },
			keep: { type: 'string' },
			maxzoom: { type: 'string' },
			part: { type: 'string' },
			crs: { type: 'string' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help) return null;
	const [path, ...others] = positionals;
	if (path === undefined || others.length > 0) throw new Error(`Say which file, and one only.${help}`);
	const { maxzoom } = values;
	if (maxzoom !== undefined && !/^(\d|1[0-6])$/.test(maxzoom))
		throw new Error('--maxzoom is a whole number from 0 to 16.');
	const bare = basename(path).replace(
		/(\.(csv|tsv|txt|json|geojsonl?|ndjson|topojson|kml|kmz|gpx|xls[xmb]?|ods|shp|gpkg|gz|zip))+$/i,
		''
	);
	return {
		path,
		choices: {
			output: resolve(values.output ?? `${bare}.pmtiles`),
			name: values.name ?? bare,
			attribution: values.attribution,
			colour: values.colour,
			keep: values.keep
				?.split(',')
				.map((name) => name.trim())
				.filter((name) => name !== ''),
			part: values.part,
			crs: values.crs,
			maxzoom: maxzoom === undefined ? undefined : Number(maxzoom)
		}
	};
}

/** The command: prints, and gives the exit code. */
export async function main(options: string[]): Promise<number> {
	try {
		const asked = choicesFrom(options);
		if (!asked) {
			console.log(help);
			return 0;
		}
		const made = await makeTiles(asked.path, asked.choices);
		console.log(reportOf(made, asked.choices.output).map(printable).join('\n'));
		return 0;
	} catch (error) {
		// Names of columns and of files are anybody's; the help alone has lines.
		console.error((error as Error).message.split(help).map(printable).join(`\n\n${help}`));
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
