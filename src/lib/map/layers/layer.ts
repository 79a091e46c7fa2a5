/** What every layer is made from, and the few expressions that several of them share. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Hue } from '$lib/geodata/vocabulary';
import type { Locale } from '$lib/words/locale';
import type { MapActor } from '../data';
import { hatchImage } from '../style/glyphs';
import type { OverlayLayer } from '../overlay/overlay';
import type { Palette } from '../style/palette';

export interface LayerOptions {
	actors: readonly MapActor[];
	language: Locale;
	/** Whether the measuring tool draws anything. */
	isMeasured: boolean;
	/** The reader's own data, the lowest first. */
	overlays: readonly OverlayLayer[];
}

/** A layer, or several, as a function of nothing but the palette and the options. */
export type MakeLayers = (palette: Palette, options: LayerOptions) => LayerSpecification[];

/** The offline basemap's lines and areas, each with the `part` of the ground that it is of. */
export const groundSource = 'ground';
export const marksSource = 'marks';
export const shapesSource = 'shapes';
export const measureSource = 'measure';

/** Name of the feature state that hides all that hangs on a site. */
export const hiddenState = 'hidden';

/** Name of the feature state that hides one actor's chip at a site. */
export function hiddenActorState(actor: string): string {
	return `hidden-${actor}`;
}

/** TypeScript can't follow long expressions through MapLibre's tuple types; the style validator checks them in a test. */
export function expression(value: unknown): ExpressionSpecification {
	return value as ExpressionSpecification;
}

/** A feature state as a condition. */
export const state = (name: string) => ['boolean', ['feature-state', name], false];

/**
 * An opacity by what the reader does: nothing while a site is filtered away (`hidden`), `strong` while it is
 * chosen or pointed at, `plain` otherwise.
 */
export function opacity(plain: number, strong: number): ExpressionSpecification {
	return expression([
		'case',
		state(hiddenState),
		0,
		['any', state('selected'), state('highlighted')],
		strong,
		plain
	]);
}

/** The colour of a shape: its actor's where it has one, ink where several share it. */
export function shapeColour(palette: Palette): ExpressionSpecification {
	const hues = Object.entries(palette.hues).flatMap(([hue, { edge }]) => [hue as Hue, edge]);
	return expression(['match', ['get', 'hue'], ...hues, palette.ink]);
}

/** A name in both scripts, the reader's first, the other smaller beneath it. */
export function bothNames(language: Locale, first = 1, second = 0.88): ExpressionSpecification {
	const [own, other] = language === 'ar' ? ['name_ar', 'name'] : ['name', 'name_ar'];
	return expression([
		'case',
		['all', ['has', own], ['has', other]],
		['format', ['get', own], { 'font-scale': first }, '\n', {}, ['get', other], { 'font-scale': second }],
		['coalesce', ['get', own], ['get', other], '']
	]);
}

/** The hatching of a region, in its hue. */
export const hatch = expression(hatchImage);

/** A layer's filter on one part of a source that several layers share. */
export function partIs(part: string): ExpressionSpecification {
	return expression(['==', ['get', 'part'], part]);
}

/** A layer's filter on one kind of shape. */
export function shapeIs(shape: string): ExpressionSpecification {
	return expression(['==', ['get', 'shape'], shape]);
}
