/**
 * Data that monitors have from elsewhere, one row for each source: which columns tell that a file is of it, what they
 * mean, what its publisher asks to be cited as, and where that is said. Nothing here is guessed: names of columns are those
 * of the publishers' codebooks, and where a citation could not be checked there is none, and the reader is asked.
 */

export type SourceId =
	| 'own-reports'
	| 'own-sites'
	| 'own-rows'
	| 'acled'
	| 'ucdp-ged'
	| 'gdelt'
	| 'firms'
	| 'sentinel'
	| 'kobo'
	| 'umap'
	| 'geoconfirmed'
	| 'google-my-maps'
	| 'google-earth'
	| 'hxl';

/** The meanings that a source gives to columns; `until` is where the dates of rows end. */
export type SourceRole = 'name' | 'actor' | 'date' | 'until' | 'source' | 'quote';

/** A column by its name, in lower case and without signs; or by its HXL tag and the attributes that it has at least. */
type ColumnKey = string;

export interface Source {
	id: SourceId;
	/** Columns that a file of it has: of each entry one at least. */
	has: readonly (ColumnKey | readonly ColumnKey[])[];
	/** A column most of whose texts look so. */
	like?: { columns: readonly ColumnKey[]; pattern: RegExp };
	/** What columns mean; of several the first that is there, and for colours the first with few enough values. */
	roles: Partial<Record<SourceRole, readonly ColumnKey[]>>;
	/** Where rows are, where several pairs of columns say it. */
	place?: { latitude: ColumnKey; longitude: ColumnKey };
	/** Texts in which a date or an address stands, where no column has it alone. */
	within?: { date?: readonly ColumnKey[]; source?: readonly ColumnKey[] };
	/** As its publisher asks for it; null where that depends on the file, or where it could not be checked. */
	citation: string | null;
	/** Where the publisher says how it may be used and cited. */
	terms: string | null;
}

