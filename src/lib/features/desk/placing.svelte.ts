/** A place that an author is about to give to some words: typed, looked up, or drawn on the map. */
import { parseMgrs, parsePair } from '../../overlay/read/coordinates';
import type { Precision } from '../../geodata/vocabulary';
import { placeKindIds } from '../../words/kinds';
import type {
	DraftArticle,
	DraftPlace,
	Mark,
	PlaceCandidate,
	Precision as Fineness
} from '../../draft/article';
import type { Command } from '../../draft/commands';
import { coarser, extent_km, finerThanWords, precisionFor, toolFor, wordsAllow } from '../../draft/fineness';
import { anyName, nameFrom } from '../../draft/names';
import { drawnFor, freeId, usualRadius_km } from '../../draft/places';
import {
	aimed,
	beginSketch,
	drawnBy,
	isComplete,
	sketchFault,
	takenBack,
	withCorner,
	type Drawn,
	type Sketch,
	type Tool
} from '../../draft/sketch';

/** What a hand does on the map: a corner is set, the next is aimed at, or the last one taken back. */
export type Stroke = { act: 'set' | 'aim'; at: { longitude: number; latitude: number } } | { act: 'back' };

type Geometry = NonNullable<DraftPlace['geometry']>;

export class Placing {
	/** Id of the mark whose words they are. */
	readonly mark: string;
	readonly words: string;
	/** The place of the draft that is changed, or null for a new one. */
	readonly place: DraftPlace | null;
	/** Tags of those of the data set, that of the records first. */
	readonly languages: readonly string[];
	/** By language; empty where it is not known. */
	readonly name = $state<Record<string, string>>({});
	kind = $state(placeKindIds.includes('positions') ? 'positions' : placeKindIds[0]!);
	where_prec = $state<Precision>(3);
	radius = $state<number | null>(null);
	/** As it is typed or pasted. */
	position = $state('');
	reason = $state('');
	reference = $state('');
	/** A line or an area, in the place of a position. */
	shape = $state.raw<Geometry | null>(null);
	/** What is being drawn; null while nothing is. */
	sketch = $state.raw<Sketch | null>(null);
	#country = '';
	#identifiers: Record<string, string> = {};
	/** How finely the words say where it is; null where they only name it. */
	readonly allowed: Fineness | null;

