import { clusterImage } from '../style/clusterImage';
import { expression, marksSource, opacity, type MakeLayers } from './layer';

/** Sites that would lie on one another, as one ring. Its picture is redrawn in place when its sites come and go. */
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
			// Always 1, but written as that of the chips is, with which they so share a shader.
			'icon-opacity': opacity(1, 1),
			'icon-opacity-transition': { duration: 0, delay: 0 }
		}
	}
];
