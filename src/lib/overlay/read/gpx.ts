/** GPX 1.0 and 1.1: waypoints, routes and tracks, each as a row. */
import type { Geometry, Position } from 'geojson';
import { valuesSpace } from '../../export/formats/values';
import type { FeatureSink } from './featureSink';
import { decimal, shortText } from './numbers';
import { spanOf } from './spans';
import { elementsIn, isLeaf, textIn, type XmlElement, type XmlFormat } from './xml';

const rows = new Set(['wpt', 'rte', 'trk']);

export class Gpx implements XmlFormat {
	/** Segments of the track or route that is open, and the points in it that can't be read. */
	private segments: Position[][] = [];
	private times: [first: string, last: string] = ['', ''];
	private unreadable: string[] = [];
	/** What stands in the root as its own name space, whatever it is. */
	private own: string | null = null;

	constructor(private readonly sink: FeatureSink) {}

	takes(element: XmlElement, parents: readonly XmlElement[]): boolean {
		if (parents.length === 0) this.own = element.space;
		if (!this.isOwn(element) || !rows.has(element.name)) return false;
		this.segments = element.name === 'rte' ? [[]] : [];
		this.times = ['', ''];
		this.unreadable = [];
		return true;
	}

	follows(element: XmlElement): boolean {
		return rows.has(element.name) && this.isOwn(element);
	}

	begins(element: XmlElement): void {
		if (element.name === 'trkseg' && this.isOwn(element)) this.segments.push([]);
	}

	ends(element: XmlElement): boolean {
		if ((element.name !== 'trkpt' && element.name !== 'rtept') || !this.isOwn(element)) return false;
		const at = this.position(element);
		if (at) {
			// A point that stands in no segment is one of a segment that is not named.
			if (this.segments.length === 0) this.segments.push([]);
			this.segments.at(-1)!.push(at);
		}
		const time = this.ownText(element, 'time');
		if (time !== '') this.times = [this.times[0] || time, time];
		return true;
	}

	taken(element: XmlElement): void {
		const fields = this.fields(element);
		if (element.name === 'wpt') {
			const at = this.position(element);
			this.sink.feature(fields, at && { type: 'Point', coordinates: at }, this.unreadable);
			return;
		}
		const [first, last] = this.times;
		if (first !== '' && fields.time === undefined) Object.assign(fields, spanOf(first, last, 'time'));
		const { geometry, points } = shapeOf(this.segments);
		this.sink.feature(fields, geometry, this.unreadable, points);
	}

	broken(element: XmlElement, markup: string, how: 'wrong' | 'cut-off'): void {
		// A track may be the whole of a file, and its points so far are as good as ever.
		if (how === 'cut-off' && this.segments.some(({ length }) => length > 0)) this.taken(element);
		else this.sink.unreadable(markup, how);
	}

	private isOwn({ space, prefix }: XmlElement): boolean {
		if (space === null) return prefix === 'gpx';
		return space === '' || space === this.own || /topografix/i.test(space);
	}

	private ownText(element: XmlElement, name: string): string {
		for (const child of elementsIn(element))
			if (child.name === name && this.isOwn(child)) return textIn(child);
		return '';
	}

	private position({ attributes }: XmlElement): Position | null {
		const [longitude, latitude] = [numberOf(attributes.lon), numberOf(attributes.lat)];
		if (longitude !== null && latitude !== null) return [longitude, latitude];
		this.unreadable.push(`lat="${attributes.lat ?? ''}" lon="${attributes.lon ?? ''}"`);
		return null;
	}

	/** What is said of a waypoint, a route or a track; values that other programs added have their prefix in their name. */
	private fields(element: XmlElement): Record<string, string> {
		const fields = Object.create(null) as Record<string, string>;
		const add = (name: string, text: string | undefined) => {
			if (!text) return;
			fields[name] = Object.hasOwn(fields, name) && fields[name] !== text ? `${fields[name]}; ${text}` : text;
		};
		// What we wrote ourselves says all that the format's own elements say, and more exactly.
		const ours = Object.create(null) as Record<string, string>;
		const addOther = (other: XmlElement) => {
			if (other.space === valuesSpace) ours[other.name] = textIn(other);
			else if (isLeaf(other)) add(other.prefix ? `${other.prefix}_${other.name}` : other.name, textIn(other));
			else for (const child of elementsIn(other)) addOther(child);
		};
		for (const child of elementsIn(element)) {
			if (!this.isOwn(child)) addOther(child);
			else if (child.name === 'link') {
				add('link', child.attributes.href);
				add('link_text', this.ownText(child, 'text'));
			} else if (child.name === 'extensions') for (const other of elementsIn(child)) addOther(other);
			else if (isLeaf(child) && child.name !== 'trkseg') add(child.name, textIn(child));
		}
		return Object.assign(fields, ours);
	}
}

function numberOf(text: string | undefined): number | null {
	const plain = text === undefined ? null : shortText(text);
	return plain === null ? null : decimal(plain);
}

/** Segments as one shape; those of a single point are points, and are counted. */
function shapeOf(segments: readonly Position[][]): { geometry: Geometry | null; points: number } {
	const lines = segments.filter(({ length }) => length > 1);
	const points = segments.filter(({ length }) => length === 1).map(([at]) => at!);
	const parts: Geometry[] = [];
	if (lines.length === 1) parts.push({ type: 'LineString', coordinates: lines[0]! });
	else if (lines.length > 1) parts.push({ type: 'MultiLineString', coordinates: lines });
	if (points.length === 1) parts.push({ type: 'Point', coordinates: points[0]! });
	else if (points.length > 1) parts.push({ type: 'MultiPoint', coordinates: points });
	const geometry =
		parts.length > 1 ? { type: 'GeometryCollection' as const, geometries: parts } : (parts[0] ?? null);
	return { geometry, points: points.length };
}
