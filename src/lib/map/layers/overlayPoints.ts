import { luminance } from '$lib/base/colours';
import { groupColour, groupOpacity, groupsOf, type Group } from '../overlay/groups';
import type { OverlayLayer } from '../overlay/overlay';
import { maxZoomOf, sourceOf } from '../overlay/source';
import type { Palette } from '../style/palette';
import { expression } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';

const atOnce = { duration: 0, delay: 0 };

/** In a tile each mark has two parts of its radius in pixels: one `fixed`, and one `growing` with the scale of the map. */
const radiusAt = (power: unknown) => ['+', ['get', 'fixed'], ['*', ['get', 'growing'], power]];

/**
 * With base 2, a radius that doubles with each zoom is right between whole zooms too. It stops growing one zoom after the
 * deepest tiles: from there on these are magnified, but their marks are not.
 */
function radiusOf({ maxzoom }: OverlayLayer) {
	const last = maxzoom === undefined ? 22 : maxzoom + 1;
	return expression(['interpolate', ['exponential', 2], ['zoom'], 0, radiusAt(1), last, radiusAt(2 ** last)]);
}

/** The number of rows as a text; from 10,000 on in thousands. */
const number = [
	'step',
	['get', 'count'],
	['to-string', ['get', 'count']],
	10_000,
	['concat', ['to-string', ['round', ['/', ['get', 'count'], 1000]]], 'k']
];
/** The height of that text as a part of the mark's radius: the more digits, the lower. */
const numberHeight = [
	'step',
	['get', 'count'],
	1.1,
	100,
	0.9,
	1000,
	0.72,
	10_000,
	0.9,
	100_000,
	0.72,
	1_000_000,
	0.6
];
/** Pixels; a lower number would not be legible and is not drawn. */
const leastHeight = 8;
const heightAt = (power: unknown) => ['*', radiusAt(power), numberHeight];
/** One stop for each zoom: MapLibre lays text out at the stops about a zoom, so far ones would make it far too large. */
const heightOf = (layer: OverlayLayer) =>
	expression([
		'interpolate',
		['linear'],
		['zoom'],
		...Array.from({ length: maxZoomOf(layer) + 1 }, (_, zoom) => [zoom, heightAt(2 ** zoom)]).flat()
	]);

/**
 * The marks of overlays. Where a tile would hold too many rows, one mark stands for all rows of a value in a cell. Each
 * value has its own place in the cell, so that the order of the layers does not decide which values are seen.
 */
export const overlayPoints: MakeLayers = (palette, { overlays }) =>
	overlays.flatMap((layer) => {
		const groups = groupsOf(layer);
		return [
			...groups.map((group) => circles(layer, group, palette)),
			...groups.map((group) => numbers(layer, group))
		];
	});

/** Id of the layer with a group's circles, by which clicks find them. */
export const circlesId = (layer: Pick<OverlayLayer, 'id'>, { name }: Pick<Group, 'name'>) =>
	`overlay-${layer.id}-points-${name}`;

function circles(layer: OverlayLayer, group: Group, palette: Palette) {
	return {
		id: circlesId(layer, group),
		type: 'circle' as const,
		source: sourceOf(layer),
		'source-layer': 'points',
		filter: expression(group.filter),
		paint: {
			'circle-color': groupColour(group, group.colour),
			'circle-color-transition': atOnce,
			'circle-radius': radiusOf(layer),
			'circle-stroke-color': groupColour(group, palette.casing),
			'circle-stroke-color-transition': atOnce,
			'circle-stroke-width': 0.6,
			'circle-opacity': expression(groupOpacity(group, 1)),
			'circle-opacity-transition': atOnce,
			'circle-stroke-opacity': expression(groupOpacity(group, 0.9)),
			'circle-stroke-opacity-transition': atOnce
		}
	};
}

function numbers(layer: OverlayLayer, group: Group) {
	return {
		id: `overlay-${layer.id}-numbers-${group.name}`,
		type: 'symbol' as const,
		source: sourceOf(layer),
		'source-layer': 'points',
		filter: expression([
			'all',
			['any', ['>=', ['get', 'count'], 10], ['has', 'stack']],
			['!', ['has', 'under']],
			['>=', heightAt(['^', 2, ['zoom']]), leastHeight],
			group.filter
		]),
		layout: {
			'text-field': expression(number),
			'text-font': ['Noto Sans Medium'],
			'text-size': heightOf(layer),
			'text-allow-overlap': true,
			'text-ignore-placement': true,
			'text-padding': 0
		},
		paint: {
			'text-color': groupColour(group, textOn(group.colour)),
			'text-color-transition': atOnce,
			'text-opacity': expression(groupOpacity(group, 1)),
			'text-opacity-transition': atOnce
		}
	};
}

/** Black or white, whichever is read better on a colour `#rrggbb` (WCAG 2.2, relative luminance). */
export function textOn(colour: string): string {
	return luminance(colour) > 0.179 ? '#14181b' : '#ffffff';
}
