/**
 * GML 2 and 3 as GDAL and the Web Feature Service write it: members of collections as rows. Positions have the order of
 * axes that the name of their coordinate system stands for: by `urn:` and `/def/crs/` that of EPSG, which has latitude
 * first, else x first.
 */
import type { FeatureSink } from './featureSink';
import { GmlShapes, isGml, isGmlShape } from './gmlShapes';
import { elementsIn, isLeaf, textIn, type XmlElement, type XmlFormat } from './xml';

/** Values of a feature within each other are told up to so many deep. */
const deepest = 6;

export class Gml implements XmlFormat {
	/** What collections say for all of their features. */
	private usual: string | null = null;

	constructor(private readonly sink: FeatureSink) {}

	takes(element: XmlElement, parents: readonly XmlElement[]): boolean {
		const parent = parents.at(-1);
		if (parent?.name === 'boundedBy') this.usual ??= element.attributes.srsName ?? null;
		return parent !== undefined && isMember(parent) && element.name !== 'FeatureCollection';
	}

	follows(element: XmlElement): boolean {
		return (
			/^(?:featureMembers?|member)$/.test(element.name) &&
			(isGml(element) || /\/wfs/.test(element.space ?? ''))
		);
	}

	taken(element: XmlElement): void {
		const fields = new GmlFields();
		for (const [name, text] of Object.entries(element.attributes)) {
			if (name === 'fid' || name === 'id') fields.add(name, text);
			else if (/^\w+:id$/.test(name)) fields.add('gml_id', text);
		}
		const shapes = new GmlShapes(this.usual);
		for (const child of elementsIn(element)) this.property(child, child.name, fields, shapes, 0);
		this.sink.feature(fields.all, shapes.geometry(), shapes.unreadable, 0, shapes.system);
	}

	broken(_: XmlElement, markup: string, how: 'wrong' | 'cut-off'): void {
		this.sink.unreadable(markup, how);
	}

	/** What a property of a feature says: its text, its shape, or those of what lies in it. */
	private property(
		element: XmlElement,
		name: string,
		fields: GmlFields,
		shapes: GmlShapes,
		depth: number
	): void {
		if (element.name === 'boundedBy' && isGml(element)) return;
		if (isGmlShape(element)) {
			shapes.add(element);
			return;
		}
		if (isLeaf(element)) {
			fields.add(name, textIn(element) || linkOf(element));
			return;
		}
		if (depth === deepest) return;
		for (const child of elementsIn(element))
			this.property(child, isGmlShape(child) ? name : `${name}.${child.name}`, fields, shapes, depth + 1);
	}
}

const isMember = ({ name }: XmlElement) => /^(?:m|\w*M)embers?$/.test(name);

/** The address that stands for a value which is elsewhere. */
function linkOf({ attributes }: XmlElement): string {
	for (const [name, text] of Object.entries(attributes)) if (/^(?:\w+:)?href$/.test(name)) return text;
	return '';
}

/** The fields of a feature; texts of one name are put behind each other. */
class GmlFields {
	readonly all = Object.create(null) as Record<string, string>;

	add(name: string, text: string): void {
		if (text === '') return;
		const before = this.all[name];
		if (before === undefined) this.all[name] = text;
		else if (before !== text) this.all[name] = `${before}; ${text}`;
	}
}
