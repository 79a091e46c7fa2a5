/** Names that say of a column which angle it has. */
import { wordsOf } from './columnNames';

/** The words of a name that say which angle a column has, the surest first. Arabic without its article. */
const angleWords: Record<'latitude' | 'longitude', readonly string[]> = {
	latitude: [
		'latitude',
		'lat',
		'latitud',
		'latitudine',
		'breite',
		'breitengrad',
		'enlem',
		'широта',
		'عرض',
		'northing'
	],
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
		'boylam',
		'долгота',
		'довгота',
		'طول',
		'easting'
	]
};

/** What the name of a column with two angles in a cell says: which of them is first. Null where it does not say it. */
export function orderSaidBy(name: string): 'latitude-first' | 'longitude-first' | null {
	const words = wordsOf(name).flatMap((word) => {
		const glued = /^(lat|latitude)(lon|lng|long|longitude)$|^(lon|lng|long|longitude)(lat|latitude)$/.exec(
			word
		);
		return glued ? glued.slice(1).filter(Boolean) : word.replace(/^(?:و(?:ال)?|ال)/, '');
	});
	const at = (axis: 'latitude' | 'longitude') => words.findIndex((word) => angleWords[axis].includes(word));
	const [latitude, longitude] = [at('latitude'), at('longitude')];
	if (latitude < 0 || longitude < 0) return null;
	return latitude < longitude ? 'latitude-first' : 'longitude-first';
}

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
