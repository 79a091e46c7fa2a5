/** The measuring tool: two ends or a centre and a radius, and what the sources allow to be said of the distance. */
import { asset } from '$app/paths';
import type { ListedSite, Neighbour } from '../geodata/near';
import type { Name } from '../geodata/schema';
import { compare, getLocale, named } from '../words';

/** What is fetched with the tool. */
type Near = Pick<typeof import('../geodata/near'), 'distanceBetween' | 'exactly' | 'within'> &
	Pick<typeof import('../words/near'), 'describeBearing' | 'describeDistance'>;

export interface MeasuredPlace extends ListedSite {
	name: Name;
}

export type End = { site: string } | { longitude: number; latitude: number };

export interface Surroundings {
	certainly: Neighbour<MeasuredPlace>[];
	possibly: Neighbour<MeasuredPlace>[];
}

export class Measuring {
	active = $state(false);
	from = $state.raw<End | null>(null);
	to = $state.raw<End | null>(null);
	/** Kilometres around the first end; null measures between two ends. */
	radius_km = $state<number | null>(null);
	failed = $state(false);
	#near = $state.raw<Near | null>(null);
	#places = $state.raw<readonly MeasuredPlace[]>([]);
	readonly #given: readonly MeasuredPlace[] | null;

	/** The distance between the ends in words, and which way; null until both are there. */
	readonly distance: { words: string; bearing: string | null } | null = $derived.by(() => {
		const near = this.#near;
		if (!near || !this.from || !this.to || this.radius_km !== null) return null;
		const [a, b] = [this.#placed(near, this.from), this.#placed(near, this.to)];
		if (!a || !b) return null;
		const distance = near.distanceBetween(a, b);
		return {
			words: near.describeDistance(distance, getLocale()),
			bearing: distance.bearing && near.describeBearing(distance.bearing, getLocale())
		};
	});

	/** The sites within the radius of the first end: those that certainly are, and those that may be. */
	readonly surroundings: Surroundings | null = $derived.by(() => {
		const near = this.#near;
		if (!near || !this.from || this.radius_km === null) return null;
		const origin =
			'site' in this.from
				? this.#placeOf(this.from.site)
				: ([this.from.longitude, this.from.latitude] as [number, number]);
		return origin ? near.within(origin, this.radius_km, this.#places) : null;
	});

	/** @param places those to measure between; without them the published sites are fetched */
	constructor(places: readonly MeasuredPlace[] | null = null) {
		this.#given = places;
	}

	/** Turns the tool on or off; its code and the geometries come the first time. */
	async toggle(): Promise<void> {
		this.active = !this.active;
		this.from = this.to = null;
		if (!this.active || this.#near) return;
		try {
			const [{ distanceBetween, exactly, within }, { describeBearing, describeDistance }, places] =
				await Promise.all([import('../geodata/near'), import('../words/near'), this.#given ?? published()]);
			this.#places = places;
			this.#near = { distanceBetween, exactly, within, describeBearing, describeDistance };
			this.failed = false;
		} catch {
			this.failed = true;
			this.active = false;
		}
	}

	/** The first click sets one end, the second the other, the third begins anew. */
	click(end: End): void {
		if (this.radius_km !== null || !this.from || this.to) {
			this.from = end;
			this.to = null;
		} else this.to = end;
	}

	nameOf(end: End): string {
		if ('site' in end) {
			const place = this.#placeOf(end.site);
			return place ? named(place.name) : end.site;
		}
		// Coordinates run from left to right in every language.
		const [north, east] = [end.latitude < 0 ? 'S' : 'N', end.longitude < 0 ? 'W' : 'E'];
		return `\u2066${Math.abs(end.latitude).toFixed(2)}° ${north}, ${Math.abs(end.longitude).toFixed(2)}° ${east}\u2069`;
	}

	/** All sites, for those who choose from a list and not on the map. */
	get places(): MeasuredPlace[] {
		return this.#places.toSorted((a, b) => compare(named(a.name), named(b.name)));
	}

	/** The circle to draw: none where no radius is asked for, or around a region or line, which has no centre. */
	get circle() {
		if (!this.active || !this.from || this.radius_km === null) return null;
		if (!('site' in this.from)) return { ...this.from, radius_km: this.radius_km };
		const geometry = this.#placeOf(this.from.site)?.geometry;
		if (geometry?.type !== 'Point') return null;
		const [longitude, latitude] = geometry.coordinates;
		return { longitude, latitude, radius_km: this.radius_km };
	}

	#placeOf(id: string): MeasuredPlace | undefined {
		return this.#places.find((place) => place.id === id);
	}

	#placed(near: Near, end: End) {
		return 'site' in end ? this.#placeOf(end.site) : near.exactly([end.longitude, end.latitude]);
	}
}

async function published(): Promise<MeasuredPlace[]> {
	const response = await fetch(asset('/map/places.json'));
	if (!response.ok) throw new Error(`places.json: ${response.status}`);
	return (await response.json()) as MeasuredPlace[];
}
