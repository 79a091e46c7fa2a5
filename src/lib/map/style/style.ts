/** The whole style, from its parts: the basemap beneath, the site's data above. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Locale } from '$lib/words/locale';
import type { Drawn } from '../backgrounds/draw';
import type { Basemap } from './basemap';
import type { FeatureCollection } from 'geojson';
import { clusterMembers } from './clusterImage';
import type { MapActor, MapData } from '../data';
import { draftFeatures, type DraftView } from '../draft';
import { fontFaces } from './fonts';
import type { LayerOptions } from './layerOptions';
import { draftSource, marksSource, measureSource, shapesSource } from './sources';
import { layersOf } from '../zorder';
import type { OverlayLayer } from '../overlay/overlay';
import { beyond, beyondSource, selectedFeatures, selectedSource, overlaySources } from '../overlay/source';
import { paletteOver, type Theme } from './palette';

/** The nearest zoom on the map's own ground. Sites that still cluster there open as a list. */
export const maxZoom = 14;
/** The nearest on a background that the reader chose, which has more to see. */
export const closeZoom = 17;

/**
 * Marks closer than this, in pixels at whole zooms, become a cluster. It is the width of two chips and a little room, so
 * that neighbours with chips in rows of two never touch.
 */
export const clusterRadius = 40;

export interface StyleOptions {
	theme: Theme;
	language: Locale;
	actors: readonly MapActor[];
	/** Null until the site's files have come. */
	data: MapData | null;
	/** What the measuring tool draws. */
	measure: FeatureCollection;
	/** The reader's own data and published archives, the lowest first. */
	overlays: readonly OverlayLayer[];
	/** Whether the finer ground near the sites is of use. */
	isNear?: boolean;
	/** Whether a row of an overlay was ever selected. */
	hasSelected?: boolean;
	/** Whether a mark of ours ever covered rows of an overlay. */
	hasRowsBeneath?: boolean;
	/** What is drafted at the desk, which then stands in the place of our own marks. */
	draft?: DraftView;
	/** The background that the reader chose, and whether there is something of it to see; null: the map's own alone. */
	background?: (Drawn & { isShown: boolean }) | null;
}

/** What of the options layers depend on. */
export function layerOptions(options: StyleOptions): LayerOptions {
	const { actors, language, measure, overlays, draft, background, ...known } = options;
	const { isNear, hasSelected, hasRowsBeneath } = known;
	return {
		actors,
		language,
		isMeasured: measure.features.length > 0,
		overlays,
		...(isNear && { isNear }),
		...(hasSelected && { hasSelected }),
		...(hasRowsBeneath && { hasRowsBeneath }),
		...(draft && { isDrafted: true }),
		...(background?.look === 'imagery' && background.isShown && { isOverImagery: true })
	};
}

/** The style for some options. Equal options give an equal style, so MapLibre changes only what differs. */
export function buildStyle(options: StyleOptions, basemap: Basemap): StyleSpecification {
	const { theme, measure, overlays, draft } = options;
	const data = options.data ?? (draft ? noData : null);
	const known = layerOptions(options);
	const layers = (part: 'beyond' | 'overlay' | 'data' | 'draft') =>
		layersOf(part, paletteOver(theme, known.isOverImagery), known);
	const beyondLayers = basemap.isPart ? layers('beyond') : [];
	const [beneath, names] = stacked(basemap, options.background ?? null, beyondLayers);
	return {
		version: 8,
		...withLetters(basemap),
		...(options.background && withLetters(options.background)),
		'font-faces': fontFaces,
		// Opacity answers at once; a fade would make the map feel slow.
		transition: { duration: 120, delay: 0 },
		// MapLibre reads them in this order: the images and fonts that the first ask for load while the others are laid out.
		sources: {
			...(draft && { [draftSource]: { type: 'geojson', data: draftFeatures(draft), tolerance: 0.2 } }),
			...(data && dataSources(data, !draft)),
			...(data &&
				known.isMeasured && { [measureSource]: { type: 'geojson', data: measure, tolerance: 0.2 } }),
			...basemap.sources,
			...options.background?.sources,
			...(beyondLayers.length > 0 && { [beyondSource]: { type: 'geojson', data: beyond } }),
			...overlaySources(overlays),
			...(known.hasSelected && { [selectedSource]: { type: 'geojson', data: selectedFeatures(overlays) } })
		},
		layers: [
			...beneath,
			...layers('overlay'),
			...names,
			...(draft ? layers('draft') : data ? layers('data') : [])
		]
	};
}

const withLetters = ({ glyphs, sprite }: Pick<Basemap, 'glyphs' | 'sprite'>) => ({
	...(glyphs && { glyphs }),
	...(sprite && { sprite })
});

/** What of a basemap stays on pictures of the ground, and all that follows it: borders and names. */
const isOnTop = ({ id, type }: LayerSpecification) =>
	type === 'symbol' || /^(governorates|borders|city-)/.test(id);

/**
 * The ground, and the names on it, between which the reader's own data lies. A background lies on the ground of the map's own,
 * which is seen until it is there and where it has a hole; a map with names on it lies on those of ours as well.
 */
function stacked(
	{ layers }: Basemap,
	background: (StyleOptions['background'] & object) | null,
	beyond: LayerSpecification[]
): [beneath: LayerSpecification[], names: LayerSpecification[]] {
	const split = (all: LayerSpecification[], isAbove: (layer: LayerSpecification) => boolean) => {
		const found = all.findIndex(isAbove);
		const at = found < 0 ? all.length : found;
		return [all.slice(0, at), all.slice(at)] as const;
	};
	const isName = ({ type }: LayerSpecification) => type === 'symbol';
	if (!background) {
		const [ground, names] = split(layers, isName);
		return [[...ground, ...beyond], names];
	}
	const [over, namesOver] = split(
		background.isShown ? background.layers : background.layers.map(unseen),
		isName
	);
	if (background.look === 'map') return [[...layers, ...beyond, ...over], namesOver];
	const [ground, top] = split(layers, isOnTop);
	const [lines, names] = split(top, isName);
	return [
		[...ground, ...beyond, ...over, ...lines],
		[...namesOver, ...names]
	];
}

/** The ground colour of a style would hide the map's own before there is anything of it to see. */
const unseen = (layer: LayerSpecification): LayerSpecification =>
	layer.type === 'background' ? { ...layer, paint: { ...layer.paint, 'background-opacity': 0 } } : layer;

const nothing = { type: 'FeatureCollection' as const, features: [] };
const noData = { marks: nothing, shapes: nothing };

function dataSources(
	{ marks, shapes }: Pick<MapData, 'marks' | 'shapes'>,
	cluster: boolean
): StyleSpecification['sources'] {
	return {
		[shapesSource]: { type: 'geojson', data: shapes, promoteId: 'site', tolerance: 0.2 },
		[marksSource]: {
			type: 'geojson',
			data: marks,
			promoteId: 'site',
			cluster,
			clusterRadius,
			clusterMaxZoom: closeZoom,
			maxzoom: closeZoom + 1,
			clusterProperties: clusterMembers
		}
	};
}
