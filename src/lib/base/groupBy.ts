/** Entries by a key, in their order; those without one are left out. */
export function groupBy<T, Key>(entries: Iterable<T>, keyOf: (entry: T) => Key | undefined): Map<Key, T[]> {
	const groups = new Map<Key, T[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		if (key === undefined) continue;
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}
	return groups;
}
