/** Distances and directions in words, no finer than they are known. */
import type { Bearing, Distance, Neighbour } from '../geodata/near';
import type { Name } from '../geodata/schema';
import type { SiteView } from '../geodata/views';
import type { RelationKind } from '../geodata/vocabulary';
import { m } from './compiled/messages.js';
import { evidenceLabels } from './evidence';
import type { Locale } from './locale';
import { digits } from './numbers';

/**
 * A distance in words: “between 0 and 26 km”, “about 20 km (18 to 22)”, “20 km”. The ends are rounded outwards, in
 * steps that grow with the interval, so that the words never promise more than is known.
 */
export function describeDistance({ least_km, between_km, most_km }: Distance, locale: Locale): string {
	const step = stepFor(most_km - least_km, most_km);
	// Trigonometry may give 20.000000001 for 20, which must not be rounded up a whole step.
	const hair = 1e-6;
	const least = Math.floor(least_km / step + hair) * step;
	const most = Math.ceil(most_km / step - hair) * step;
	const middle = Math.min(Math.max(Math.round(between_km / step) * step, least), most);
	const written = (km: number) => digits(km, locale, step < 1 ? 1 : 0);
	const [from, km, to] = [written(least), written(middle), written(most)];
	if (most_km - least_km < hair) return m.map_kilometres({ n: km }, { locale });
	// The middle of an interval says something only where the interval is narrow beside it.
	const isNarrow = least > 0 && most_km - least_km <= between_km / 2;
	return isNarrow ? m.near_about({ km, from, to }, { locale }) : m.near_between({ from, to }, { locale });
}

/** In km, for an interval of a width and an upper end in km. */
function stepFor(width_km: number, most_km: number): number {
	if (width_km < 1 && most_km < 10) return 0.1;
	if (width_km < 50) return 1;
	return width_km < 200 ? 5 : 10;
}

/** A bearing in words: “to the north-east, about 40°”, in steps that grow with the spread. */
export function describeBearing({ degrees, spread, compass }: Bearing, locale: Locale): string {
	const step = spread < 1 ? 1 : spread < 10 ? 5 : 10;
	const rounded = (Math.round(degrees / step) * step) % 360;
	const words = { compass: evidenceLabels(locale).compass[compass], degrees: digits(rounded, locale) };
	return spread >= 1 ? m.near_bearing_about(words, { locale }) : m.near_bearing(words, { locale });
}

/** A site as the list of what is near shows it. Distances in km, `least_km` rounded down and `most_km` up. */
export interface NearRow {
	id: string;
	name: Name;
	least_km: number;
	most_km: number;
	/** “between 0 and 26 km” */
	distance: string;
	/** “to the south-east, about 130°”; null where the uncertainty allows no direction. */
	bearing: string | null;
	/** How the records tie the two together, if they do. */
	tie: RelationKind | null;
}

/**
 * How far the neighbours of a site may be from it.
 * @param related what the records tie the site to
 */
export function describeNear(
	neighbours: readonly Neighbour<Pick<SiteView, 'id' | 'name'>>[],
	related: SiteView['related'],
	locale: Locale
): NearRow[] {
	return neighbours.map(({ site: { id, name }, distance }) => ({
		id,
		name,
		least_km: Math.floor(distance.least_km * 10) / 10,
		most_km: Math.ceil(distance.most_km * 10) / 10,
		distance: describeDistance(distance, locale),
		bearing: distance.bearing && describeBearing(distance.bearing, locale),
		tie: related.find(({ place }) => place.id === id)?.relation ?? null
	}));
}
