/** Reports as CSV (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180): one row each, for spreadsheets, pandas and R. */
import type { About } from '../../geodata/about';
import { languageName, ownName } from '../../geodata/names';
import type { ReportView, SiteView } from '../../geodata/views';
import { parseWhen } from '../../geodata/dates';
import { claimMeaning } from '../../geodata/kinds';
import { doubts } from '../../words/labels/en/doubts';
import { exportGeometry } from '../geometry';
import {
	licenseLine,
	nameKey,
	reportLink,
	siteOf,
	sitesById,
	type ExportContext,
	type Selection
} from '../about';
import { writeCsv, type Cell } from './csvText';
import { listText, quoted } from './text';
import { wktOf } from './wkt';

/** A column: its name never changes, its type is one of Table Schema (https://specs.frictionlessdata.io/table-schema/). */
export interface Column {
	name: string;
	type: 'string' | 'number' | 'integer' | 'boolean' | 'date';
	format?: 'uri';
	description: string;
	value: (report: ReportView, site: SiteView | undefined, context: Pick<ExportContext, 'origin'>) => Cell;
}

const text = (name: string, description: string, value: Column['value']): Column => ({
	name,
	type: 'string',
	description,
	value
});

/**
 * The columns of reports, in order. The data package describes the files from this table.
 * @param languages tags of those of the data set, that of the records first
 */
export const reportColumns = ({ languages }: Pick<About, 'languages'>): readonly Column[] => [
	text('report', 'Id of the report; part of its address.', ({ id }) => id),
	text(
		'site',
		'Id of the site on the map; empty where the report is not drawn.',
		(_, site) => site?.id ?? null
	),
	text('name', `Name of the place in ${languageName(languages[0]!)}.`, ({ place }) =>
		place ? ownName(place.name) : null
	),
	...languages
		.slice(1)
		.map((tag) =>
			text(
				nameKey(tag),
				`Name of the place in ${languageName(tag)}.`,
				({ place }) => place?.name[tag] ?? null
			)
		),
	text('kind', 'Kind of place.', ({ place }) => place?.kind ?? null),
	text(
		'drawn',
		'How the site is drawn: point, ring (somewhere inside), region or line.',
		(_, site) => site?.drawn ?? null
	),
	{
		name: 'longitude',
		type: 'number',
		description:
			'Degrees, WGS 84; only for a site drawn as a point. The shapes of the others are in the last column.',
		value: (_, site) => pointOf(site)?.[0] ?? null
	},
	{
		name: 'latitude',
		type: 'number',
		description: 'Degrees, WGS 84; only for a site drawn as a point.',
		value: (_, site) => pointOf(site)?.[1] ?? null
	},
	{
		name: 'where_prec',
		type: 'integer',
		description: 'Precision of the place, UCDP GED where_prec: 1 exact to 7.',
		value: (_, site) => site?.precision.where_prec ?? null
	},
	{
		name: 'radius_km',
		type: 'number',
		description: 'Uncertainty of the place in kilometres.',
		value: (_, site) => site?.precision.radius_km ?? null
	},
	text('precision_reason', 'Why it is there, and why no finer.', (_, site) => site?.precision.reason ?? null),
	text('unmapped_reason', 'Why the report is not drawn.', ({ unmapped }) => unmapped?.reason ?? null),
	text('claim', 'Kind of claim.', ({ claim }) => claim),
	text('claim_group', 'presence or event.', (report) => claimMeaning(report).group),
	text('plover', 'PLOVER event type of an event.', (report) => claimMeaning(report).plover),
	text('summary', 'What is claimed, in one sentence of ours.', ({ summary }) => summary),
	text('actors', 'Names of the actors, joined by "; ".', ({ actors }) =>
		listText(actors.map(({ actor }) => ownName(actor.name)))
	),
	text('actor_ids', 'Ids of the actors, in the same order.', ({ actors }) =>
		listText(actors.map(({ actor }) => actor.id))
	),
	text('roles', 'Role of each actor, in the same order.', ({ actors }) =>
		listText(actors.map(({ role }) => role))
	),
	text('parts', 'Part of each actor, in the same order: present, acted, affected or named.', ({ actors }) =>
		listText(actors.map(({ part }) => part))
	),
	text('date', 'When it was, in EDTF (ISO 8601-2).', ({ when }) => when.edtf),
	{
		name: 'date_earliest',
		type: 'date',
		description: 'First day that the date may mean; empty where it is open.',
		value: ({ when }) => parseWhen(when.edtf).earliest
	},
	{
		name: 'date_latest',
		type: 'date',
		description: 'Last day that the date may mean; empty where it is open.',
		value: ({ when }) => parseWhen(when.edtf).latest
	},
	text('date_stated', 'What the article says of the date.', ({ when }) => when.stated),
	text('date_inferred', 'What of the date was inferred, and from what.', ({ when }) => when.inferred),
	text('quotes', 'The words of the article, in quotation marks; several are parted by […].', ({ quotes }) =>
		quoted(quotes)
	),
	text('article', 'Id of the article.', ({ article }) => article.id),
	text('article_title', 'Its title.', ({ article }) => article.title),
	text('publisher', 'Its publisher.', ({ article }) => article.publisher),
	text('published', 'Its date in EDTF.', ({ article }) => article.published.edtf),
	text(
		'published_inferred',
		'What of its date was inferred, and from what.',
		({ article }) => article.published.inferred
	),
	{
		name: 'checked',
		type: 'date',
		description:
			'Day (UTC) on which the words of the article were compared with its full text; empty where they were not yet, or were changed since.',
		value: ({ article }) => article.checked
	},
	{ ...text('article_url', 'Its address.', ({ article }) => article.url), format: 'uri' },
	text('chain', 'The sources behind it, first origin first, joined by "; ".', ({ chain }) =>
		listText(chain.map(({ name }) => name))
	),
	text('attribution', 'How the article says that it knows.', ({ attribution }) => attribution),
	{
		name: 'disputed',
		type: 'boolean',
		description: 'Whether somebody disputes it.',
		value: ({ disputed }) => disputed
	},
	{
		name: 'draft',
		type: 'boolean',
		description: 'Whether some of its article is still to be written; no published site has any.',
		value: ({ article }) => article.draft
	},
	text(
		'review',
		'draft, recorded, or reviewed by a second person; empty where the record does not say.',
		({ review }) => review?.state ?? null
	),
	text('recorded_by', 'Who recorded it.', ({ review }) => review?.recordedBy?.name ?? null),
	{
		name: 'recorded_on',
		type: 'date',
		description: 'Day on which that person recorded it.',
		value: ({ review }) => review?.recordedBy?.on ?? null
	},
	text(
		'reviewed_by',
		'The second person, who reviewed it.',
		({ review }) => review?.reviewedBy?.name ?? null
	),
	{
		name: 'reviewed_on',
		type: 'date',
		description: 'Day on which that person reviewed it.',
		value: ({ review }) => review?.reviewedBy?.on ?? null
	},
	text('caveats', 'What is the matter with it, joined by "; ".', ({ caveats }) =>
		caveats
			.map(({ kind, note, quotes }) =>
				[`${doubts.caveatKinds[kind]}: ${note}`, ...(quotes.length > 0 ? [quoted(quotes)] : [])].join(' ')
			)
			.join('; ')
	),
	text(
		'permalink',
		'Address of the report; relative where that of the site is not known.',
		({ id }, _, context) => reportLink(id, context)
	),
	text('license', 'Licence of the record.', () => licenseLine)
];

