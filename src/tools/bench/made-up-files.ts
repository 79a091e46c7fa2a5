/** Files of made-up rows to measure with, always the same: with seven actors, dates and a quote. */
import { dayOfIso, isoOfDay } from '../../lib/base/days';
import { random } from './made-up';

export const madeUpActors = [
	'Russia',
	'Iran',
	'Hezbollah',
	'Syrian government',
	'Israel',
	'United States',
	'Turkey'
];

interface Row {
	id: number;
	name: string;
	latitude: number;
	longitude: number;
	actor: string;
	date: string;
	quote: string;
}

const allButPosition = ({ id, name, actor, date, quote }: Row) => ({ id, name, actor, date, quote });

function* madeUpRows(count: number): Generator<Row> {
	const next = random(count);
	const degrees = (from: number, size: number) => Math.round((from + next() * size) * 1e6) / 1e6;
	for (let id = 1; id <= count; id++) {
		yield {
			id,
			name: `Made up, no. ${id}`,
			latitude: degrees(32.5, 4.5),
			longitude: degrees(35.8, 6),
			actor: madeUpActors[Math.floor(next() * madeUpActors.length)]!,
			date: isoOfDay(dayOfIso('2015-01-01') + Math.floor(next() * 3285)),
			quote: `what was said of ${id}`
		};
	}
}

/** Text by parts of some thousand rows: a million texts in a list would be measured as well. */
function fileOf(
	count: number,
	before: string,
	line: (row: Row) => string,
	between: string,
	after: string
): Blob {
	const parts: string[] = [];
	let part = before;
	for (const row of madeUpRows(count)) {
		part += (row.id > 1 ? between : '') + line(row);
		if (part.length < 1 << 22) continue;
		parts.push(part);
		part = '';
	}
	return new Blob([...parts, part + after]);
}

export const madeUpFiles = {
	CSV: (count: number): Blob =>
		fileOf(
			count,
			'id,name,latitude,longitude,actor,date,quote\n',
			({ id, name, latitude, longitude, actor, date, quote }) =>
				`${id},"${name}",${latitude},${longitude},${actor},${date},${quote}`,
			'\n',
			'\n'
		),
	/** @param propertiesOf all columns but the position, unless it gives others */
	GeoJSON: (count: number, propertiesOf: (row: Row) => object = allButPosition): Blob =>
		fileOf(
			count,
			'{"type":"FeatureCollection","features":[\n',
			(row) =>
				JSON.stringify({
					type: 'Feature',
					geometry: { type: 'Point', coordinates: [row.longitude, row.latitude] },
					properties: propertiesOf(row)
				}),
			',\n',
			'\n]}'
		)
};
