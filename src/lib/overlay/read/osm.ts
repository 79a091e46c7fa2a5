/**
 * XML of OpenStreetMap (API 0.6, JOSM and Overpass): nodes with tags as points, ways with tags as lines and areas.
 * Relations are told and not put together.
 */
import type { Geometry, Position } from 'geojson';
import type { FeatureSink } from './featureSink';
import { decimal } from './numbers';
import { elementsIn, type XmlElement, type XmlFormat } from './xml';

/** Tags that say nothing of a thing itself. */
const aside = new Set(['created_by', 'converted_by', 'source', 'note', 'fixme', 'attribution']);
/** Keys of which a closed way is an area, and values of theirs that are lines. */
const areaKeys =
	/^(?:aeroway|amenity|boundary|building|historic|landuse|leisure|man_made|military|natural|office|place|power|shop|tourism)$/;
const lineValues =
	/^(?:coastline|cliff|ridge|tree_row|taxiway|runway|line|minor_line|cable|pipeline|embankment|track)$/;

interface Way {
	fields: Record<string, string>;
	/** The ids of its nodes; where the file gives a place itself, the position instead. */
	nodes: (string | Position)[];
}

export class Osm implements XmlFormat {
	/** Longitude and latitude of all nodes, which ways may name before they come. */
	private readonly nodes = new Map<string, Position>();
	private readonly ways: Way[] = [];

	constructor(private readonly sink: FeatureSink) {}

	takes({ name }: XmlElement, parents: readonly XmlElement[]): boolean {
		// What was deleted is written in changes.
		if (parents.some((parent) => parent.name === 'delete')) return false;
		return name === 'node' || name === 'way' || name === 'relation';
	}

	follows({ name }: XmlElement): boolean {
		return name === 'node' || name === 'way' || name === 'relation';
	}

	taken(element: XmlElement): void {
		const { id = '', action } = element.attributes;
		if (action === 'delete') return;
		const fields = fieldsOf(element);
		if (element.name === 'node') this.node(element, id, fields);
		else if (fields === null) return;
		else if (element.name === 'relation') this.relation(element, fields);
		else {
			const nodes = [...elementsIn(element)].flatMap((each) => {
				if (each.name !== 'nd') return [];
				return [positionOf(each) ?? each.attributes.ref ?? ''];
			});
			const centre = centreOf(element);
			this.ways.push({ fields, nodes: nodes.length === 0 && centre ? [centre] : nodes });
		}
	}

	broken(_: XmlElement, markup: string, how: 'wrong' | 'cut-off'): void {
		this.sink.unreadable(markup, how);
	}

	end(): void {
		for (const { fields, nodes } of this.ways) {
			const missing: string[] = [];
			const line = nodes.flatMap((node) => {
				const at = typeof node === 'string' ? this.nodes.get(node) : node;
				if (!at) missing.push(`<nd ref="${node as string}"/>`);
				return at ? [at] : [];
			});
			this.sink.feature(fields, shapeOf(line, fields), missing, line.length === 1 ? 1 : 0);
		}
	}

	private node(element: XmlElement, id: string, fields: Record<string, string> | null): void {
		const at = positionOf(element);
		if (at) this.nodes.set(id, at);
		if (!fields) return;
		const { lat = '', lon = '' } = element.attributes;
		this.sink.feature(
			fields,
			at && { type: 'Point', coordinates: at },
			at ? [] : [`lat="${lat}" lon="${lon}"`]
		);
	}

	/** A relation has no shape of its own; where Overpass gives its centre it is a point. */
	private relation(element: XmlElement, fields: Record<string, string>): void {
		const centre = centreOf(element);
		if (centre) this.sink.feature(fields, { type: 'Point', coordinates: centre }, []);
		else this.sink.noted('relation', fields.name ?? fields.id!);
	}
}

/** The tags of an element with its id; null where none says anything. */
function fieldsOf(element: XmlElement): Record<string, string> | null {
	const fields = Object.create(null) as Record<string, string>;
	fields.id = `${element.name}/${element.attributes.id ?? ''}`;
	let saysAny = false;
	for (const { name, attributes } of elementsIn(element)) {
		const { k, v } = attributes;
		if (name !== 'tag' || !k || !v) continue;
		// An id of the thing itself stays beside that of the element.
		fields[k === 'id' ? 'tag:id' : k] = v;
		if (!aside.has(k)) saysAny = true;
	}
	return saysAny ? fields : null;
}

function positionOf({ attributes: { lat, lon } }: XmlElement): Position | null {
	const [latitude, longitude] = [decimal(lat ?? ''), decimal(lon ?? '')];
	return latitude === null || longitude === null ? null : [longitude, latitude];
}

function centreOf(element: XmlElement): Position | null {
	for (const each of elementsIn(element)) if (each.name === 'center') return positionOf(each);
	return null;
}

function shapeOf(line: Position[], fields: Record<string, string>): Geometry | null {
	const [first] = line;
	if (!first) return null;
	const last = line.at(-1)!;
	if (line.length === 1) return { type: 'Point', coordinates: first };
	const isClosed = line.length >= 4 && first[0] === last[0] && first[1] === last[1];
	return isClosed && isArea(fields)
		? { type: 'Polygon', coordinates: [line] }
		: { type: 'LineString', coordinates: line };
}

function isArea(fields: Record<string, string>): boolean {
	if (fields.area !== undefined) return fields.area !== 'no';
	return Object.entries(fields).some(([key, value]) => areaKeys.test(key) && !lineValues.test(value));
}
