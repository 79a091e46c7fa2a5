/** Names by which people call the columns of their files. */
import { withoutMarks } from '../../base/foldText';
import type { ColumnRoles } from '../table';

/** What the name of a column may say. */
export type Meaning = keyof ColumnRoles | 'latitude' | 'longitude' | 'place';

/** The surest names first: English, Arabic, French, Spanish, German, and the tags of HXL. */
const names: Record<Meaning, readonly string[]> = {
	latitude: [
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
		'wkt',
		'geom',
		'geometry',
		'thegeom',
		'wktgeom',
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
		'published',
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

/**
 * A name in lower case, without marks, spaces, signs, units in brackets, and the prefix of an XML namespace (which GDAL
 * writes as `ogr_`).
 */
export function plainName(name: string): string {
	const bare = name
		.slice(0, longestName)
		.toLowerCase()
		.replace(/^(?:ogr_|\w+:)(?=\p{L})/u, '')
		.replace(/\(.*?\)|\[.*?\]/g, '');
	return withoutMarks(bare).replace(/[^\p{L}\p{N}#+]/gu, '');
}
