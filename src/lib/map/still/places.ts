/** The marks of the sites on the still picture, and the names that have room beside them. Pure. */
import type { FeatureCollection, Point } from 'geojson';
import { recordsLanguage, type Locale } from '$lib/words/locale';
import { words, type Marks } from '../data';
import { frameRatio, inFrame } from './frame';

/** A position as parts of the frame's width and height. */
interface Placed {
	x: number;
	y: number;
}

export interface StillMark extends Placed {
	site: string;
	/** Ids of the actors with a mark here, in drawing order. */
	actors: string[];
	/** Whether the site is only known to be somewhere around the mark. */
	hollow: boolean;
	/** Whether only drafts report on it. */
	draft: boolean;
}

export interface StillName extends Placed {
	text: string;
	kind: 'country' | 'city';
}

/** A part of a width or height, for SVG. */
export const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;

/** SVG path data for a sector of a circle. `from` and `to` are parts of a turn, clockwise from the top. */
export function sector(from: number, to: number, radius: number): string {
	if (to - from >= 1) return `M0-${radius}a${radius} ${radius} 0 1 1-.01 0z`;
	const at = (part: number) =>
		[Math.sin(part * 2 * Math.PI), -Math.cos(part * 2 * Math.PI)]
			.map((value) => (value * radius).toFixed(2))
			.join(' ');
	return `M0 0L${at(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}z`;
}

/** Pixels of the frame that names and marks are chosen for; on a smaller one they are closer to each other. */
const frameWidth = 800;
const frameHeight = frameWidth / frameRatio;
/** In pixels, about half the width of a letter, half the height of a line and half a mark. */
const half = { letter: 3.4, line: 8, mark: 12 };
/** Pixels on each side of the squares that have a mark each, where there are many. */
const squareSide = 64;

/** More marks than this are thinned: they would cover each other, and each page with a map has them in it. */
export const mostMarks = 60;

/**
 * The marks of sites. Of many only the one with the most reports in each square of the frame, and of these as many as a
 * page can carry; the map itself draws clusters there.
 */
export function stillMarks({ features }: Marks): StillMark[] {
	const placed = features.map((feature) => {
		const [x, y] = inFrame(feature.geometry.coordinates);
		return { x, y, reports: feature.properties.reports, feature };
	});
	return thinned(placed).map(({ x, y, feature: { properties } }) => {
		const { site, actors, hollow, draft } = properties;
		return { x, y, site, hollow, draft, actors: words(actors) };
	});
}

function thinned<Mark extends Placed & { reports: number }>(marks: readonly Mark[]): readonly Mark[] {
	if (marks.length <= mostMarks) return marks;
	const most = new Map<string, Mark>();
	for (const mark of marks) {
		const square = [mark.x * frameWidth, mark.y * frameHeight]
			.map((at) => Math.floor(at / squareSide))
			.join();
		if (mark.reports > (most.get(square)?.reports ?? 0)) most.set(square, mark);
	}
	const kept = new Set([...most.values()].toSorted((a, b) => b.reports - a.reports).slice(0, mostMarks));
	return marks.filter((mark) => kept.has(mark));
}

/** Names of countries, then of the largest cities, where there is no mark and no other name. */
export function stillNames(
	countries: FeatureCollection,
	cities: FeatureCollection,
	marks: readonly Placed[],
	language: Locale
): StillName[] {
	const of = ({ features }: FeatureCollection, kind: StillName['kind']) =>
		features.map(({ geometry, properties }) => {
			const [x, y] = inFrame((geometry as Point).coordinates);
			const name = properties?.[language === recordsLanguage ? 'name' : `name_${language}`] as
				| string
				| undefined;
			const rank = kind === 'country' ? 0 : Number(properties?.rank ?? 4);
			return { x, y, text: name ?? String(properties?.name), kind, rank };
		});
	const isNear = ({ x, y }: Placed) => x > -0.1 && x < 1.1 && y > -0.05 && y < 1.05;
	const candidates = [
		...of(countries, 'country').filter(
			(_, index) => countries.features[index]!.properties?.kind === 'country'
		),
		...of(cities, 'city').filter(({ rank }) => rank <= 2)
	]
		.filter(isNear)
		.sort((a, b) => a.rank - b.rank);
	const taken = marks.map((mark) => ({ ...mark, across: half.mark, along: half.mark }));
	return candidates.flatMap(({ x, y, text, kind }) => {
		const name = { x, y, across: text.length * half.letter, along: half.line };
		const isFree = taken.every(
			(other) =>
				Math.abs(name.x - other.x) * frameWidth > name.across + other.across ||
				Math.abs(name.y - other.y) * frameHeight > name.along + other.along
		);
		if (!isFree) return [];
		taken.push(name);
		return [{ x, y, text, kind }];
	});
}