/** The more telling ones first: the first that fits counts. */
export const sources: readonly Source[] = [
	{
		id: 'own-reports',
		has: ['report', 'whereprec', 'permalink', 'license', 'articleurl'],
		roles: {
			name: ['name'],
			actor: ['actorname', 'actors'],
			date: ['date'],
			until: ['datelatest'],
			source: ['permalink'],
			quote: ['quotes']
		},
		citation: null,
		terms: null
	},
	{
		id: 'own-sites',
		has: ['site', 'whereprec', 'permalink', 'license', 'precisionreason'],
		roles: {
			name: ['name'],
			actor: ['folder', 'actors'],
			date: ['date'],
			until: ['datelatest'],
			source: ['permalink'],
			quote: ['precisionreason']
		},
		citation: null,
		terms: null
	},
	{
		id: 'acled',
		has: ['eventidcnty', 'eventdate', 'eventtype', 'subeventtype'],
		roles: {
			name: ['location'],
			actor: ['eventtype'],
			date: ['eventdate'],
			until: [],
			source: ['source'],
			quote: ['notes']
		},
		citation: 'Armed Conflict Location & Event Data Project (ACLED); www.acleddata.com',
		terms: 'https://epo.acleddata.com/terms-of-use-and-attribution-policy'
	},
	{
		id: 'ucdp-ged',
		has: ['typeofviolence', 'whereprec', 'datestart', 'dateend', 'sidea'],
		roles: {
			name: ['wherecoordinates', 'wheredescription'],
			actor: ['sidea', 'typeofviolence'],
			date: ['datestart'],
			until: ['dateend'],
			source: ['sourcearticle', 'sourceoffice'],
			quote: ['sourceheadline']
		},
		citation:
			'Sundberg, Ralph, and Erik Melander (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4), 523–532. https://doi.org/10.1177/0022343313484347',
		terms: null
	},
	{
		id: 'gdelt',
		has: ['globaleventid', ['sqldate', 'day'], 'actiongeolat', 'actiongeolong'],
		roles: {
			name: ['actiongeofullname'],
			actor: ['quadclass', 'eventrootcode'],
			date: ['sqldate', 'day'],
			until: [],
			source: ['sourceurl']
		},
		place: { latitude: 'actiongeolat', longitude: 'actiongeolong' },
		citation:
			'Leetaru, Kalev, and Philip Schrodt (2013). GDELT: Global Data on Events, Language, and Tone, 1979–2012. International Studies Association Annual Conference, April 2013, San Diego, CA.',
		terms: 'https://www.gdeltproject.org/'
	},
	{
		id: 'firms',
		has: ['acqdate', 'acqtime', 'satellite', 'frp', 'confidence'],
		roles: { actor: ['confidence', 'satellite', 'instrument'], date: ['acqdate'], until: [] },
		citation:
			'We acknowledge the use of data and/or imagery from NASA’s Fire Information for Resource Management System (FIRMS), part of NASA’s Earth Science Data and Information System (ESDIS).',
		terms: 'https://www.earthdata.nasa.gov/learn/find-data/near-real-time/citation'
	},
	{
		id: 'sentinel',
		has: [['name', 'id', 'title', 'identifier', 'granulename', 'scenename']],
		like: {
			columns: ['name', 'id', 'title', 'identifier', 'granulename', 'scenename'],
			pattern: /^S[1-6][A-D]_[A-Z0-9]{2,}_/
		},
		roles: {
			name: ['name', 'title', 'identifier', 'granulename', 'scenename', 'id'],
			actor: ['platform', 'constellation', 'platformname', 'instrument', 'producttype', 'collection'],
			date: [
				'datetime',
				'contentdatestart',
				'contentdate',
				'beginposition',
				'acquisitiondate',
				'starttime',
				'startdatetime',
				'origindate',
				'publicationdate'
			],
			until: [],
			source: ['s3path', 'url', 'link']
		},
		citation: 'Contains modified Copernicus Sentinel data',
		terms: null
	},
	{
		id: 'kobo',
		has: ['id', 'uuid', 'submissiontime', ['index', 'validationstatus', 'submittedby']],
		// Its own questions say what happened and when; what the form adds says only when it was filled in.
		roles: { until: [] },
		citation: null,
		terms: null
	},
	{
		id: 'umap',
		has: ['umaplayer'],
		roles: { name: ['name'], actor: ['umaplayer'], quote: ['description'] },
		citation: null,
		terms: null
	},
	{
		id: 'geoconfirmed',
		has: ['name', 'description', 'styleurl'],
		like: { columns: ['description'], pattern: /geoconfirmed/i },
		roles: { name: ['name'], actor: ['folder', 'styleurl'], quote: ['description'] },
		within: { date: ['name', 'description'], source: ['description'] },
		citation: null,
		terms: null
	},
	{
		id: 'google-my-maps',
		has: ['name', 'styleurl'],
		like: { columns: ['styleurl'], pattern: /^#(?:icon|line|poly)-[\w-]+$/ },
		roles: { name: ['name'], actor: ['folder', 'styleurl'], quote: ['description'] },
		within: { date: ['name', 'description'], source: ['description'] },
		citation: null,
		terms: null
	},
	{
		id: 'google-earth',
		has: ['name', 'styleurl'],
		like: { columns: ['styleurl'], pattern: /^#(?:__managed_style_|m(?:sn)?_|s[hn]_)/ },
		roles: { name: ['name'], actor: ['folder', 'styleurl'], quote: ['description'] },
		within: { date: ['name', 'description'], source: ['description'] },
		citation: null,
		terms: null
	},
	{
		id: 'own-rows',
		has: ['wgs84longitude', 'wgs84latitude'],
		roles: {},
		citation: null,
		terms: null
	},
	{
		id: 'hxl',
		has: [
			[
				'#geo',
				'#loc',
				'#adm1',
				'#adm2',
				'#adm3',
				'#country',
				'#event',
				'#date',
				'#org',
				'#affected',
				'#sector'
			]
		],
		roles: {
			name: ['#loc+name', '#loc', '#event+name', '#adm3+name', '#adm2+name', '#adm1+name'],
			actor: ['#event+type', '#actor', '#actor+name', '#sector', '#crisis', '#status', '#org', '#adm1+name'],
			date: ['#date+occurred', '#date+start', '#date+reported', '#date'],
			until: ['#date+end'],
			source: ['#meta+url', '#meta+source', '#meta'],
			quote: ['#description', '#event+description', '#meta+description']
		},
		citation: null,
		terms: null
	}
];
