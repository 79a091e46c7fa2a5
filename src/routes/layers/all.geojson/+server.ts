import { allLayer } from '$lib/export/formats/geojson';
import { dataset, exportContext } from '$lib/server/dataset';
import { geojson } from '$lib/server/respond';

export const prerender = true;
export const GET = () => geojson(allLayer(dataset(), exportContext()));
