/**
 * RSS and Atom feeds: items as rows, with the places that GeoRSS (Simple and GML), the W3C's geo vocabulary and GDACS put
 * into them.
 */
import type { Position } from 'geojson';
import type { FeatureSink } from './featureSink';
import { GmlShapes, isGmlShape } from './gmlShapes';
import { decimal, shortText } from './numbers';
import { elementsIn, isLeaf, textIn, type XmlElement, type XmlFormat } from './xml';

/** Elements of an item that have their own name, whatever their prefix, since all feeds mean the same by it. */
const plain = new Set([
	'title',
	'link',
	'description',
	'summary',
	'content',
	'pubDate',
	'published',
	'updated',
	'id',
	'guid'
]);
const deepest = 4;

export class Feed implements XmlFormat {
	constructor(private readonly sink: FeatureSink) {}

	takes(element: XmlElement): boolean {
		return isItem(element);
	}

	follows(element: XmlElement): boolean {
		return isItem(element);
	}

	taken(element: XmlElement): void {
		const item = new Item();
		for (const child of elementsIn(element)) item.add(child, 0);
		const { fields, shapes } = item;
		this.sink.feature(fields, shapes.geometry() ?? item.pointOfAngles(), shapes.unreadable, 0, shapes.system);
	}

	broken(_: XmlElement, markup: string, how: 'wrong' | 'cut-off'): void {
		this.sink.unreadable(markup, how);
	}
}

/** RSS has items, Atom entries; those of other name spaces are none. */
const isItem = ({ name, prefix, space }: XmlElement) =>
	(name === 'item' && (prefix === '' || /rss|rdf/i.test(space ?? ''))) ||
	(name === 'entry' && (prefix === '' || /atom/i.test(space ?? prefix)));

class Item {
	readonly fields = Object.create(null) as Record<string, string>;
	/** GeoRSS has latitude first, where it says no coordinate system. */
	readonly shapes = new GmlShapes(null, true);
	private readonly angles: Partial<Record<'lat' | 'long', string>> = {};

	add(element: XmlElement, depth: number): void {
		const { name, prefix } = element;
		if (isGeoRss(element)) this.place(element);
		else if (isGmlShape(element)) this.shapes.add(element);
		else if (isGeo(element)) this.angle(element, depth);
		else if (name === 'link' && element.attributes.href !== undefined) {
			// Of several links of an Atom entry the one without a relation, or with that of an alternate, is its page.
			const { rel = 'alternate', href } = element.attributes;
			this.field(rel === 'alternate' ? 'link' : `link_${rel}`, href);
		} else if (name === 'category')
			this.field('category', textIn(element) || (element.attributes.term ?? ''));
		else if (/^(?:enclosure|thumbnail)$/.test(name)) this.field(name, element.attributes.url ?? '');
		else if (name === 'content' && element.attributes.url !== undefined)
			this.field('media', element.attributes.url);
		else if (name === 'author' && !isLeaf(element))
			this.field('author', textOfChild(element, 'name') || textIn(element));
		else if (isLeaf(element) || plain.has(name))
			this.field(
				prefix === '' || plain.has(name) || prefix === 'dc' ? name : `${prefix}_${name}`,
				textIn(element)
			);
		else if (depth < deepest) for (const child of elementsIn(element)) this.add(child, depth + 1);
	}

	/** The point of a latitude and a longitude that stand apart; null where they are not both there. */
	pointOfAngles() {
		const { lat, long } = this.angles;
		if (lat === undefined || long === undefined) return null;
		const at = positionOf([lat, long]);
		if (!at) this.shapes.unreadable.push(`${lat} ${long}`);
		return at && ({ type: 'Point', coordinates: at } as const);
	}

	private field(name: string, text: string): void {
		if (text === '') return;
		const before = this.fields[name];
		if (before === undefined) this.fields[name] = text;
		else if (before !== text) this.fields[name] = `${before}; ${text}`;
	}

	private place(element: XmlElement): void {
		const { name } = element;
		const text = textIn(element);
		if (name === 'where') {
			for (const child of elementsIn(element)) this.shapes.add(child);
			return;
		}
		if (!['point', 'line', 'polygon', 'box', 'circle'].includes(name)) {
			this.field(`georss_${name}`, text);
			return;
		}
		const numbers = text.split(/[\s,]+/).filter((part) => part !== '');
		if (name === 'circle' && numbers.length === 3) this.field('radius_m', numbers.pop()!);
		const positions: Position[] = [];
		for (let at = 0; at < numbers.length; at += 2) {
			const position = positionOf(numbers.slice(at, at + 2));
			if (position) positions.push(position);
			else this.shapes.unreadable.push(numbers.slice(at, at + 2).join(' '));
		}
		if (positions.length > 0) this.shapes.addPositions(name === 'circle' ? 'point' : name, positions);
		else if (numbers.length === 0) this.shapes.unreadable.push(`<georss:${name}/>`);
	}

	private angle(element: XmlElement, depth: number): void {
		const { name } = element;
		if (name === 'lat') this.angles.lat = textIn(element);
		else if (name === 'long' || name === 'lon') this.angles.long = textIn(element);
		else if (isLeaf(element)) this.field(`geo_${name}`, textIn(element));
		else if (depth < deepest) for (const child of elementsIn(element)) this.add(child, depth + 1);
	}
}

const isGeoRss = ({ space, prefix }: XmlElement) =>
	space === null ? prefix === 'georss' : /georss\.org/.test(space);
const isGeo = ({ space, prefix }: XmlElement) =>
	space === null || space === '' ? prefix === 'geo' : /w3\.org\/2003\/01\/geo/.test(space);

function textOfChild(element: XmlElement, name: string): string {
	for (const child of elementsIn(element)) if (child.name === name) return textIn(child);
	return '';
}

function positionOf([first = '', second = '']: readonly string[]): Position | null {
	const [latitude, longitude] = [first, second].map((text) => decimal(shortText(text) ?? ''));
	return latitude == null || longitude == null ? null : [longitude, latitude];
}
