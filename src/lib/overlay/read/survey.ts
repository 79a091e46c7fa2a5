/**
 * Points of survey tools (ODK XForms 1.0, 4.2 "geopoint", "geotrace" and "geoshape"): latitude, longitude, altitude and
 * accuracy in metres with blanks between, a trace as several of them with semicolons.
 */
import type { Geometry } from 'geojson';
import type { Position } from './coordinates';
import { shortText } from './numbers';

export interface SurveyPoint {
	at: Position;
	/** Metres; null where the point says none. */
	accuracy: number | null;
	/** Whether it can be nothing else: `36 12 37 9` may be degrees and minutes twice as well. */
	isSure: boolean;
}

const number = String.raw`([+-]?\d+(?:\.\d+)?)`;
const pointGrammar = new RegExp(String.raw`^${number}\s+${number}\s+${number}(?:\s+${number})?$`);

/** A point of three or four numbers; null where it is none. */
export function parseSurveyPoint(text: string): SurveyPoint | null {
	const plain = shortText(text);
	const found = plain === null ? null : pointGrammar.exec(plain);
	if (!found) return null;
	const [latitude, longitude, , accuracy] = found.slice(1).map((part) => part && Number(part)) as number[];
	if (Math.abs(latitude!) > 90 || Math.abs(longitude!) > 180 || (accuracy ?? 0) < 0) return null;
	// Of a point that was set by hand neither altitude nor accuracy is known; nobody writes 0°0' so.
	const isByHand = found[3] === '0' && found[4] === '0';
	const isSure = accuracy === undefined || isByHand || found[1]!.includes('.') || found[3]!.includes('.');
	return { at: [longitude!, latitude!], accuracy: accuracy || null, isSure };
}

/** A trace or an area of at least two points; null where it is none. */
export function parseSurveyTrace(text: string): Geometry | null {
	if (!text.includes(';')) return null;
	const parts = text.replace(/;\s*$/, '').split(';');
	if (parts.length < 2) return null;
	const line: Position[] = [];
	for (const part of parts) {
		const point = parseSurveyPoint(part);
		if (!point) return null;
		line.push(point.at);
	}
	const [first, last] = [line[0]!, line.at(-1)!];
	const isClosed = line.length >= 4 && first[0] === last[0] && first[1] === last[1];
	return isClosed ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line };
}
