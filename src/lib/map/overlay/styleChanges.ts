/** Finds changes of layers that are small enough to be made one by one, without a new style. Pure. */
import type { LayerSpecification } from 'maplibre-gl';

export type LayerChange =
	| { layer: string; filter: unknown }
	| { layer: string; property: string; value: unknown };

/** The changes of paint and filter that turn the first list into the second; null where it takes more than that. */
export function layerChanges(
	before: readonly LayerSpecification[],
	after: readonly LayerSpecification[]
): LayerChange[] | null {
	if (before.length !== after.length) return null;
	const changes: LayerChange[] = [];
	for (const [index, now] of after.entries()) {
		const { filter, paint = {}, ...rest } = now as Loose;
		const { filter: oldFilter, paint: oldPaint = {}, ...oldRest } = before[index] as Loose;
		if (!same(rest, oldRest) || !same(Object.keys(paint), Object.keys(oldPaint))) return null;
		if (!same(filter, oldFilter)) changes.push({ layer: now.id, filter });
		for (const [property, value] of Object.entries(paint))
			if (!same(value, oldPaint[property])) changes.push({ layer: now.id, property, value });
	}
	return changes;
}

interface Loose {
	filter?: unknown;
	paint?: Record<string, unknown>;
}

/** Compares JSON texts, as the same code wrote both and so their keys are in one order. */
function same(one: unknown, other: unknown): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}
