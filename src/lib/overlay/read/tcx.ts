/** TCX of Garmin's programs: activities and courses as lines, and the points of courses. */
import type { Geometry, Position } from 'geojson';
import type { FeatureSink } from './featureSink';
import { decimal, shortText } from './numbers';
import { spanOf } from './spans';
import { elementsIn, isLeaf, textIn, type XmlElement, type XmlFormat } from './xml';

const rows = new Set(['Activity', 'Course']);
const deepest = 6;

export class Tcx implements XmlFormat {
	/** Tracks of the activity or course that is open, its times, and what can't be read in it. */
	private tracks: Position[][] = [];
	private times: [first: string, last: string] = ['', ''];
	private unreadable: string[] = [];

	constructor(private readonly sink: FeatureSink) {}

	takes({ name }: XmlElement, parents: readonly XmlElement[]): boolean {
		// A folder names a course that is written elsewhere.
		if (!rows.has(name) || parents.some((parent) => parent.name === 'Folders')) return false;
		this.tracks = [];
		this.times = ['', ''];
		this.unreadable = [];
		return true;
	}

	follows({ name }: XmlElement): boolean {
		return rows.has(name);
	}

	begins({ name }: XmlElement): void {
		if (name === 'Track') this.tracks.push([]);
	}

	ends(element: XmlElement): boolean {
		if (element.name === 'CoursePoint') {
			const unreadable: string[] = [];
			const at = positionIn(element, unreadable);
			this.sink.feature(fieldsOf(element), at && { type: 'Point', coordinates: at }, unreadable);
			return true;
		}
		if (element.name !== 'Trackpoint') return false;
		// A pause has a time and no place.
		const at = positionIn(element, this.unreadable);
		if (at) {
			if (this.tracks.length === 0) this.tracks.push([]);
			this.tracks.at(-1)!.push(at);
		}
		for (const child of elementsIn(element)) {
			if (child.name !== 'Time') continue;
			const time = textIn(child);
			if (time !== '') this.times = [this.times[0] || time, time];
		}
		return true;
	}

	taken(element: XmlElement): void {
		const fields = fieldsOf(element);
		const [first, last] = this.times;
		if (first !== '') Object.assign(fields, spanOf(first, last, 'time'));
		const tracks = this.tracks.filter(({ length }) => length > 0);
		const points = tracks.filter(({ length }) => length === 1);
		this.sink.feature(fields, shapeOf(tracks), this.unreadable, points.length);
	}

	broken(element: XmlElement, markup: string, how: 'wrong' | 'cut-off'): void {
		// Its points so far are as good as ever.
		if (how === 'cut-off' && this.tracks.some(({ length }) => length > 0)) this.taken(element);
		else this.sink.unreadable(markup, how);
	}
}

/** What is said of a row beside its track. An activity has no name but its beginning, which is its id. */
function fieldsOf(element: XmlElement): Record<string, string> {
	const fields = Object.create(null) as Record<string, string>;
	const add = (name: string, text: string) => {
		if (text === '') return;
		const before = fields[name];
		fields[name] = before === undefined || before === text ? text : `${before}; ${text}`;
	};
	const look = (parent: XmlElement, depth: number) => {
		for (const child of elementsIn(parent)) {
			const { name } = child;
			if (name === 'Track' || name === 'Position' || name === 'BeginPosition' || name === 'EndPosition')
				continue;
			if (name === 'Lap') add('StartTime', child.attributes.StartTime ?? '');
			if (isLeaf(child)) add(name === 'Value' ? parent.name : name, textIn(child));
			else if (depth < deepest) look(child, depth + 1);
		}
	};
	if (element.name !== 'CoursePoint') add('kind', element.name);
	add('Sport', element.attributes.Sport ?? '');
	look(element, 0);
	return fields;
}

function positionIn(element: XmlElement, unreadable: string[]): Position | null {
	for (const child of elementsIn(element)) {
		if (child.name !== 'Position') continue;
		const texts = ['LatitudeDegrees', 'LongitudeDegrees'].map((name) => {
			for (const part of elementsIn(child)) if (part.name === name) return textIn(part);
			return '';
		});
		const [latitude, longitude] = texts.map((text) => decimal(shortText(text) ?? ''));
		if (latitude != null && longitude != null) return [longitude, latitude];
		unreadable.push(texts.join(' '));
	}
	return null;
}

function shapeOf(tracks: readonly Position[][]): Geometry | null {
	const parts: Geometry[] = tracks.map((track) =>
		track.length > 1 ? { type: 'LineString', coordinates: track } : { type: 'Point', coordinates: track[0]! }
	);
	if (parts.length <= 1) return parts[0] ?? null;
	return parts.every(({ type }) => type === 'LineString')
		? { type: 'MultiLineString', coordinates: tracks as Position[][] }
		: { type: 'GeometryCollection', geometries: parts };
}
