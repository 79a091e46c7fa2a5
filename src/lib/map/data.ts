/** From the site's GeoJSON to what the layers need: pure, and done once when the files arrive. */
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { MarkProperties, ShapeProperties } from '$lib/export/mapData';
import type { Name } from '$lib/geodata/schema';
import type { Hue, Sign } from '$lib/geodata/vocabulary';
import { recordsLanguage } from '$lib/words/locale';
import { boxOf, type Box } from './box';
import { geometryOnMap, onMap } from './onMap';

/** An actor as the map draws it. */
export interface MapActor {
	id: string;
	name: Name;
	letter: string;
	hue: Hue;
	parent: string | null;
}

/** A site as the links over the map, the tooltip and the hit test need it. */
export interface MapSite {
	id: string;
	name: Name;
	kind: string;
	sign: Sign;
	hollow: boolean;
	disputed: boolean;
	/** Whether only drafts report on it. */
	draft: boolean;
	actors: string[];
	/** On the map: across the antimeridian its longitude may be above 180. */
	position: [longitude: number, latitude: number];
	/** What the map shows when the site is selected: the box of its ring, area or line; null for a point. */
	box: Box | null;
	/** The box of the circle in which a point may lie, if that is known. */
	uncertainty: Box | null;
}

export type Marks = FeatureCollection<Point, MarkProperties>;
export type Shapes = FeatureCollection<Geometry, ShapeProperties>;

/** Everything that the layers and the clusters read. */
export interface MapData {
	marks: FeatureCollection<Point>;
	shapes: FeatureCollection;
	sites: Map<string, MapSite>;
	/** The same, by number; a cluster names its members by these numbers. */
	numbered: MapSite[];
}

/** The properties that are names: `name` is in the language of the records, `name_ar` in another. */
const namesIn = (properties: MarkProperties) =>
	Object.fromEntries(Object.entries(properties).filter(([key]) => /^name(_|$)/.test(key))) as Record<
		string,
		string
	>;

/** The names of a site by language, that of the records first. */
const namesOf = (properties: MarkProperties): Name =>
	Object.fromEntries(
		Object.entries(namesIn(properties)).map(([key, name]) => [key.slice(5) || recordsLanguage, name])
	);

/** Splits a list that is joined by spaces. */
export function words(text: string): string[] {
	return text.split(' ').filter(Boolean);
}

/**
 * Prepares the two files. A mark gets `slots` (how many chips it has), `slot:<actor>` (which of them is the actor's) and
 * `number` (its index in `numbered`); a shape gets `hue`: that of its actors, or `ink` where they differ.
 * @param only ids of the sites to keep, or undefined for all
 */
export function prepare(marks: Marks, shapes: Shapes, actors: MapActor[], only?: readonly string[]): MapData {
	const keep = only && new Set(only);
	const kept = <F extends Feature<Geometry, { site: string }>>(features: F[]) =>
		keep ? features.filter(({ properties }) => keep.has(properties.site)) : features;
	const order = actors.map(({ id }) => id);
	const hues = new Map(actors.map(({ id, hue }) => [id, hue]));
	const known = (text: string) =>
		words(text)
			.filter((id) => hues.has(id))
			.sort((a, b) => order.indexOf(a) - order.indexOf(b));
	const sites = new Map<string, MapSite>();

	const outShapes = kept(shapes.features).map((feature) => {
		const involved = known(feature.properties.actors);
		const involvedHues = new Set(involved.map((id) => hues.get(id)));
		return {
			...feature,
			geometry: geometryOnMap(feature.geometry),
			properties: { ...feature.properties, hue: involvedHues.size === 1 ? [...involvedHues][0] : 'ink' }
		};
	});
	const boxes = (uncertain: boolean) =>
		new Map(
			outShapes.flatMap(({ geometry, properties: { site, shape } }) =>
				(shape === 'uncertainty') === uncertain ? [[site, boxOf(geometry)] as const] : []
			)
		);
	const [drawn, uncertain] = [boxes(false), boxes(true)];
	const outMarks = kept(marks.features).map((feature, number): Feature<Point> => {
		const { properties, geometry } = feature;
		const involved = known(properties.actors);
		sites.set(properties.site, {
			id: properties.site,
			name: namesOf(properties),
			kind: properties.kind,
			sign: properties.sign as Sign,
			hollow: properties.hollow,
			disputed: properties.disputed,
			draft: properties.draft,
			actors: involved,
			position: onMap(geometry.coordinates as [number, number]),
			box: drawn.get(properties.site) ?? null,
			uncertainty: uncertain.get(properties.site) ?? null
		});
		return {
			type: 'Feature',
			geometry,
			properties: {
				site: properties.site,
				...namesIn(properties),
				sign: properties.sign,
				hollow: properties.hollow,
				disputed: properties.disputed,
				draft: properties.draft,
				reports: properties.reports,
				slots: involved.length,
				number,
				...Object.fromEntries(involved.map((id, slot) => [`slot:${id}`, slot]))
			}
		};
	});
	return {
		marks: { type: 'FeatureCollection', features: outMarks },
		shapes: { type: 'FeatureCollection', features: outShapes },
		sites,
		numbered: [...sites.values()]
	};
}
