import { expression } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { draftSource } from '../style/sources';

const is = (...parts: string[]) => ['in', ['get', 'part'], ['literal', parts]];
const accepted = ['get', 'accepted'];
const selected = ['get', 'selected'];
const when = (condition: unknown, yes: unknown, no: unknown) => expression(['case', condition, yes, no]);

/**
 * Places that are drafted at the desk, hollow until they are accepted, and what is being drawn by hand. They are few and
 * change with each key, so that their looks are properties of the features.
 */
export const draft: MakeLayers = (palette) => {
	const edge = (id: string, condition: unknown) => ({
		id,
		type: 'line' as const,
		source: draftSource,
		filter: expression(['all', is('edge'), condition]),
		layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
		paint: { 'line-color': palette.draft, 'line-width': when(selected, 3.2, 1.8) }
	});
	const open = edge('draft-edge-open', ['!', accepted]);
	return [
		{
			id: 'draft-area',
			type: 'fill',
			source: draftSource,
			filter: expression(is('area')),
			paint: {
				'fill-color': palette.draft,
				'fill-opacity': when(accepted, when(selected, 0.26, 0.18), when(selected, 0.1, 0.03)),
				'fill-antialias': false
			}
		},
		{
			id: 'draft-edge-casing',
			type: 'line',
			source: draftSource,
			filter: expression(['all', is('edge'), selected]),
			layout: { 'line-join': 'round' },
			paint: { 'line-color': palette.casing, 'line-width': 7, 'line-opacity': 0.85 }
		},
		{ ...open, paint: { ...open.paint, 'line-dasharray': [2.5, 2] } },
		edge('draft-edge', accepted),
		{
			id: 'draft-halo',
			type: 'circle',
			source: draftSource,
			filter: expression(['all', is('mark'), selected]),
			paint: {
				'circle-radius': 15,
				'circle-color': palette.draft,
				'circle-opacity': 0.22,
				'circle-stroke-color': palette.draft,
				'circle-stroke-width': 1.5
			}
		},
		{
			id: 'draft-marks',
			type: 'circle',
			source: draftSource,
			filter: expression(is('mark')),
			paint: {
				'circle-radius': 6.5,
				'circle-color': when(accepted, palette.draft, palette.paper),
				'circle-stroke-color': when(accepted, palette.casing, palette.draft),
				'circle-stroke-width': when(accepted, 2, 2.8)
			}
		},
		{
			id: 'draft-names',
			type: 'symbol',
			source: draftSource,
			filter: expression(is('mark')),
			layout: {
				'text-field': expression(['get', 'name']),
				'text-font': ['Noto Sans Medium'],
				'text-size': 12.5,
				'text-max-width': 11,
				'text-justify': 'auto',
				'text-variable-anchor-offset': expression([
					'literal',
					['left', [1.1, 0], 'right', [-1.1, 0], 'top', [0, 1], 'bottom', [0, -1]]
				]),
				'symbol-sort-key': when(selected, 0, 1)
			},
			paint: {
				'text-color': palette.siteName,
				'text-halo-color': palette.halo,
				'text-halo-width': 1.8
			}
		},
		{
			id: 'sketch-area',
			type: 'fill',
			source: draftSource,
			filter: expression(is('sketch-area')),
			paint: { 'fill-color': palette.sketch, 'fill-opacity': 0.18, 'fill-antialias': false }
		},
		{
			id: 'sketch-casing',
			type: 'line',
			source: draftSource,
			filter: expression(is('sketch-line')),
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': palette.casing, 'line-width': 5.5, 'line-opacity': 0.85 }
		},
		{
			id: 'sketch-line',
			type: 'line',
			source: draftSource,
			filter: expression(is('sketch-line')),
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': palette.sketch, 'line-width': 2.4 }
		},
		{
			id: 'sketch-corners',
			type: 'circle',
			source: draftSource,
			filter: expression(is('sketch-corner')),
			paint: {
				'circle-radius': 5,
				'circle-color': palette.paper,
				'circle-stroke-color': palette.sketch,
				'circle-stroke-width': 2.5
			}
		}
	];
};
