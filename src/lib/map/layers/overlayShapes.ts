import { groupColour, groupOpacity, groupsOf, type Group } from '../overlay/groups';
import type { OverlayLayer } from '../overlay/overlay';
import { sourceOf } from '../overlay/source';
import { expression } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';

const isArea = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]];
const atOnce = { duration: 0, delay: 0 };

/** Ids of the layers with a group's lines and areas, by which clicks find them. */
export const shapeIds = (
	layer: Pick<OverlayLayer, 'id'>,
	{ name }: Pick<Group, 'name'>
): [string, string] => [`overlay-${layer.id}-lines-${name}`, `overlay-${layer.id}-areas-${name}`];

/** Lines and areas of overlays; areas are so faint that what lies beneath can be read. */
export const overlayShapes: MakeLayers = (_, { overlays }) =>
	overlays
		.filter(({ hasShapes }) => hasShapes)
		.flatMap((layer) =>
			groupsOf(layer).flatMap((group) => {
				const from = { source: sourceOf(layer), 'source-layer': 'shapes' };
				const [lines, areas] = shapeIds(layer, group);
				return [
					{
						id: areas,
						type: 'fill' as const,
						...from,
						filter: expression(['all', isArea, group.filter]),
						paint: {
							'fill-color': groupColour(group, group.colour),
							'fill-color-transition': atOnce,
							'fill-opacity': expression(groupOpacity(group, 0.16)),
							'fill-opacity-transition': atOnce
						}
					},
					{
						id: lines,
						type: 'line' as const,
						...from,
						filter: expression(group.filter),
						layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
						paint: {
							'line-color': groupColour(group, group.colour),
							'line-color-transition': atOnce,
							'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 1.2, 10, 2.4]),
							'line-opacity': expression(groupOpacity(group, 0.9)),
							'line-opacity-transition': atOnce
						}
					}
				];
			})
		);
