/** GeoPackages (OGC 12-128r19), whose layers are tables of a SQLite database, and any other such database. */
import type { FileBytes } from './fileBytes';
import type { Given, Layer } from './layer';
import { Refusal } from './problem';
import type { Rows } from './rows';
import { Sqlite, type SqliteTable, type Value } from './sqlite';
import { parseWkb } from './wkb';

/** What a database says of a layer. */
interface Said {
	/** The column of its shapes. */
	shapes: string | null;
	/** What its coordinate system is called. */
	system: string | null;
	rows: number | null;
}

const lengths = [0, 32, 48, 48, 64];

/** The layers of a GeoPackage, those with shapes first; the tables of another database. */
export async function openGeoPackage(file: FileBytes, given: Given): Promise<Layer[]> {
	const base = await Sqlite.open(file);
	const { tables, views } = await base.schema();
	const named = (name: string) => tables.find((table) => table.name.toLowerCase() === name);
	const contents = named('gpkg_contents');
	if (!contents && named('tiles') && named('metadata')) throw new Refusal('other-type', 'MBTiles');
	const said = contents ? await saidOf(base, contents, named) : null;
	const layers: (Layer & { hasShapes: boolean })[] = [];
	for (const table of tables) {
		const about = said ? said.get(table.name) : ofPlain(table, tables);
		if (!about) continue;
		layers.push({
			name: table.name,
			kind: 'layer',
			rows: about.rows,
			hasShapes: about.shapes !== null,
			async read(rows) {
				await readTable(base, table, about, rows, given);
				return {};
			}
		});
	}
	for (const name of views) if (said?.has(name)) given.problems.add('other-layer', { found: name });
	if (layers.length === 0) {
		const hasTiles = said !== null && tables.some(({ name }) => /tile/i.test(name));
		throw hasTiles ? new Refusal('other-type', 'GeoPackage (tiles)') : new Refusal('no-rows');
	}
	return [...layers.filter(({ hasShapes }) => hasShapes), ...layers.filter(({ hasShapes }) => !hasShapes)];
}

/** What a GeoPackage says of its layers, by the name of their table. */
async function saidOf(
	base: Sqlite,
	contents: SqliteTable,
	named: (name: string) => SqliteTable | undefined
): Promise<Map<string, Said>> {
	const all = async (table: SqliteTable | undefined) => {
		const found: Record<string, Value>[] = [];
		if (!table) return found;
		for await (const row of base.rows(table))
			found.push(Object.fromEntries(table.columns.map((name, at) => [name.toLowerCase(), row[at] ?? null])));
		return found;
	};
	const systems = await all(named('gpkg_spatial_ref_sys'));
	const systemOf = (id: Value) => {
		const system = systems.find(({ srs_id }) => srs_id === id);
		if (!system) return null;
		const { organization, organization_coordsys_id: number, definition } = system;
		if (typeof organization === 'string' && /^epsg$/i.test(organization) && Number(number) > 0)
			return `EPSG:${String(number)}`;
		return typeof definition === 'string' && /^[A-Z]+\s*\[/i.test(definition) ? definition : null;
	};
	const shapes = await all(named('gpkg_geometry_columns'));
	const counts = await all(named('gpkg_ogr_contents'));
	const said = new Map<string, Said>();
	for (const { table_name: name, data_type: kind } of await all(contents)) {
		if (typeof name !== 'string' || (kind !== 'features' && kind !== 'attributes')) continue;
		const column = shapes.find(({ table_name }) => table_name === name);
		const count = counts.find(({ table_name }) => table_name === name)?.feature_count;
		said.set(name, {
			shapes: column && typeof column.column_name === 'string' ? column.column_name : null,
			system: column ? systemOf(column.srs_id ?? null) : null,
			rows: typeof count === 'number' ? count : null
		});
	}
	return said;
}

/** A table of a database that is no GeoPackage: all that are not about others. */
function ofPlain({ name }: SqliteTable, tables: readonly SqliteTable[]): Said | null {
	const isAbout =
		/^(?:spatial_ref_sys|geometry_columns|spatialite_|views_|virts_|idx_|sql_statements|ElementaryGeometries|rtree_)/i;
	if (isAbout.test(name) && tables.length > 1) return null;
	return { shapes: null, system: null, rows: null };
}

async function readTable(
	base: Sqlite,
	table: SqliteTable,
	{ shapes, system }: Said,
	rows: Rows,
	{ problems, work }: Given
): Promise<void> {
	const column =
		shapes === null ? -1 : table.columns.findIndex((name) => name.toLowerCase() === shapes.toLowerCase());
	if (column >= 0) rows.projection = system;
	let origin = 0;
	try {
		for await (const values of base.rows(table)) {
			origin++;
			const properties: Record<string, unknown> = {};
			table.columns.forEach((name, at) => {
				if (at !== column) properties[name] = textOf(values[at] ?? null);
			});
			const value = values[column];
			work.spend(value instanceof Uint8Array ? value.length : 1);
			rows.addFeature(properties, column < 0 ? undefined : shapeIn(value ?? null), origin);
		}
	} catch (error) {
		// What was read before a damaged page stays.
		if (!(error instanceof Refusal) || error.reason !== 'damaged' || rows.count === 0) throw error;
		problems.add('truncated');
	}
}

/** A geometry, null where there is none, and what stands there where it can't be read. */
function shapeIn(value: Value): unknown {
	if (value === null) return null;
	if (!(value instanceof Uint8Array) || value.length < 8 || value[0] !== 0x47 || value[1] !== 0x50)
		return 'no geometry of a GeoPackage';
	const flags = value[3]!;
	const length = lengths[(flags >> 1) & 7];
	if (length === undefined) return 'no geometry of a GeoPackage';
	const found = parseWkb(value.subarray(8 + length));
	return found ? found.geometry : 'no geometry of a GeoPackage';
}

/** Null and what is no text are empty. */
const textOf = (value: Value): string | null =>
	value === null || value instanceof Uint8Array ? null : String(value);
