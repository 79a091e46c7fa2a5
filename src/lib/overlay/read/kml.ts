/** KML 2.0 to 2.3 with Google's extensions: placemarks as rows. Styles are not read. */
import type { Geometry, Position } from 'geojson';
import type { FeatureSink } from './featureSink';
import { spanOf } from './spans';
import { elementsIn, isLeaf, textIn, type XmlElement, type XmlFormat } from './xml';

/** Folders within each other whose names are told, and the longest of these. */
const mostFolders = 12;
const longestName = 200;

/** Whose an element is: the format's own, Google's extension of it, or another's. */
type Owner = 'kml' | 'gx' | 'other';

/** What is said of a placemark by elements of the format itself. */
const plainFields = new Set([
	'name',
	'address',
	'phoneNumber',
	'snippet',
	'Snippet',
	'description',
	'visibility',
	'open',
	'styleUrl'
]);
/** Elements of a placemark that say nothing of it. */
const passedOver = new Set(['Style', 'StyleMap', 'LookAt', 'Camera', 'Region']);
const geometries = new Set([
	'Point',
	'LineString',
	'LinearRing',
	'Polygon',
	'MultiGeometry',
	'Model',
	'Track',
	'MultiTrack'
]);
const overlays = new Set(['GroundOverlay', 'PhotoOverlay', 'ScreenOverlay']);

export class Kml implements XmlFormat {
	/** Names of folders that are open. */
	private readonly folders = new WeakMap<XmlElement, string>();
	/** Names of the file's own kinds of placemarks. */
	private readonly kinds = new Set(['Placemark']);
	/** The root's own name space, whatever it is. */
	private own: string | null = null;
	private unreadable: string[] = [];
	private points = 0;

	constructor(private readonly sink: FeatureSink) {}

	takes(element: XmlElement, parents: readonly XmlElement[]): boolean {
		if (parents.length === 0) this.own = element.space;
		if (this.ownerOf(element) !== 'kml') return false;
		const parent = parents.at(-1);
		const { name } = element;
		// A change to a placemark of another file is none itself.
		if (this.kinds.has(name)) return parent?.name !== 'Change' && parent?.name !== 'Delete';
		if (name === 'name') return parent?.name === 'Folder' && !this.folders.has(parent);
		return name === 'NetworkLink' || name === 'Schema' || overlays.has(name);
	}

	follows(element: XmlElement): boolean {
		return this.kinds.has(element.name) && this.ownerOf(element) === 'kml';
	}

	taken(element: XmlElement, parents: readonly XmlElement[]): void {
		const { name } = element;
		if (name === 'name') this.folders.set(parents.at(-1)!, textIn(element).slice(0, longestName));
		else if (name === 'Schema') this.schema(element);
		else if (name === 'NetworkLink') this.sink.noted('network-link', this.wordsOf(element));
		else if (overlays.has(name)) this.sink.noted('overlay', this.wordsOf(element));
		else this.placemark(element, parents);
	}

	broken(element: XmlElement, markup: string, how: 'wrong' | 'cut-off'): void {
		if (this.kinds.has(element.name)) this.sink.unreadable(markup, how);
	}

	private ownerOf({ space, prefix, name }: XmlElement): Owner {
		if (space === null) {
			if (prefix === 'gx') return 'gx';
			return /^(?:atom|xal|xsi|xlink)$/.test(prefix) ? 'other' : 'kml';
		}
		if (/\/kml\/ext/i.test(space.slice(0, 200))) return 'gx';
		const isOwn = space === '' || space === this.own || /kml|keyhole/i.test(space.slice(0, 200));
		return isOwn || name === 'kml' ? 'kml' : 'other';
	}

	private child(element: XmlElement, name: string): XmlElement | undefined {
		for (const child of elementsIn(element))
			if (child.name === name && this.ownerOf(child) !== 'other') return child;
		return undefined;
	}

	private text(element: XmlElement | undefined, ...path: string[]): string {
		let at = element;
		for (const name of path) at &&= this.child(at, name);
		return at ? textIn(at) : '';
	}

