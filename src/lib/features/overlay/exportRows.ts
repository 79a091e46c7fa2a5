import { fileNameOf } from '$lib/base/fileName';
import type { Own } from '$lib/overlay/fileLayer.svelte';
import { m } from '$lib/words';
import { save, type Work } from '../../ui/work/Work.svelte';
import { rowsText } from './cardWords';

/** Has the rows that are shown of a layer saved as a file; `work` says how that goes. */
export function exportShown(own: Own, work: Work): void {
	const name = fileNameOf(own.name, '.csv');
	void work.run(m.export_writing({ name }), async (signal) => {
		const csv = await own.csv();
		signal.throwIfAborted();
		save(csv, name);
		return m.own_card_exported({ name, rows: rowsText(own.shownRows) });
	});
}
