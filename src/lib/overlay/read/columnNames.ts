/** Names by which people call the columns of their files. */
import { withoutMarks } from '../../base/foldText';
import type { ColumnRoles } from '../table';

/** What the name of a column may say. */
export type Meaning = keyof ColumnRoles | 'latitude' | 'longitude' | 'place';

/** The surest names first: English, Arabic, French, Spanish, German, and the tags of HXL. */
const names: Record<Meaning, readonly string[]> = {
	latitude: [
		'wgs84latitude',
		'latitude',
		'lat',
		'latitud',
		'breite',
		'breitengrad',
		'geographischebreite',
		'خطالعرض',
		'دائرةالعرض',
		'العرض',
		'geolat',
		'#geo+lat',
		'latdd',
		'latdec',
		'decimallatitude',
		'latitudewgs84',
		'ylat',
		'gpslatitude',
		'y',
		'ycoord',
		'coordy',
		'pointy',
		'northing'
	],
	longitude: [
		'wgs84longitude',
		'longitude',
		'lon',
		'lng',
		'long',
		'longitud',
		'länge',
		'längengrad',
		'laenge',
		'geographischelänge',
		'خطالطول',
		'الطول',
		'geolon',
		'geolng',
		'#geo+lon',
		'londd',
		'londec',
		'decimallongitude',
		'longitudewgs84',
		'xlon',
		'gpslongitude',
		'x',
		'xcoord',
		'coordx',
		'pointx',
		'easting'
	],
	place: [
		'wgs84geometry',
		'wkt',
		'geom',
		'geometry',
		'thegeom',
		'wktgeom',
		'geojson',
		'geomjson',
		'stasgeojson',
		'stastext',
		'wkb',
		'ewkb',
		'wkbgeometry',
		'geoshape',
		'shape',
		'mgrs',
		'gridreference',
		'grid',
		'coordinates',
		'coordinate',
		'coords',
		'coord',
		'latlon',
		'latlng',
		'latlong',
		'lonlat',
		'gps',
		'geo',
		'geopoint',
		'position',
		'location',
		'coordonnées',
		'coordenadas',
		'koordinaten',
		'الإحداثيات',
		'إحداثيات',
		'الموقع',
		'#geo+coord'
	],
	actor: [
		'actor',
		'actors',
		'actor1',
		'party',
		'parties',
		'perpetrator',
		'side',
		'sidea',
		'force',
		'forces',
		'group',
		'armedgroup',
		'faction',
		'operator',
		'belligerent',
		'country',
		'controlledby',
		'affiliation',
		'owner',
		'#actor',
		'#actor+name',
		'acteur',
		'actores',
		'akteur',
		'partei',
		'bando',
		'grupo',
		'groupe',
		'الجهة',
		'الفاعل',
		'الطرف',
		'الفصيل',
		'القوة',
		'folder',
		'category',
		'kind',
		'type',
		'eventtype',
		'class',
		'catégorie',
		'categoría',
		'kategorie',
		'typ',
		'tipo',
		'النوع',
		'الفئة'
	],
	date: [
		'edtfdate',
		'date',
		'eventdate',
		'incidentdate',
		'datetime',
		'when',
		'day',
		'timestamp',
		'time',
		'datestart',
		'startdate',
		'start',
		'begin',
		'datum',
		'fecha',
		'jour',
		'التاريخ',
		'تاريخ',
		'اليوم',
		'#date',
		'#date+occurred',
		'#date+start',
		'acqdate',
		'acquired',
		'acquisitiondate',
		'imagedate',
		'captured',
		'capturedate',
		'datecaptured',
		'observed',
		'observationdate',
		'obsdate',
		'dateobserved',
		'occurred',
		'occurrencedate',
		'dateoccurred',
		'dateofevent',
		'dateofincident',
		'dateofattack',
		'attackdate',
		'sqldate',
		'referenceperiodstart',
		'periodstart',
		'validfrom',
		'datefrom',
		'fromdate',
		'from',
		'firstdate',
		'firstseen',
		'begindate',
		'datebegin',
		'begintime',
		'starttime',
		'timestart',
		'timespan',
		'period',
		'reported',
		'reporteddate',
		'reportdate',
		'datereported',
		'dateofreport',
		'submissiontime',
		'today',
		'published',
		'publisheddate',
		'datepublished',
		'publicationdate',
		'pubdate',
		'createdat',
		'created',
		'datecreated',
		'creationdate',
		'year',
		'année',
		'año',
		'jahr',
		'السنة'
	],
	name: [
		'name',
		'title',
		'sitename',
		'site',
		'placename',
		'location',
		'locationname',
		'place',
		'label',
		'nom',
		'nombre',
		'titre',
		'titulo',
		'titel',
		'ort',
		'lieu',
		'lugar',
		'الاسم',
		'اسم',
		'العنوان',
		'المكان',
		'nameen',
		'#loc+name',
		'#loc',
		'summary',
		'headline',
		'id'
	],
	source: [
		'source',
		'sources',
		'sourceurl',
		'url',
		'link',
		'permalink',
		'reference',
		'publisher',
		'quelle',
		'fuente',
		'référence',
		'lien',
		'enlace',
		'المصدر',
		'المصادر',
		'الرابط',
		'#meta+source',
		'#meta+url',
		'website'
	],
	quote: [
		'quote',
		'quotes',
		'quotation',
		'text',
		'notes',
		'note',
		'description',
		'desc',
		'details',
		'comment',
		'comments',
		'cmt',
		'citation',
		'cita',
		'texte',
		'texto',
		'zitat',
		'beschreibung',
		'descripción',
		'اقتباس',
		'الاقتباس',
		'النص',
		'نص',
		'الوصف',
		'ملاحظات',
		'#description'
	]
};

