import { actorLayer, allLayer } from '$lib/export/formats/geojson';
import { countReports } from '$lib/geodata/summaries';
import { dataset, exportContext } from '$lib/server/dataset';

/** The length of a layer as a file, in bytes. */
const lengthOf = (layer: unknown) => Buffer.byteLength(JSON.stringify(layer));

let layers: { id: string; reports: number; bytes: number }[] | undefined;

export const load = () => {
	const data = dataset();
	const counts = countReports(data);
	const context = exportContext();
	layers ??= [
		{ id: 'all', reports: data.reports.length, bytes: lengthOf(allLayer(data, context)) },
		...data.actors.map(({ id }) => ({
			id,
			reports: counts[id] ?? 0,
			bytes: lengthOf(actorLayer(data, id, context))
		}))
	];
	return { layers };
};
