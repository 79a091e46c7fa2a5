import { fileNameOf } from '$lib/base/fileName';
import type { FileLayer } from '$lib/overlay/fileLayer.svelte';
import { m } from '$lib/words';
import { saveFile } from '$lib/base/saveFile';
import type { Work } from '$lib/view/work.svelte';
import { rowsText } from './rowWords';

/** Saves the rows that the filters leave as CSV; `work` says how that goes. */
export function exportRows(layer: FileLayer, work: Work): void {
	const name = fileNameOf(layer.name, '.csv');
	void work.run(m.export_writing({ name }), async (signal) => {
		const csv = await layer.csv();
		signal.throwIfAborted();
		saveFile(csv, name);
		return m.own_card_exported({ name, rows: rowsText(layer.shownRows) });
	});
}
