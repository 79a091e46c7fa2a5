/** The whole style, from its parts: the basemap beneath, the site's data above. */
import type { StyleSpecification } from 'maplibre-gl';
import type { Locale } from '$lib/words/locale';
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
import { palettes, type Theme } from './palette';

/** The nearest zoom. Sites that still cluster there open as a list. */
export const maxZoom = 14;

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
	/** What is drafted at the desk, which then stands in the place of our own marks. */
	draft?: DraftView;
}

/** What of the options layers depend on. */
export function layerOptions({ actors, language, measure, overlays, draft }: StyleOptions): LayerOptions {
	const isMeasured = measure.features.length > 0;
	return { actors, language, isMeasured, overlays, ...(draft && { isDrafted: true }) };
}

/** The style for some options. Equal options give an equal style, so MapLibre changes only what differs. */
export function buildStyle(options: StyleOptions, basemap: Basemap): StyleSpecification {
	const { theme, measure, overlays, draft } = options;
	const data = options.data ?? (draft ? noData : null);
	const known = layerOptions(options);
	const layers = (part: 'beyond' | 'overlay' | 'data' | 'draft') => layersOf(part, palettes[theme], known);
	const firstName = basemap.layers.findIndex(({ type }) => type === 'symbol');
	const names = firstName < 0 ? basemap.layers.length : firstName;
	return {
		version: 8,
		...(basemap.glyphs && { glyphs: basemap.glyphs }),
		...(basemap.sprite && { sprite: basemap.sprite }),
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
			...((overlays.length > 0 || draft) && { [beyondSource]: { type: 'geojson', data: beyond } }),
			...(overlays.length > 0 && {
				...overlaySources(overlays),
				[selectedSource]: { type: 'geojson', data: selectedFeatures(overlays) }
			})
		},
		layers: [
			...basemap.layers.slice(0, names),
			...(basemap.isPart ? layers('beyond') : []),
			...layers('overlay'),
			...basemap.layers.slice(names),
			...(draft ? layers('draft') : data ? layers('data') : [])
		]
	};
}

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
			clusterMaxZoom: maxZoom,
			maxzoom: maxZoom + 1,
			clusterProperties: clusterMembers
		}
	};
}
