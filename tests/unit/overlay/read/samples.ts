/** Files that several tests of reading begin with. */
export const point = (longitude: number, latitude: number, properties: object = {}) => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Point', coordinates: [longitude, latitude] }
});
export const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
export const simple = 'name,lat,lon\nAleppo,36.2,37.1\nHama,35.1,36.7\n';
export const simplePlaces = [
	[37.1, 36.2],
	[36.7, 35.1]
];
