/** Rings of positions, closed or not, on a plane. Pure. */
import type { Position } from 'geojson';

/** Twice the area, positive where the ring runs counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
	return ring.reduce((sum, [x, y], index) => {
		const [nextX, nextY] = ring[(index + 1) % ring.length]!;
		return sum + x! * nextY! - nextX! * y!;
	}, 0);
}

/** Whether a position lies in a ring. */
export function isInRing([x, y]: Position, ring: readonly Position[]): boolean {
	let isInside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [[xi, yi], [xj, yj]] = [ring[i] as [number, number], ring[j] as [number, number]];
		if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) isInside = !isInside;
	}
	return isInside;
}