	/** What a link or an overlay is about: its address, else its name. */
	private wordsOf(element: XmlElement): string {
		return (
			this.text(element, 'Link', 'href') ||
			this.text(element, 'Url', 'href') ||
			this.text(element, 'name') ||
			this.text(element, 'Icon', 'href')
		);
	}

	/** KML 2.1 and older let a file give placemarks of a kind a name of their own. */
	private schema({ attributes: { name, parent } }: XmlElement): void {
		if (name && parent === 'Placemark') this.kinds.add(name);
	}

	private placemark(element: XmlElement, parents: readonly XmlElement[]): void {
		const fields = new Fields();
		const shapes: Geometry[] = [];
		this.unreadable = [];
		this.points = 0;
		let times: XmlElement | undefined;
		for (const child of elementsIn(element)) {
			const { name } = child;
			const owner = this.ownerOf(child);
			if (owner === 'other') {
				if (name === 'link') fields.add('link', child.attributes.href);
				else if (name === 'author') fields.add('author', textIn(child));
			} else if (geometries.has(name)) this.geometry(child, shapes);
			else if (name === 'TimeSpan' || name === 'TimeStamp') times = child;
			else if (name === 'ExtendedData' || name === 'Metadata') this.data(child, fields);
			else if (owner === 'kml' && !passedOver.has(name) && (plainFields.has(name) || isLeaf(child)))
				fields.add(name, textIn(child));
		}
		if (times?.name === 'TimeStamp') fields.add('when', this.text(times, 'when'));
		else if (times) fields.addSpan(this.text(times, 'begin'), this.text(times, 'end'));
		else this.timesOfTracks(element, fields);
		fields.add('folder', this.folderOf(parents));
		const geometry =
			shapes.length > 1 ? { type: 'GeometryCollection' as const, geometries: shapes } : (shapes[0] ?? null);
		this.sink.feature(fields.all, geometry, this.unreadable, this.points);
	}

	private folderOf(parents: readonly XmlElement[]): string {
		const names = parents.flatMap((parent) =>
			parent.name === 'Folder' ? [this.folders.get(parent) ?? ''] : []
		);
		return names.slice(0, mostFolders).filter(Boolean).join(' / ');
	}

	/** Data of all three forms: `Data` with a value, `SimpleData` of a schema, and elements of any other name. */
	private data(element: XmlElement, fields: Fields): void {
		for (const child of elementsIn(element)) {
			const { name, attributes } = child;
			const owner = this.ownerOf(child);
			const key = attributes.name ?? '';
			if (owner === 'kml' && name === 'Data')
				fields.add(key, this.child(child, 'value') ? this.text(child, 'value') : textIn(child));
			else if (owner === 'kml' && name === 'SimpleData') fields.add(key, textIn(child));
			else if (owner !== 'gx' && isLeaf(child)) fields.add(name, textIn(child));
			else if (owner !== 'gx') this.data(child, fields);
		}
	}

	/** The first and the last moment of a placemark's tracks. */
	private timesOfTracks(element: XmlElement, fields: Fields): void {
		let [first, last] = ['', ''];
		const look = (parent: XmlElement) => {
			for (const child of elementsIn(parent)) {
				if (child.name === 'Track' || child.name === 'MultiTrack' || child.name === 'MultiGeometry')
					look(child);
				else if (child.name === 'when' && parent.name === 'Track') {
					last = textIn(child) || last;
					first ||= last;
				}
			}
		};
		look(element);
		if (first !== '') fields.addSpan(first, last);
	}

	private geometry(element: XmlElement, into: Geometry[]): void {
		switch (element.name) {
			case 'Point': {
				const at = this.positions(element, true);
				if (at.length === 1) into.push({ type: 'Point', coordinates: at[0]! });
				return;
			}
			case 'LineString':
			case 'LinearRing':
				return this.line(this.positions(element), into);
			case 'Track':
				return this.line(this.trackPositions(element), into);
			case 'Polygon': {
				const rings = this.rings(element);
				if (rings.length > 0) into.push({ type: 'Polygon', coordinates: rings });
				return;
			}
			case 'Model': {
				const location = this.child(element, 'Location');
				const at = ['longitude', 'latitude'].map((name) => this.text(location, name));
				const position = positionOf(at);
				if (position) into.push({ type: 'Point', coordinates: position });
				else this.unreadable.push(at.join(', '));
				return;
			}
			case 'MultiGeometry':
			case 'MultiTrack':
				for (const child of elementsIn(element)) if (geometries.has(child.name)) this.geometry(child, into);
		}
	}