	readonly #read = $derived.by(() =>
		this.position.trim() === '' ? null : (parsePair(this.position) ?? parseMgrs(this.position))
	);
	readonly isPositionWrong = $derived.by(() => this.position.trim() !== '' && this.#read === null);
	readonly drawn = $derived.by(() => {
		if (this.where_prec === 6) return 'none';
		if (this.shape) return this.shape.type.endsWith('LineString') ? 'line' : 'region';
		return drawnFor({ where_prec: this.where_prec, radius_km: this.radius });
	});
	readonly geometry = $derived.by<Geometry | null>(() => {
		if (this.drawn === 'none') return null;
		return this.shape ?? (this.#read && { type: 'Point', coordinates: this.#read });
	});
	readonly precision = $derived.by(() => ({
		where_prec: this.where_prec,
		radius_km: this.radius ?? (this.shape ? null : usualRadius_km[this.where_prec]),
		reason: this.reason.trim()
	}));
	/** In what it is finer than its words; null where it is not. */
	readonly finer = $derived.by(() =>
		finerThanWords({ drawn: this.drawn, geometry: this.geometry, precision: this.precision }, this.allowed)
	);
	readonly canSave = $derived.by(
		() =>
			anyName(this.#trimmed) !== '' &&
			!this.isPositionWrong &&
			(this.drawn === 'none' || this.geometry !== null)
	);

	constructor(article: DraftArticle, mark: Mark, languages: readonly string[]) {
		this.languages = languages;
		const { value } = mark;
		this.mark = mark.id;
		this.words = article.text.slice(mark.start, mark.end);
		this.allowed = wordsAllow(article, mark);
		const id = value.sort === 'place' ? value.place : null;
		const place = article.places.find((other) => other.id === id) ?? null;
		this.place = place;
		const named = place?.name ?? nameFrom(this.words.replace(/\s+/g, ' ').trim(), languages);
		for (const tag of [...languages, ...Object.keys(named)]) this.name[tag] = named[tag] ?? '';
		if (!place) {
			this.where_prec = this.allowed?.where_prec ?? 3;
			this.radius = this.allowed?.radius_km ?? null;
			const [first] = value.sort === 'place' ? value.candidates : [];
			if (first) {
				this.kind = first.kind;
				this.#country = first.country;
			}
			return;
		}
		this.kind = place.kind;
		this.where_prec = place.precision.where_prec;
		this.radius = place.precision.radius_km;
		this.reason = place.precision.reason;
		this.reference = place.reference;
		this.#country = place.country;
		this.#identifiers = place.identifiers;
		if (place.geometry?.type === 'Point') this.position = written(place.geometry.coordinates);
		else this.shape = place.geometry;
	}

	/** What it is called on the map meanwhile. */
	get shownName(): string {
		return anyName(this.#trimmed) || this.words;
	}

	get #trimmed(): DraftPlace['name'] {
		return Object.fromEntries(Object.entries(this.name).map(([tag, words]) => [tag, words.trim()]));
	}

	/** Begins to draw, with the tool that fits the words unless one is given. */
	draw(tool: Tool = toolFor(this.allowed)): void {
		this.sketch = beginSketch(tool);
	}

	/** What a hand has done; true where the place is drawn with it. */
	stroke(stroke: Stroke): boolean {
		const { sketch } = this;
		if (!sketch) return false;
		if (stroke.act === 'back') {
			this.sketch = takenBack(sketch);
			return false;
		}
		const at: [number, number] = [stroke.at.longitude, stroke.at.latitude];
		if (stroke.act === 'aim') {
			this.sketch = aimed(sketch, at);
			return false;
		}
		const after = withCorner(sketch, at);
		// The same corner twice says that a line or an area is done.
		if (after === sketch) return this.finish();
		this.sketch = after;
		return isComplete(after) && this.finish();
	}

	get canFinish(): boolean {
		return this.sketch !== null && drawnBy(this.sketch) !== null;
	}

	get sketchFault() {
		return this.sketch && sketchFault(this.sketch);
	}

	/** Takes what is drawn; false where it is nothing yet. */
	finish(): boolean {
		const drawn = this.sketch && drawnBy(this.sketch);
		if (!drawn) return false;
		this.sketch = null;
		this.#take(drawn);
		return true;
	}

	#take({ drawn, geometry, radius_km }: Drawn): void {
		const size = radius_km ?? (drawn === 'region' ? extent_km(geometry) : null);
		this.where_prec = precisionFor(drawn, size, this.allowed);
		if (geometry.type === 'Point') {
			this.shape = null;
			this.position = written(geometry.coordinates);
			this.radius = radius_km ?? this.allowed?.radius_km ?? null;
		} else {
			this.shape = geometry;
			this.position = '';
			this.radius = null;
		}
	}

	/** Takes over a place of the gazetteer, no finer than the words. */
	choose({ name, kind, country, position, precision }: PlaceCandidate): void {
		const { where_prec, radius_km } = coarser(precision, this.allowed);
		Object.assign(this.name, nameFrom(name, this.languages));
		this.kind = kind;
		this.where_prec = where_prec;
		this.radius = radius_km;
		this.shape = null;
		this.#country = country;
		this.position = position ? written([position.longitude, position.latitude]) : '';
	}

	/**
	 * What gives the place to the words; null where something is missing.
	 * @param known ids of the places of the data set
	 */
	command(article: DraftArticle, known: Iterable<string>): Command | null {
		const mark = article.marks.find(({ id }) => id === this.mark);
		if (mark?.value.sort !== 'place' || !this.canSave) return null;
		const { place, words, drawn, geometry, kind } = this;
		const name = this.#trimmed;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
		const taken = new Set([...known, ...article.places.map(({ id }) => id)]);
		const saved: DraftPlace = {
			id: place?.id ?? freeId(anyName(name), taken),
			name,
			aliases: place?.aliases ?? (Object.values(name).includes(words) ? [] : [words]),
			kind,
			drawn,
			geometry,
			precision: this.precision,
			country: this.#country,
			identifiers: this.#identifiers,
			reference: this.reference.trim()
		};
		return {
			do: 'all',
			commands: [
				{ do: 'place', place: saved },
				{ do: 'mean', id: mark.id, value: { ...mark.value, place: saved.id } }
			]
		};
	}
}

/** Latitude first, as people write it. */
const written = ([longitude, latitude]: [number, number]): string => `${latitude}, ${longitude}`;
