/**
 * The event tables of GDELT come without a header. Their columns are those of its codebooks for 2.0
 * (61 columns) and 1.0 (58, without the second administrative divisions), in this order.
 */
import type { Rows } from '../read/rows';
import { mostly } from '../read/sample';

const actor = (number: 1 | 2) =>
	[
		'Code',
		'Name',
		'CountryCode',
		'KnownGroupCode',
		'EthnicCode',
		'Religion1Code',
		'Religion2Code',
		'Type1Code',
		'Type2Code',
		'Type3Code'
	].map((name) => `Actor${number}${name}`);
const place = (of: string, hasSecond: boolean) =>
	[
		'Type',
		'FullName',
		'CountryCode',
		'ADM1Code',
		...(hasSecond ? ['ADM2Code'] : []),
		'Lat',
		'Long',
		'FeatureID'
	].map((name) => `${of}Geo_${name}`);
const names = (hasSecond: boolean) => [
	...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
	...actor(1),
	...actor(2),
	...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass'],
	...['GoldsteinScale', 'NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
	...['Actor1', 'Actor2', 'Action'].flatMap((of) => place(of, hasSecond)),
	...['DATEADDED', 'SOURCEURL']
];

/** Names the columns of a table without a header, where it is one of these. */
export function nameGdelt(rows: Rows): void {
	const { columns } = rows;
	const known = [names(true), names(false)].find(({ length }) => length === columns.length);
	if (!known || !columns.every(({ name }, index) => name === String(index + 1))) return;
	const isEvent =
		mostly(columns[0]!, (text) => /^\d{6,12}$/.test(text)) &&
		mostly(columns[1]!, (text) => /^(?:19|20)\d{6}$/.test(text)) &&
		mostly(columns[2]!, (text) => /^(?:19|20)\d{4}$/.test(text)) &&
		mostly(columns[known.indexOf('QuadClass')]!, (text) => /^[1-4]$/.test(text));
	if (isEvent) columns.forEach((column, index) => (column.name = known[index]!));
}
