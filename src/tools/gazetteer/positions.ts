/** Where a country is marked: a place about its middle. */
import type { Position } from 'geojson';
import type { Outline } from './sources';

/** Degrees. */
export interface Middle {
	latitude: number;
	longitude: number;
}

/**
 * GeoNames' own positions (CC BY 4.0), for countries with parts far apart, or where the middle of the largest part is not
 * what maps take for the middle of the country.
 */
export const middlesOfGeoNames: Record<string, [latitude: number, longitude: number]> = {
	AU: [-25, 135],
	CA: [60.10867, -113.64258],
	CD: [-2.5, 23.5],
	CL: [-30, -71],
	CN: [35, 105],
	DE: [51.5, 10.5],
	FI: [64, 26],
	FR: [46, 2],
	GB: [54.75844, -2.69531],
	ID: [-5, 120],
	IN: [22, 79],
	IT: [42.83333, 12.83333],
	JP: [35.68536, 139.75309],
	MM: [21, 96],
	NO: [62, 10],
	NZ: [-42, 174],
	RU: [60, 100],
	SA: [25, 45],
	SD: [16, 30],
	SE: [62, 15],
	TZ: [-6, 35],
	US: [39.76, -98.5],
	VN: [16.16667, 107.83333]
};

/** The middle of the largest part of an outline, by area in degrees; a part across the 180th meridian does not count. */
export function middleOf({ geometry }: Outline): Middle {
	const rings =
		geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map(([ring]) => ring!);
	const parts = rings.filter((ring) => !isAcrossMeridian(ring)).map(centroid);
	const largest = parts.reduce((a, b) => (b.area > a.area ? b : a));
	return { latitude: largest.latitude, longitude: largest.longitude };
}

function isAcrossMeridian(ring: Position[]): boolean {
	const longitudes = ring.map(([longitude]) => longitude!);
	return Math.max(...longitudes) - Math.min(...longitudes) > 180;
}

function centroid(ring: Position[]): Middle & { area: number } {
	let [twiceArea, x, y] = [0, 0, 0];
	for (let i = 0; i + 1 < ring.length; i++) {
		const [ax, ay] = ring[i] as [number, number];
		const [bx, by] = ring[i + 1] as [number, number];
		const cross = ax * by - bx * ay;
		twiceArea += cross;
		x += (ax + bx) * cross;
		y += (ay + by) * cross;
	}
	return {
		latitude: y / (3 * twiceArea),
		longitude: x / (3 * twiceArea),
		area: Math.abs(twiceArea) / 2
	};
}

/** The box round towns, of which the middle stands for what has no position of its own. */
export class TownBox {
	population = 0;
	private south = 90;
	private north = -90;
	private west = 180;
	private east = -180;

	add(town: Middle & { population: number }): void {
		this.population += town.population;
		this.south = Math.min(this.south, town.latitude);
		this.north = Math.max(this.north, town.latitude);
		this.west = Math.min(this.west, town.longitude);
		this.east = Math.max(this.east, town.longitude);
	}

	get middle(): Middle {
		return { latitude: (this.south + this.north) / 2, longitude: (this.west + this.east) / 2 };
	}
}
