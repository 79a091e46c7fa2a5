/**
 * What features of GeoJSON say beside their properties: members of other formats that are GeoJSON as well, among them the
 * Linked Places Format (https://github.com/LinkedPasts/linked-places-format), which has names, dates and links so.
 */

const own = new Set(['type', 'geometry', 'properties', 'id', 'bbox', 'crs']);

/** The properties of a feature with those of its other members that are no properties already. */
export function withMembers(
	properties: Record<string, unknown>,
	feature: Record<string, unknown>
): Record<string, unknown> {
	let fields = properties;
	const add = (name: string, value: unknown) => {
		if (value === null || value === undefined || value === '' || Object.hasOwn(fields, name)) return;
		if (fields === properties) fields = { ...properties };
		fields[name] = value;
	};
	for (const name of Object.keys(feature)) {
		if (own.has(name)) continue;
		const value = feature[name];
		if (name === 'when' && isObject(value)) add('when', whenOf(value));
		else if (typeof value !== 'object') add(name, value);
	}
	const { names, types, links, descriptions } = feature;
	if (isList(names)) {
		const [first, ...others] = textsOf(names, 'toponym');
		if (!Object.hasOwn(properties, 'title')) add('name', first);
		if (others.length > 0) add('names', [first, ...others]);
	}
	if (isList(types)) addTexts('types', textsOf(types, 'label'));
	if (isList(links)) addTexts('links', textsOf(links, 'identifier'));
	if (isList(descriptions)) addTexts('descriptions', textsOf(descriptions, 'value'));
	return fields;

	function addTexts(name: string, texts: string[]) {
		if (texts.length > 0) add(name, texts);
	}
}

/**
 * The time of GeoJSON-T (https://github.com/kgeographer/geojson-t) in EDTF: from the first beginning of its spans to the
 * last end.
 */
function whenOf({ timespans }: Record<string, unknown>): string | null {
	if (!isList(timespans)) return null;
	const begins: string[] = [];
	const finishes: string[] = [];
	for (const span of timespans) {
		if (!isObject(span)) continue;
		const [start, end] = [ends(span.start), ends(span.end)];
		if (!start.first && !start.last) continue;
		// A start that is known to be no later than a day may be any day before.
		begins.push(start.first ?? '..');
		finishes.push(end.last ?? start.last ?? '..');
	}
	const [from, to] = [begins.toSorted().at(0), finishes.toSorted().at(-1)];
	if (from === undefined || to === undefined) return null;
	// An open end comes before all digits.
	if (finishes.includes('..')) return `${from}/..`;
	return from === to ? from : `${from}/${to}`;
}

/** The first and the last day that an end of a span may be. */
function ends(value: unknown): { first: string | null; last: string | null } {
	if (!isObject(value)) return { first: null, last: null };
	const text = (each: unknown) =>
		typeof each === 'string' || typeof each === 'number' ? String(each) : null;
	const exact = text(value.in);
	return { first: exact ?? text(value.earliest), last: exact ?? text(value.latest) };
}

function textsOf(list: readonly unknown[], name: string): string[] {
	return list.flatMap((each) => {
		const text = isObject(each) ? each[name] : null;
		return typeof text === 'string' && text !== '' ? [text] : [];
	});
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
