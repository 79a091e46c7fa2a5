/** The map of a card: the ground of the still picture about a site, with its mark, its shape and the names near it. */
import type { Feature, Point } from 'geojson';
import { markFeatures, shapeFeatures } from '../../export/mapData';
import type { SiteView } from '../../geodata/views';
import { boxOf } from '../../map/box';
import { hasBasemap } from '../../map/credits';
import { geometryOnMap } from '../../map/onMap';
import { inFrame } from '../../map/still/frame';
import { groundHeight, groundParts, groundWidth, shapeParts } from '../../map/still/ground';
import { cities, countries } from '../../map/still/named';
import { sector } from '../../map/still/places';
import { ground } from '../../map/style/ground';
import { palettes } from '../../map/style/palette';
import { inSvg } from '../../server/pictures';
import { recordsLanguage, type Locale } from '../../words/locale';
import { lineSvg, runsLeft, type Measure } from './text';

const palette = palettes.light;
const city = { family: 'Noto Sans', weight: 400 } as const;

/** A rectangle of the card, in pixels. */
export interface Panel {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface CardMap {
	panel: Panel;
	/** Those with a mark; the map is about them, or about all of the region where there are none. */
	sites: readonly SiteView[];
	/** Others, drawn small. */
	others: readonly SiteView[];
	locale: Locale;
}

/** A layer of the ground as the parts that it is drawn of, each with the box about it in units of the ground. */
interface Layer {
	start: string;
	parts: { path: string; box: [left: number, top: number, right: number, bottom: number] }[];
	end: string;
}

/** Once for all cards: it takes longer than all else of one. */
let layers: Layer[] | undefined;

function layersOf(paths: readonly string[]): Layer[] {
	return paths.flatMap((path) => {
		const [, start, lines, end] = /^(.* d=")([^"]*)(".*)$/s.exec(path) ?? [];
		if (!start || !lines || !end) return [];
		const parts = lines.split(/(?=M)/).map((line): Layer['parts'][number] => {
			const box: Layer['parts'][number]['box'] = [Infinity, Infinity, -Infinity, -Infinity];
			let [x, y] = [0, 0];
			const numbers = line.match(/-?\d+(?:e\d)?/g) ?? [];
			for (let at = 0; at + 1 < numbers.length; at += 2) {
				x += Number(numbers[at]);
				y += Number(numbers[at + 1]);
				box[0] = Math.min(box[0], x);
				box[1] = Math.min(box[1], y);
				box[2] = Math.max(box[2], x);
				box[3] = Math.max(box[3], y);
			}
			return { path: line, box };
		});
		return [{ start, parts, end }];
	});
}

/** What of the ground can be seen in a window, which is in its units. */
const seenOf = (
	{ start, parts, end }: Layer,
	[left, top, right, bottom]: Layer['parts'][number]['box']
): string => {
	const seen = parts.filter(({ box }) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top);
	return seen.length > 0 ? start + seen.map(({ path }) => path).join('') + end : '';
};

/** Colours as the palette has them, and lines as wide as they are said to be on a picture that is drawn so much larger. */
const drawnAt = (paths: readonly string[], scale: number): string =>
	paths
		.join('')
		.replaceAll(/var\(--map-dashes, ([^)]*)\)/g, (_, dashes: string) =>
			dashes
				.split(' ')
				.map((length) => (Number(length) / scale).toFixed(2))
				.join(' ')
		)
		.replaceAll(/var\(--map-(\w+)\)/g, (_, name: string) => palette[name as 'land'])
		.replaceAll(
			/stroke-width="([\d.]+)"/g,
			(_, width: string) => `stroke-width="${(Number(width) / scale).toFixed(2)}"`
		);

/** An SVG fragment that fills the panel, and reaches over its edges: a clip would take the renderer longer than all else. */
export function mapOf(map: CardMap, measure: Measure): string {
	const { panel, sites, others } = map;
	const view = viewOf(map);
	const at = (position: readonly number[]) => {
		const [x, y] = inFrame(position);
		return [view.x + x * groundWidth * view.scale, view.y + y * groundHeight * view.scale] as const;
	};
	layers ??= layersOf(groundParts(hasBasemap ? ground : null));
	const [left, top] = [(panel.x - view.x) / view.scale, (panel.y - view.y) / view.scale];
	const window: Layer['parts'][number]['box'] = [
		left,
		top,
		left + panel.width / view.scale,
		top + panel.height / view.scale
	];
	const seen = layers.map((layer) => seenOf(layer, window));
	const shapes = shapeParts(shapeFeatures([...sites]));
	// The renderer can't draw what is see-through and off the picture.
	const isSeen = ({ position }: SiteView) => {
		const [x, y] = at(position);
		return Math.abs(x - panel.x - panel.width / 2) < panel.width / 2 && y > 0 && y < panel.height;
	};
	const marks = [
		...others.filter(isSeen).map((site) => markOf(site, at(site.position), 6, false)),
		...sites.map((site) => markOf(site, at(site.position), sites.length === 1 ? 18 : 11, true))
	];
	const taken = [
		...sites.map(({ position }) => ({ at: at(position), radius: 26 })),
		...others.filter(isSeen).map(({ position }) => ({ at: at(position), radius: 9 }))
	];
	return [
		`<rect x="${panel.x}" y="${panel.y}" width="${panel.width}" height="${panel.height}" fill="${palette.sea}"/>`,
		`<g transform="translate(${view.x.toFixed(1)} ${view.y.toFixed(1)}) scale(${view.scale.toFixed(4)})">`,
		drawnAt(seen, view.scale),
		drawnAt(shapes, view.scale),
		'</g>',
		namesOf(map, at, taken, measure),
		...marks
	].join('');
}

