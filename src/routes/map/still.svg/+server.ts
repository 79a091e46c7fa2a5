import borders from '../../../../geodata/basemap/borders.json';
import governorates from '../../../../geodata/basemap/governorates.json';
import land from '../../../../geodata/basemap/land.json';
import rivers from '../../../../geodata/basemap/rivers.json';
import water from '../../../../geodata/basemap/water.json';
import { shapeFeatures } from '$lib/export/geojson';
import { groundPicture, type Ground } from '$lib/map/still/ground';
import { dataset } from '$lib/server/dataset';

export const prerender = true;

/** The ground of the picture of the map that each page shows without the map. */
export const GET = () => {
	const ground = { borders, governorates, land, rivers, water } as Ground;
	return new Response(groundPicture(ground, shapeFeatures(dataset().sites)), {
		headers: { 'content-type': 'image/svg+xml' }
	});
};
