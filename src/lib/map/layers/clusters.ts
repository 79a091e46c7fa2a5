import { clusterImage } from '../style/clusterImage';
import { expression, opacity } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { marksSource } from '../style/sources';

/** Sites that would overlap, as one ring, whose image is redrawn in place when its sites are filtered. */
export const clusters: MakeLayers = () => [
	{
		id: 'clusters',
		type: 'symbol',
		source: marksSource,
		filter: expression(['has', 'point_count']),
		layout: {
			'icon-image': expression(clusterImage),
			'icon-size': expression(['interpolate', ['linear'], ['zoom'], 5, 0.84, 9, 1]),
			'icon-allow-overlap': true,
			'icon-padding': 0
		},
		paint: {
			// Always 1, but written like the badges' opacity, so that they share a shader.
			'icon-opacity': opacity(1, 1),
			'icon-opacity-transition': { duration: 0, delay: 0 }
		}
	}
];
