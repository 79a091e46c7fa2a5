/** Values read from JSON of which nothing is known yet: records of an older schema, or with faults. */

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of an object; none where it is something else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The entries of a list in an object; none where there is no such list. */
export const listIn = (value: unknown, key: string): unknown[] => {
	const list = fieldsOf(value)[key];
	return Array.isArray(list) ? list : [];
};
