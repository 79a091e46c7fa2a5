/** Expressions that several layers share. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Hue } from '$lib/geodata/vocabulary';
import { otherLanguage, recordsLanguage, type Locale } from '$lib/words/locale';
import { hatchImage } from './glyphs';
import type { Palette } from './palette';
import { coveredState, hiddenState, shapesSource } from './sources';

/** TypeScript can't follow long expressions through MapLibre's tuple types; the style validator checks them in a test. */
export function expression(value: unknown): ExpressionSpecification {
	return value as ExpressionSpecification;
}

/** A feature state as a condition; false where it was never set. */
export const featureState = (name: string) => ['boolean', ['feature-state', name], false];

/** An opacity by feature state: 0 for a hidden site, `strong` for one selected or pointed at, else `plain`. */
export function opacity(plain: number, strong: number): ExpressionSpecification {
	return expression([
		'case',
		featureState(hiddenState),
		0,
		['any', featureState('selected'), featureState('highlighted')],
		strong,
		plain
	]);
}

/** The opacity of a name: 0 where something lies over it. */
export const nameOpacity = expression(['case', featureState(coveredState), 0, 1]);

/** The colour of a shape: its actor's where it has one, ink where several share it. */
export function shapeColour(palette: Palette): ExpressionSpecification {
	const hues = Object.entries(palette.hues).flatMap(([hue, { edge }]) => [hue as Hue, edge]);
	return expression(['match', ['get', 'hue'], ...hues, palette.ink]);
}

/**
 * A name in the reader's language, and smaller beneath it that of the records or, for who reads theirs, of the next language.
 * The property of the former is `name`; of any other it is name_<tag>.
 */
export function bothNames(language: Locale, first = 1, second = 0.88): ExpressionSpecification {
	const keyOf = (tag: string | undefined) => (tag === recordsLanguage ? 'name' : `name_${tag}`);
	const [reader, other] = [keyOf(language), keyOf(otherLanguage(language))];
	return expression([
		'case',
		['all', ['has', reader], ['has', other]],
		['format', ['get', reader], { 'font-scale': first }, '\n', {}, ['get', other], { 'font-scale': second }],
		['coalesce', ['get', reader], ['get', other], ['get', 'name'], '']
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

/** A dark line beneath the edge of a shape, so that it is seen on pictures of the ground. */
export const halo = (
	palette: Palette,
	shape: string,
	strength: ExpressionSpecification
): LayerSpecification => ({
	id: `${shape}-halo`,
	type: 'line',
	source: shapesSource,
	filter: shapeIs(shape),
	layout: { 'line-join': 'round' },
	paint: { 'line-color': palette.halo, 'line-width': 4, 'line-opacity': strength }
});