/** The column of geometries, which formats with geometries of their own do not need. */
export const shapeColumn: Column = text(
	'wkt',
	'Where the site is, as well-known text in degrees of WGS 84: a point, or the ring, region or line that it is inside.',
	(_, site) => (site ? wktOf(exportGeometry(site)) : null)
);

/** The columns of `/data/reports.csv`, in order. */
export const csvColumns = (about: Pick<About, 'languages'>): readonly Column[] => [
	...reportColumns(about),
	shapeColumn
];

export interface CsvOptions {
	/** Start with a byte order mark, by which Excel knows the text for UTF-8. */
	byteOrderMark?: boolean;
}

/** The reports of a selection as CSV with a header row and CRLF line ends. */
export function reportsCsv(
	{ reports, sites }: Selection,
	context: Pick<ExportContext, 'origin'> & { about: Pick<About, 'languages'> },
	{ byteOrderMark = false }: CsvOptions = {}
): string {
	const byId = sitesById(sites);
	const columns = csvColumns(context.about);
	const rows = reports.map((report) =>
		columns.map(({ value }) => value(report, siteOf(report, byId), context))
	);
	return (byteOrderMark ? '\uFEFF' : '') + writeCsv([columns.map(({ name }) => name), ...rows]);
}

function pointOf(site: SiteView | undefined) {
	return site?.drawn === 'point' && site.geometry.type === 'Point' ? site.geometry.coordinates : undefined;
}
