/** From a place of the gazetteer to one of the draft, drawn no finer than the words of the text allow. */
import { slug } from '../base/slug';
import type { Geometry } from '../geodata/schema';
import type { DrawnAs } from '../geodata/vocabulary';
import { apply, type Command } from './commands';
import { anyName } from './names';
import { sameQuote } from './same';
import type { DraftArticle, DraftPlace, Mark, PlaceCandidate, Precision } from './article';

/** In km, for words that give no distance: about a district, a governorate, a region. UCDP GED has no numbers for them. */
export const usualRadius_km = { 1: 2, 2: 5, 3: 15, 4: 40, 5: 100, 6: null, 7: 50 } as const;

/** How a place of a precision is drawn: a point only where the text gives the place, or one right beside it. */
export function drawnFor({ where_prec }: Precision): DrawnAs {
	if (where_prec === 6) return 'none';
	return where_prec <= 2 ? 'point' : 'ring';
}

/** A new place from what the gazetteer knows, with an id that neither the draft nor the data set has. */
export function placeFrom(candidate: PlaceCandidate, text: string, taken: ReadonlySet<string>): DraftPlace {
	const { where_prec, radius_km } = candidate.precision;
	const precision = { where_prec, radius_km: radius_km ?? usualRadius_km[where_prec] };
	const drawn = drawnFor(precision);
	return {
		id: freeId(candidate.name, taken),
		// The gazetteer has English names.
		name: { en: candidate.name },
		aliases: text === candidate.name ? [] : [text],
		kind: candidate.kind,
		drawn,
		geometry: drawn === 'none' || !candidate.position ? null : pointAt(candidate.position),
		precision: { ...precision, reason: '' },
		country: candidate.country,
		identifiers: {},
		reference: ''
	};
}

const pointAt = ({ longitude, latitude }: { longitude: number; latitude: number }): Geometry => ({
	type: 'Point',
	coordinates: [longitude, latitude]
});

/** A name as an id: `Deir ez-Zor` is `deir-ez-zor`; with a number where that is taken. @param otherwise without letters */
export function freeId(name: string, taken: ReadonlySet<string>, otherwise = 'place'): string {
	const base = slug(name) || otherwise;
	if (!taken.has(base)) return base;
	for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

/**
 * What has a mark mean a place that was suggested for it: a place of the data set as it is, one of the gazetteer as a new
 * place of the draft.
 * @param known ids of the places of the data set
 */
export function choosePlace(
	{ text, places }: DraftArticle,
	mark: Mark,
	candidate: PlaceCandidate,
	known: ReadonlySet<string>
): Command[] {
	if (mark.value.sort !== 'place') return [];
	const own = candidate.place;
	if (own && !known.has(own.id) && !places.some(({ id }) => id === own.id))
		return [
			{ do: 'place', place: own },
			{ do: 'mean', id: mark.id, value: { ...mark.value, place: own.id } }
		];
	if (candidate.id !== null)
		return [{ do: 'mean', id: mark.id, value: { ...mark.value, place: candidate.id } }];
	const taken = new Set([...known, ...places.map(({ id }) => id)]);
	const made = placeFrom(candidate, text.slice(mark.start, mark.end), taken);
	const there = places.find((place) => isSame(place, made));
	return [
		...(there ? [] : [{ do: 'place', place: made } as const]),
		{ do: 'mean', id: mark.id, value: { ...mark.value, place: (there ?? made).id } }
	];
}

/** Whether the draft has the place already, from another mention of it. */
const isSame = (a: DraftPlace, b: DraftPlace): boolean =>
	anyName(a.name) === anyName(b.name) &&
	a.kind === b.kind &&
	a.precision.where_prec === b.precision.where_prec &&
	JSON.stringify(a.geometry) === JSON.stringify(b.geometry);

/**
 * What accepts a mark or a report: with a report its place, which is the first that was suggested where none is chosen.
 * Nothing where the id is unknown.
 */
export function accepting(article: DraftArticle, id: string, known: ReadonlySet<string>): Command | null {
	const mark = article.marks.find((other) => other.id === id);
	if (mark) return { do: 'all', commands: acceptingMark(article, mark, known) };
	const report = article.reports.find((other) => other.id === id);
	if (!report) return null;
	const place = article.marks.find((other) => other.id === report.place);
	return {
		do: 'all',
		commands: [
			...(place && place.decision !== 'accepted' ? acceptingMark(article, place, known) : []),
			{ do: 'decide', id, decision: 'accepted' }
		]
	};
}

/**
 * What accepts a report with the others of the same words, which a list of places has: they say what it says, each of its
 * own place. One whose place is finer than the words is left to be looked at by itself.
 */
export function acceptingAll(article: DraftArticle, id: string, known: ReadonlySet<string>): Command | null {
	const first = accepting(article, id, known);
	if (!first) return null;
	const commands: Command[] = [first, { do: 'alike', id }];
	let after = commands.reduce(apply, article);
	for (const other of sameQuote(article, id)) {
		if (other.inferred.includes('place')) continue;
		// Each after those before it, so that no two new places get one id.
		const command = accepting(after, other.id, known)!;
		commands.push(command);
		after = apply(after, command);
	}
	return { do: 'all', commands };
}

function acceptingMark(article: DraftArticle, mark: Mark, known: ReadonlySet<string>): Command[] {
	const { value, id } = mark;
	const [first] = value.sort === 'place' ? value.candidates : [];
	const chosen =
		value.sort === 'place' && value.place === null && first ? choosePlace(article, mark, first, known) : [];
	return [...chosen, { do: 'decide', id, decision: 'accepted' }];
}
