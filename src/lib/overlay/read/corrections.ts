/** Turns what the reader corrects into the choices that a file is read again by. */
import type { Choices, Guesses } from './read';
import type { ColumnRoles } from '../table';

/**
 * The choices to read a file as `wanted`: those of before, and what differs from the guesses; all else is guessed again.
 * Another delimiter, header, first line or encoding makes other columns: choices about columns are then dropped. Another
 * part of the file is another table, of which nothing was said yet.
 */
export function choicesAfter(before: Choices, guesses: Guesses, wanted: Guesses): Choices {
	const { place, radius, until, roles, names, ...next } = before;
	if (wanted.part !== guesses.part && wanted.part !== null) {
		// Another table: what was said of this one does not hold for it.
		const { encoding, effort } = before;
		return { ...(encoding && { encoding }), ...(effort && { effort }), part: wanted.part };
	}
	// What is corrected is said of this one.
	if (guesses.part != null && JSON.stringify(wanted) !== JSON.stringify(guesses)) next.part = guesses.part;
	if (wanted.encoding !== guesses.encoding && wanted.encoding !== null) next.encoding = wanted.encoding;
	if (wanted.delimiter !== guesses.delimiter && wanted.delimiter !== null) next.delimiter = wanted.delimiter;
	if (wanted.header !== guesses.header && wanted.header !== null) next.header = wanted.header;
	// Titles are told by the header below them: without one the reader has to say where they end.
	const isOtherLine =
		wanted.firstLine !== guesses.firstLine || (wanted.header === false && wanted.firstLine !== 1);
	if (isOtherLine && wanted.firstLine) next.firstLine = wanted.firstLine;
	if (wanted.projection !== guesses.projection) next.projection = wanted.projection;
	if (wanted.swap !== guesses.swap) next.swap = wanted.swap;
	if (wanted.dayOrder !== guesses.dayOrder && wanted.dayOrder !== null) next.dayOrder = wanted.dayOrder;
	if (wanted.yearPairs !== guesses.yearPairs && wanted.yearPairs) next.yearPairs = wanted.yearPairs;
	const hasOtherColumns =
		wanted.encoding !== guesses.encoding ||
		wanted.delimiter !== guesses.delimiter ||
		wanted.header !== guesses.header ||
		wanted.firstLine !== guesses.firstLine;
	if (hasOtherColumns) return next;
	const isOtherPlace = JSON.stringify(wanted.place) !== JSON.stringify(guesses.place);
	const changed = (Object.keys(wanted.roles) as (keyof ColumnRoles)[]).filter(
		(role) => wanted.roles[role] !== guesses.roles[role]
	);
	const isOtherRadius = JSON.stringify(wanted.radius) !== JSON.stringify(guesses.radius);
	const nextRadius = isOtherRadius ? wanted.radius : radius;
	const nextUntil = wanted.until !== guesses.until ? wanted.until : until;
	const nextPlace = isOtherPlace ? wanted.place : place;
	const nextRoles = { ...roles, ...Object.fromEntries(changed.map((role) => [role, wanted.roles[role]])) };
	return {
		...next,
		...(nextPlace !== undefined && { place: nextPlace }),
		...(nextRadius !== undefined && { radius: nextRadius }),
		...(nextUntil !== undefined && { until: nextUntil }),
		...(names && { names }),
		...(Object.keys(nextRoles).length > 0 && { roles: nextRoles })
	};
}
