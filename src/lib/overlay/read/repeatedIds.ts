import { cellText } from '../cells';
import type { Column } from '../table';
import type { Problems } from './problem';

/** Reports ids that stand twice in the column of ids. */
export function repeatedIds(columns: readonly Column[], origin: Uint32Array, problems: Problems): void {
	const ids = columns.find(({ name }) => /^(?:id|fid|uuid|identifier|objectid)$/i.test(name));
	if (!ids) return;
	// Growing numbers, as most programs write them, cannot repeat.
	if (ids.kind === 'number' && ids.values.every((id, row) => row === 0 || id > ids.values[row - 1]!)) return;
	const seen = new Set<string>();
	for (let row = 0; row < origin.length; row++) {
		const id = cellText(ids, row);
		if (id === '') continue;
		if (seen.has(id)) problems.add('repeated-id', { origin: origin[row]!, column: ids.name, found: id });
		seen.add(id);
	}
}
