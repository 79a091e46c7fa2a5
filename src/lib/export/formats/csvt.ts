/** The types of the columns of a CSV, as GDAL takes them (https://gdal.org/en/stable/drivers/vector/csv.html). */
import type { About } from '../../geodata/about';
import { csvColumns, shapeColumn, type Column } from './csv';

const types: Record<Column['type'], string> = {
	string: 'String',
	number: 'Real',
	integer: 'Integer',
	boolean: 'String',
	date: 'Date'
};

/** The file beside `reports.csv`: one line with a type for each column. */
export function columnTypes({ about }: { about: Pick<About, 'languages'> }): string {
	const words = csvColumns(about).map((column) => (column === shapeColumn ? 'WKT' : types[column.type]));
	return `${words.map((word) => `"${word}"`).join(',')}\n`;
}
