/** The types of the columns of a CSV, as GDAL takes them (https://gdal.org/en/stable/drivers/vector/csv.html). */
import type { About } from '../../geodata/about';
import { reportColumns, type Column } from './csv';

const types: Record<Column['type'], string> = {
	string: 'String',
	number: 'Real',
	integer: 'Integer',
	boolean: 'String',
	date: 'Date'
};

/** Columns that together are the point of a row. */
const coordinates: Record<string, string> = { longitude: 'CoordX', latitude: 'CoordY' };

/** The file beside `reports.csv`: one line with a type for each column. */
export function columnTypes({ about }: { about: Pick<About, 'languages'> }): string {
	const words = reportColumns(about).map(({ name, type }) => coordinates[name] ?? types[type]);
	return `${words.map((word) => `"${word}"`).join(',')}\n`;
}