/** Where the upper left corner of the first view of the map comes to lie, and how large a unit of the ground is. */
function viewOf({ panel, sites }: CardMap) {
	const shapes = shapeFeatures([...sites]).features.map(({ geometry }) => boxOf(geometryOnMap(geometry)));
	const points = sites.map(({ position }) => {
		const [x, y] = inFrame(position);
		return [x, y, x, y];
	});
	const corners = shapes.map(([left, south, right, north]) => [
		...inFrame([left, north]),
		...inFrame([right, south])
	]);
	const all = [...points, ...corners];
	const side = (index: number, of: (...values: number[]) => number) => of(...all.map((box) => box[index]!));
	const box =
		all.length === 0
			? [0, 0, 1, 1]
			: [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
	const [left, top, right, bottom] = box as [number, number, number, number];
	// In units of the ground: a site has as much about it as tells where in the country it is.
	const least = 0.46 * groundWidth;
	const across = Math.max(all.length === 0 ? 0 : least, (right - left) * groundWidth * 1.25);
	const down = (bottom - top) * groundHeight * 1.25;
	const scale = Math.min(panel.width / Math.max(across, 1), panel.height / Math.max(down, 1));
	const [middleX, middleY] = [((left + right) / 2) * groundWidth, ((top + bottom) / 2) * groundHeight];
	return {
		scale,
		x: panel.x + panel.width / 2 - middleX * scale,
		y: panel.y + panel.height / 2 - middleY * scale
	};
}

const markFeature = (site: SiteView) => markFeatures([site]).features[0]!.properties;

/** A mark as the map has it: a sector for each actor, hollow where the place is only known to be somewhere about it. */
function markOf(site: SiteView, [x, y]: readonly [number, number], radius: number, isMain: boolean): string {
	const { hollow } = markFeature(site);
	const { actors } = site;
	const parts = actors.map(({ hue, letter }, index) => {
		const { fill, edge, on } = palette.hues[hue];
		const path = sector(index / actors.length, (index + 1) / actors.length, radius);
		const colours = hollow
			? `fill="${mixed(fill, palette.paper, 0.32)}" stroke="${edge}" stroke-dasharray="3.5 2"`
			: `fill="${fill}" stroke="${edge}"`;
		const name =
			isMain && actors.length === 1 && radius > 12
				? `<text y="${radius * 0.36}" text-anchor="middle" font-family="Noto Sans SemiBold" font-size="${radius}" fill="${hollow ? edge : on}">${inSvg(letter)}</text>`
				: '';
		return `<path d="${path}" ${colours} stroke-width="${isMain ? 1.6 : 0.8}"/>${name}`;
	});
	const casing = `<circle r="${radius + (isMain ? 3.5 : 1.5)}" fill="${palette.casing}"${isMain && radius > 12 ? ` stroke="${palette.siteName}" stroke-width="2.5"` : ''}/>`;
	return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})">${casing}${parts.join('')}</g>`;
}

/** A colour between two, `share` of the first. Both as #rrggbb. */
export function mixed(first: string, second: string, share: number): string {
	const parts = [1, 3, 5].map((at) => {
		const [a, b] = [first, second].map((colour) => parseInt(colour.slice(at, at + 2), 16)) as [
			number,
			number
		];
		return Math.round(a * share + b * (1 - share))
			.toString(16)
			.padStart(2, '0');
	});
	return `#${parts.join('')}`;
}

/** The names of countries and of the largest cities that have room. */
function namesOf(
	{ panel, locale }: CardMap,
	at: (position: readonly number[]) => readonly [number, number],
	marks: readonly { at: readonly [number, number]; radius: number }[],
	measure: Measure
): string {
	const key = locale === recordsLanguage ? 'name' : `name_${locale}`;
	const candidates = [
		...countries.features
			.filter(({ properties }) => properties?.kind === 'country')
			.map((feature) => ({ feature, isCity: false, rank: 0 })),
		...cities.features.map((feature) => ({
			feature,
			isCity: true,
			rank: Number(feature.properties?.rank ?? 4)
		}))
	].toSorted((a, b) => a.rank - b.rank);
	const taken = marks.map(({ at: [x, y], radius }) => ({ x, y, across: radius, along: radius }));
	return candidates
		.flatMap(({ feature, isCity }) => {
			const [x, y] = at((feature.geometry as Point).coordinates);
			const text = nameOf(feature, key);
			const size = isCity ? 18 : 20;
			const across = (measure(text, city) * size) / 2 + 8;
			const box = { x, y: isCity ? y + 10 : y, across, along: isCity ? 22 : 14 };
			const inside =
				x - across > panel.x + 6 &&
				x + across < panel.x + panel.width - 6 &&
				y > panel.y + 24 &&
				y < panel.y + panel.height - 34;
			const isFree = taken.every(
				(other) =>
					Math.abs(box.x - other.x) > box.across + other.across ||
					Math.abs(box.y - other.y) > box.along + other.along
			);
			if (!inside || !isFree) return [];
			taken.push(box);
			const colour = isCity ? palette.cityName : palette.countryName;
			const dot = isCity
				? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3" fill="${palette.home}" stroke="${palette.cityDot}" stroke-width="1.4"/>`
				: '';
			const left = runsLeft(text);
			const half = (measure(text, city) * size) / 2;
			const place = [left ? x + half : x - half, isCity ? y + 23 : y + 7] as const;
			const said = (paint: string) => lineSvg(text, place, { ...city, size, paint }, left, measure);
			const halo = `fill="none" stroke="${palette.halo}" stroke-width="4" stroke-linejoin="round"`;
			return [dot + said(halo) + said(`fill="${colour}"`)];
		})
		.join('');
}

const nameOf = ({ properties }: Feature, key: string): string =>
	String((properties?.[key] as string | undefined) ?? properties?.name ?? '');
