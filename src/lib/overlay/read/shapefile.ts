/**
 * Shapefiles (ESRI Shapefile Technical Description, 1998): shapes in .shp, a row of .dbf to each, the coordinate system in
 * .prj, the encoding of the texts in .cpg.
 */
import { Dbf } from './dbf';
import type { FileBytes } from './fileBytes';
import type { Given, Layer } from './layer';
import { Refusal } from './problem';
import { RecordBytes } from './recordBytes';
import { shapeOf } from './shapeRecords';
import type { ShapefileParts } from './shapefileParts';

/** No definition of a coordinate system is longer. */
const mostDefinition = 8000;
const headerSize = 100;

/** A Shapefile as the one table that it is. @throws Refusal where its shapes are missing or damaged */
export async function openShapefile(parts: ShapefileParts, name: string, given: Given): Promise<Layer> {
	const { shp, dbf, prj, cpg } = parts;
	if (!shp) throw new Refusal('shapefile-part', '.dbf');
	const head = await shp.slice(0, headerSize + 4);
	const view = new DataView(head.buffer);
	if (head.length < headerSize || view.getInt32(0) !== 9994) throw new Refusal('damaged', 'Shapefile');
	// The index of a Shapefile begins as its shapes do, and goes on with where the first of these is.
	if (head.length > headerSize && view.getInt32(headerSize) === headerSize / 2)
		throw new Refusal('shapefile-part', '.shx');
	const table = dbf ? await Dbf.open(dbf) : null;
	return {
		name,
		kind: 'file',
		rows: table?.count ?? null,
		async read(rows, choices) {
			const { problems, work } = given;
			if (!table) problems.add('missing-part', { found: '.dbf' });
			if (!prj) problems.add('missing-part', { found: '.prj' });
			else rows.projection = (await textOf(prj, mostDefinition)) || null;
			const said = cpg ? await textOf(cpg, 40) : null;
			const texts = table && (await table.texts(choices.encoding ?? null, said));
			if (texts?.isGuess && texts.encoding !== 'utf-8')
				problems.add('encoding', { instead: texts.encoding, found: texts.sampleText });
			const shapes = new RecordBytes(shp, headerSize);
			let [hasShapes, hasRows] = [true, texts !== null];
			for (let origin = 1; hasShapes || hasRows; origin++) {
				const shape = hasShapes ? await nextShape(shapes) : null;
				if (!shape) hasShapes = false;
				const row = hasRows ? await texts!.next() : null;
				if (!row) hasRows = false;
				if (!shape && !row) break;
				if (row === 'deleted') continue;
				work.spend(shape?.byteLength ?? 1);
				const geometry = shape && shapeOf(shape, work);
				rows.addFeature(row ?? {}, geometry === undefined ? 'a shape that is not known' : geometry, origin);
			}
			if (rows.count === 0 && shapes.isCut) throw new Refusal('damaged', 'Shapefile');
			// Its length stands in words of two bytes.
			if (shapes.isCut || texts?.isCut || view.getInt32(24) * 2 > shp.size) problems.add('truncated');
			return { encoding: texts?.encoding ?? null, sample: [...(texts?.sample ?? [])] };
		}
	};
}

/** The next shape; null at the end. */
async function nextShape(shapes: RecordBytes): Promise<DataView | null> {
	const head = await shapes.take(8);
	if (!head) return null;
	const length = head.getInt32(4) * 2;
	if (length < 4) {
		shapes.isCut = true;
		return null;
	}
	return shapes.take(length);
}

async function textOf(file: FileBytes, most: number): Promise<string> {
	return new TextDecoder()
		.decode(await file.slice(0, most))
		.replace(/^\ufeff/, '')
		.trim();
}