/** A longer name is one of a mistaken row, and only its beginning is looked at. */
const longestName = 200;

const ranks = Object.fromEntries(
	Object.entries(names).map(([meaning, list]) => [
		meaning,
		new Map(list.map((name, rank) => [plainName(name), rank]))
	])
) as Record<Meaning, Map<string, number>>;

/** How surely a name has a meaning: 0 most surely, Infinity where it does not. */
export function rankOf(meaning: Meaning, name: string): number {
	return ranks[meaning].get(plainName(name)) ?? Infinity;
}

/** The words of a name that say which angle a column has, the surest first. Arabic without its article. */
const angleWords: Record<'latitude' | 'longitude', readonly string[]> = {
	latitude: ['latitude', 'lat', 'latitud', 'latitudine', 'breite', 'breitengrad', 'عرض', 'northing'],
	longitude: [
		'longitude',
		'lon',
		'lng',
		'long',
		'longitud',
		'longitudine',
		'lange',
		'langengrad',
		'laenge',
		'laengengrad',
		'طول',
		'easting'
	]
};

/** Words that may stand beside `x` and `y` in the name of a coordinate, and say nothing else. */
const besideLetter =
	/^(?:coords?|coordinates?|points?|pos|position|gps|geo|map|utm|zone|epsg|srid|wgs|dd|deg|degrees|decimal|m|\d+)$/;

/**
 * How surely a name has one of its words say which angle a column has, and the other words; null where none does.
 * A part of a word says nothing: "violations" are no latitude.
 */
export function angleWordOf(
	axis: 'latitude' | 'longitude',
	name: string
): { rank: number; rest: string } | null {
	const words = wordsOf(name);
	const rankOfWord = (word: string) => angleWords[axis].indexOf(word.replace(/^ال/, ''));
	const at = words.findIndex((word) => rankOfWord(word) >= 0);
	const without = (index: number) => words.filter((_, each) => each !== index).join(' ');
	if (at >= 0) return { rank: rankOfWord(words[at]!), rest: without(at) };
	const letter = words.indexOf(axis === 'latitude' ? 'y' : 'x');
	const isAlone = letter >= 0 && words.every((word, index) => index === letter || besideLetter.test(word));
	return isAlone ? { rank: angleWords.longitude.length, rest: without(letter) } : null;
}

/** The words of a name, in lower case and without marks: they end at signs, at digits and where capitals begin. */
export function wordsOf(name: string): string[] {
	const parted = bareName(name)
		.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
		.replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ');
	return withoutMarks(parted.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name without units in brackets and without the prefix of an XML namespace (which GDAL writes as `ogr_`). */
function bareName(name: string): string {
	return name
		.slice(0, longestName)
		.replace(/^(?:ogr_|\w+:)(?=\p{L})/iu, '')
		.replace(/\(.*?\)|\[.*?\]/g, '');
}

/** A bare name in lower case, without marks, spaces and signs. */
export function plainName(name: string): string {
	return withoutMarks(bareName(name).toLowerCase()).replace(/[^\p{L}\p{N}#+]/gu, '');
}
