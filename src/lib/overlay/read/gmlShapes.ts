/** Geometries of GML 2 and 3, of which curves are the lines through their points. */
import type { Geometry, Position } from 'geojson';
import { decimal, shortText } from './numbers';
import { idIn, isInOrderOfEpsg } from './systemNames';
import { elementsIn, textIn, type XmlElement } from './xml';

/** Whether an element is one of GML, by its name space or by the prefix that everybody has for it. */
export const isGml = ({ space, prefix }: XmlElement): boolean =>
	space === null ? prefix === 'gml' : /^https?:\/\/www\.opengis\.net\/gml/.test(space);

const lines = new Set([
	'LineString',
	'LineStringSegment',
	'Arc',
	'ArcString',
	'GeodesicString',
	'Geodesic',
	'CubicSpline'
]);
/** Lines that are put together from others. */
const joined = new Set(['Curve', 'CompositeCurve', 'OrientableCurve', 'Ring']);
const areas = new Set(['Polygon', 'PolygonPatch', 'Triangle', 'Rectangle']);
const others = new Set([
	'Point',
	'LinearRing',
	'Envelope',
	'Box',
	'Circle',
	'CircleByCenterPoint',
	'Surface',
	'OrientableSurface',
	'PolyhedralSurface',
	'TriangulatedSurface',
	'Tin',
	'CompositeSurface',
	'Shell',
	'Solid',
	'CompositeSolid',
	'MultiPoint',
	'MultiLineString',
	'MultiCurve',
	'MultiPolygon',
	'MultiSurface',
	'MultiSolid',
	'MultiGeometry',
	'GeometricComplex'
]);

/** Whether an element is a geometry. */
export const isGmlShape = (element: XmlElement): boolean =>
	isGml(element) &&
	(lines.has(element.name) ||
		joined.has(element.name) ||
		areas.has(element.name) ||
		others.has(element.name));

/** What holds for the positions of an element and of those within it. */
interface Given {
	/** Whether latitude comes first. */
	isTurned: boolean;
	/** Numbers of a position; null where nothing says. */
	size: number | null;
}

/** The shapes of one feature, as they are found. */
export class GmlShapes {
	/** What should be positions and can't be read as such. */
	readonly unreadable: string[] = [];
	/** The name of the coordinate system, where one is said. */
	system: string | null;
	private readonly points: Position[] = [];
	private readonly lines: Position[][] = [];
	private readonly areas: Position[][][] = [];

	/** @param usual the coordinate system of shapes that say none */
	constructor(
		private readonly usual: string | null,
		/** Whether positions of which nothing says the system have latitude first. */
		private readonly isLatitudeFirst = false
	) {
		this.system = usual;
	}

	add(element: XmlElement): void {
		const isTurned = this.usual === null ? this.isLatitudeFirst : isTurnedBy(this.usual);
		this.take(element, { isTurned, size: null });
	}

	/** Adds a shape of GeoRSS by its positions. */
	addPositions(kind: string, positions: Position[]): void {
		if (kind === 'box') this.box(positions);
		else if (kind === 'polygon') this.area([positions]);
		else if (kind === 'line') this.line(positions);
		else this.points.push(...positions);
	}

	/** All shapes as one; null where there are none. */
	geometry(): Geometry | null {
		const parts: Geometry[] = [];
		const add = (type: 'Point' | 'LineString' | 'Polygon', found: unknown[]) => {
			if (found.length === 1) parts.push({ type, coordinates: found[0] } as Geometry);
			else if (found.length > 1) parts.push({ type: `Multi${type}`, coordinates: found } as Geometry);
		};
		add('Polygon', this.areas);
		add('LineString', this.lines);
		add('Point', this.points);
		return parts.length > 1 ? { type: 'GeometryCollection', geometries: parts } : (parts[0] ?? null);
	}

	private take(element: XmlElement, around: Given): void {
		const given = this.given(element, around);
		const { name } = element;
		if (name === 'Point' || name === 'CircleByCenterPoint')
			this.points.push(...this.positions(element, given).slice(0, 1));
		else if (lines.has(name) || name === 'Circle') this.line(this.positions(element, given));
		else if (name === 'LinearRing') this.area([this.positions(element, given)]);
		else if (joined.has(name)) this.line(this.joined(element, given));
		else if (areas.has(name)) this.area(this.rings(element, given));
		else if (name === 'Envelope' || name === 'Box') this.box(this.positions(element, given));
		else for (const child of elementsIn(element)) this.take(child, given);
	}

	private given({ attributes }: XmlElement, around: Given): Given {
		const { srsName, srsDimension, dimension } = attributes;
		const size = Number(srsDimension ?? dimension);
		if (srsName !== undefined && srsName !== '') this.system = srsName;
		return {
			isTurned: srsName ? isTurnedBy(srsName) : around.isTurned,
			size: size === 2 || size === 3 || size === 4 ? size : around.size
		};
	}

	private line(positions: Position[]): void {
		if (positions.length > 1) this.lines.push(positions);
		else this.points.push(...positions);
	}

