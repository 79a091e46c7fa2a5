/** Values read from JSON of which nothing is known yet: records of an older schema, or with faults. */

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of an object; none where it is something else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** A value as text, the same whatever the order of its keys. */
export const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, inner: unknown) =>
		isFields(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner
	) ?? '';

/** The entries of a list in an object; none where there is no such list. */
export const listIn = (value: unknown, key: string): unknown[] => {
	const list = fieldsOf(value)[key];
	return Array.isArray(list) ? list : [];
};
