import { markFeatures } from '$lib/export/mapData';
import { dataset } from '$lib/server/dataset';
import { geojson } from '$lib/server/respond';

export const prerender = true;
export const GET = () => geojson(markFeatures(dataset().sites));