	private area(rings: Position[][]): void {
		const whole = rings.filter(({ length }) => length >= 3);
		if (rings.length > 0 && (rings[0]!.length >= 3 || whole.length === 0)) {
			if (whole.length > 0) this.areas.push(whole);
			else this.line(rings[0]!);
		}
	}

	private box([low, high]: Position[]): void {
		if (!low || !high) return;
		const [[west, south], [east, north]] = [low as [number, number], high as [number, number]];
		this.areas.push([
			[
				[west, south],
				[east, south],
				[east, north],
				[west, north],
				[west, south]
			]
		]);
	}

	/** A line put together from those within it: each begins where the one before ends. */
	private joined(element: XmlElement, around: Given): Position[] {
		const all: Position[] = [];
		const look = (parent: XmlElement, given: Given) => {
			for (const child of elementsIn(parent)) {
				const own = this.given(child, given);
				if (lines.has(child.name) || child.name === 'LinearRing' || child.name === 'Circle') {
					const positions = this.positions(child, own);
					const [last, first] = [all.at(-1), positions[0]];
					all.push(
						...(last && first && last[0] === first[0] && last[1] === first[1]
							? positions.slice(1)
							: positions)
					);
				} else look(child, own);
			}
		};
		look(element, around);
		return all;
	}

	/** The rings of an area, the outer one first. */
	private rings(element: XmlElement, given: Given): Position[][] {
		const outer: Position[][] = [];
		const inner: Position[][] = [];
		for (const boundary of elementsIn(element)) {
			const into = /^inner|^interior/.test(boundary.name) ? inner : outer;
			for (const ring of elementsIn(boundary)) {
				const own = this.given(ring, given);
				if (ring.name === 'LinearRing') into.push(this.positions(ring, own));
				else if (ring.name === 'Ring') into.push(this.joined(ring, own));
			}
		}
		return outer.length > 0 ? [...outer, ...inner] : [];
	}

	/** The positions that stand in an element, in any of the forms of GML. */
	private positions(element: XmlElement, around: Given): Position[] {
		const positions: Position[] = [];
		for (const child of elementsIn(element)) {
			const given = this.given(child, around);
			switch (child.name) {
				case 'pos':
				case 'lowerCorner':
				case 'upperCorner':
					this.numbers(child, { ...given, size: null }, positions, true);
					break;
				case 'posList':
					this.numbers(child, given, positions, false);
					break;
				case 'coordinates':
					this.tuples(child, given, positions);
					break;
				case 'coord': {
					const parts = ['X', 'Y'].map((name) => {
						for (const part of elementsIn(child)) if (part.name === name) return textIn(part);
						return '';
					});
					this.position(parts, given, positions);
					break;
				}
				case 'pointProperty':
				case 'pointRep':
					for (const point of elementsIn(child))
						positions.push(...this.positions(point, this.given(point, given)));
			}
		}
		return positions;
	}

	private numbers(element: XmlElement, { isTurned, size }: Given, into: Position[], isOne: boolean): void {
		const words = textIn(element)
			.split(/\s+/)
			.filter((word) => word !== '');
		// Some write a comma between the numbers, as GML 2 did.
		const parts =
			words.length > 0 && words.every((word) => /.,./.test(word))
				? words.flatMap((word) => word.split(','))
				: words;
		const step = isOne
			? Math.max(2, parts.length)
			: (size ?? (parts.length % 2 !== 0 && parts.length % 3 === 0 ? 3 : 2));
		if (parts.length < 2 || (isOne && parts.length > 4)) {
			this.unreadable.push(textIn(element) || `<${element.name}/>`);
			return;
		}
		for (let at = 0; at < parts.length; at += step)
			this.position(parts.slice(at, at + 2), { isTurned, size }, into);
	}

	/** GML 2: numbers with one sign between them, positions with another. */
	private tuples(element: XmlElement, given: Given, into: Position[]): void {
		const { cs = ',', ts = ' ', decimal: point = '.' } = element.attributes;
		const text = textIn(element);
		const tuples = ts.trim() === '' ? text.split(/\s+/) : text.split(ts);
		// A blank behind the comma parts nothing.
		const all =
			ts.trim() === '' && cs === ',' && /,\s/.test(text) ? text.replace(/,\s+/g, ',').split(/\s+/) : tuples;
		for (const tuple of all) {
			if (tuple.trim() === '') continue;
			const parts = cs.trim() === '' ? tuple.trim().split(/\s+/) : tuple.split(cs);
			this.position(
				parts.map((part) => (point === '.' ? part : part.replace(point, '.'))),
				given,
				into
			);
		}
		if (text === '') this.unreadable.push('<coordinates/>');
	}

	private position(parts: readonly string[], { isTurned }: Given, into: Position[]): void {
		const [first, second] = parts.slice(0, 2).map((part) => decimal(shortText(part) ?? ''));
		if (first == null || second == null) this.unreadable.push(parts.join(' '));
		else into.push(isTurned ? [second, first] : [first, second]);
	}
}

/** Whether degrees of a named system have latitude first. Other systems are turned when they are converted. */
function isTurnedBy(name: string): boolean {
	return isInOrderOfEpsg(name) && idIn(name) === 'degrees';
}