	/** A line; one of a single position is a point. */
	private line(positions: Position[], into: Geometry[]): void {
		if (positions.length > 1) into.push({ type: 'LineString', coordinates: positions });
		else if (positions.length === 1) {
			into.push({ type: 'Point', coordinates: positions[0]! });
			this.points++;
		}
	}

	/** The rings of an area, the outer one first, whatever their order in the file. */
	private rings(polygon: XmlElement): Position[][] {
		const outer: Position[][] = [];
		const inner: Position[][] = [];
		for (const boundary of elementsIn(polygon)) {
			const isRing = boundary.name === 'LinearRing';
			for (const ring of isRing ? [boundary] : elementsIn(boundary)) {
				if (ring.name !== 'LinearRing') continue;
				const positions = this.positions(ring);
				if (positions.length >= 3) (boundary.name === 'innerBoundaryIs' ? inner : outer).push(positions);
				else if (positions.length > 0) this.unreadable.push(this.text(ring, 'coordinates'));
			}
		}
		return outer.length > 0 ? [...outer, ...inner] : [];
	}

	/** The positions of `coordinates` that can be read; where `isOne`, there has to be just one. */
	private positions(element: XmlElement, isOne = false): Position[] {
		const text = this.text(element, 'coordinates');
		const written = tuplesOf(text);
		if (isOne && written.length > 1) {
			this.unreadable.push(text);
			return [];
		}
		const positions: Position[] = [];
		for (const numbers of written) {
			const position = numbers.length <= 3 ? positionOf(numbers) : null;
			if (position) positions.push(position);
			else this.unreadable.push(numbers.join(','));
		}
		if (written.length === 0) this.unreadable.push('<coordinates/>');
		return positions;
	}

	private trackPositions(element: XmlElement): Position[] {
		const positions: Position[] = [];
		for (const child of elementsIn(element)) {
			if (child.name !== 'coord') continue;
			const text = textIn(child);
			const position = positionOf(text.split(/[\s,]+/));
			if (position) positions.push(position);
			else this.unreadable.push(text === '' ? '<gx:coord/>' : text);
		}
		return positions;
	}
}

/** The fields of a placemark. A name that repeats with another text gets a number. */
class Fields {
	readonly all = Object.create(null) as Record<string, string>;

	add(name: string, text: string | undefined): void {
		if (!text) return;
		let free = name;
		for (let copy = 2; Object.hasOwn(this.all, free); copy++) {
			if (this.all[free] === text || copy > 9) return;
			free = `${name} ${copy}`;
		}
		this.all[free] = text;
	}

	addSpan(from: string, to: string): void {
		if (from === '' && to === '') return;
		for (const [name, text] of Object.entries(spanOf(from, to, 'when'))) this.add(name, text);
	}
}

/** Coordinates as lists of texts. Blanks beside a comma part nothing, as many write them so. */
function tuplesOf(text: string): string[][] {
	const tuples: string[][] = [];
	let isOpen = false;
	for (const word of text.split(/\s+/)) {
		if (word === '') continue;
		const parts = word.split(',');
		if ((isOpen || parts[0] === '') && tuples.length > 0) {
			const before = tuples.at(-1)!;
			// Either side of the gap may have the comma.
			if (before.at(-1) === '') before.pop();
			if (parts[0] === '') parts.shift();
			before.push(...parts.slice(0, 4));
		} else tuples.push(parts);
		isOpen = word.endsWith(',');
	}
	// A comma at the very end means nothing.
	for (const tuple of tuples) if (tuple.length > 2 && tuple.at(-1) === '') tuple.pop();
	return tuples;
}

function positionOf([x = '', y = '']: readonly string[]): Position | null {
	const isNumber = (text: string) => text !== '' && text.length < 40 && Number.isFinite(Number(text));
	return isNumber(x) && isNumber(y) ? [Number(x), Number(y)] : null;
}
