/** From countries, or a box, to the region of a map: what it shows first, and how far it reaches. Pure. */
import { continuous, unwrapBox, wrapLongitude, type DegreeBox } from '../../lib/base/antimeridian';
import { latitudeAt, mercatorY } from '../../lib/base/mercator';
import { boxAbout, polygonsOf, ringArea, type Area } from './geometry';

export interface MapRegion {
	/** As far as the map reaches: [west, south, east, north], west the larger across the antimeridian. */
	box: DegreeBox;
	/** What it shows first. */
	view: DegreeBox;
}

/** What is apart from the rest by less than this share of its size is shown with it. */
const leastGap = 0.2;
/** Room about what is shown first, as a share of it. */
const room = 0.04;
/**
 * How much wider and higher than the first view the map is, so that a wide window and a high one are filled by it: by its
 * own size, and by its other side.
 */
const reach = { own: 2.4, other: 2.6 };
/** Polewards of this a map in Mercator’s projection says nothing. */
const mostLatitude = 80;

/**
 * The region of countries, and the parts of them too far from the rest to be shown first.
 * @param areas of the countries, with longitudes from -180 to 180
 */
export function regionOfAreas(areas: readonly Area[]): MapRegion & { far: DegreeBox[] } {
	// The atlas leaps from 180 to -180 in rings that reach over the antimeridian.
	const rings = areas.flatMap((area) => polygonsOf(area).map(([outer]) => continuous(outer!)));
	const largest = rings.reduce((a, b) => (Math.abs(ringArea(b)) > Math.abs(ringArea(a)) ? b : a));
	const middle = (boxAbout(largest)[0] + boxAbout(largest)[2]) / 2;
	const parts = rings
		.map((ring) => {
			// All of the world is counted from the largest part, the other side of the antimeridian too.
			const box = boxAbout(ring);
			const turns = Math.round(((box[0] + box[2]) / 2 - middle) / 360) * 360;
			return {
				box: [box[0] - turns, box[1], box[2] - turns, box[3]] as DegreeBox,
				area: Math.abs(ringArea(ring))
			};
		})
		.sort((a, b) => b.area - a.area);
	let box = parts[0]!.box;
	let left = parts.slice(1).map((part) => part.box);
	for (let before = -1; before !== left.length;) {
		before = left.length;
		left = left.filter((part) => {
			if (gap(box, part) > leastGap * Math.max(box[2] - box[0], box[3] - box[1])) return true;
			box = joined(box, part);
			return false;
		});
	}
	return { ...regionOfView(files(grown(box, room))), far: left.map(files) };
}

/** The region of a first view: as much about it as a window of other proportions shows. */
export function regionOfView(view: DegreeBox): MapRegion {
	const [west, south, east, north] = unwrapBox(view);
	const [top, bottom] = [mercatorY(north), mercatorY(south)];
	const [width, height] = [(east - west) / 360, bottom - top];
	const across = Math.min(0.999, Math.max(reach.own * width, reach.other * height));
	const down = Math.max(reach.own * height, reach.other * width);
	const [x, y] = [(east + west) / 2, (top + bottom) / 2];
	return {
		view: files([west, south, east, north]),
		box: files([
			x - across * 180,
			Math.max(-mostLatitude, latitudeAt(Math.min(1, y + down / 2))),
			x + across * 180,
			Math.min(mostLatitude, latitudeAt(Math.max(0, y - down / 2)))
		])
	};
}

const gap = (a: DegreeBox, b: DegreeBox) => Math.max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3], 0);

const joined = (a: DegreeBox, b: DegreeBox): DegreeBox => [
	Math.min(a[0], b[0]),
	Math.min(a[1], b[1]),
	Math.max(a[2], b[2]),
	Math.max(a[3], b[3])
];

/** The box with room about it, a share of its larger side. */
export function grown([west, south, east, north]: DegreeBox, share: number): DegreeBox {
	const air = share * Math.max(east - west, north - south);
	return [west - air, Math.max(-85, south - air), east + air, Math.min(85, north + air)];
}

/** A box as files have it, in hundredths of a degree. */
function files([west, south, east, north]: DegreeBox): DegreeBox {
	const short = (degrees: number) => Number(degrees.toFixed(2));
	return [short(wrapLongitude(west)), short(south), short(wrapLongitude(east)), short(north)];
}
