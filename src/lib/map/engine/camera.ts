/** Where the map is, in few enough digits for an address. Pure. */

/** The middle of the whole picture, whatever lies over it, so that the same window shows the same picture. */
export interface Camera {
	zoom: number;
	latitude: number;
	longitude: number;
}

/** Rounds a camera to about a pixel or less: more digits would only make an address longer. */
export function rounded({ zoom, latitude, longitude }: Camera): Camera {
	const digits = zoom < 9 ? 3 : 4;
	return {
		zoom: Number(zoom.toFixed(2)),
		latitude: Number(latitude.toFixed(digits)),
		longitude: Number(longitude.toFixed(digits))
	};
}

/** Whether two cameras are the same place once rounded. */
export function sameCamera(a: Camera | null, b: Camera | null): boolean {
	if (!a || !b) return a === b;
	const [one, other] = [rounded(a), rounded(b)];
	return one.zoom === other.zoom && one.latitude === other.latitude && one.longitude === other.longitude;
}
