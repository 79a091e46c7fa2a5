/** Which source a table is from, and what its columns then mean. */
import { guessRoles } from '../read/columns';
import { plainName } from '../read/columnNames';
import type { RawColumn } from '../read/column';
import { parseDays } from '../read/days';
import { guessEnd } from '../read/ends';
import { added } from '../read/ours';
import type { PlaceColumns } from '../read/placeColumns';
import type { Rows } from '../read/rows';
import { mostly } from '../read/sample';
import type { ColumnRoles } from '../table';
import { nameGdelt } from './gdelt';
import { addWithin } from './within';
import { sources, type Source, type SourceId, type SourceRole } from './sources';

/** What is known of a table by its source: its columns by their number. */
export interface Recognised {
	id: SourceId;
	roles: Partial<Record<SourceRole, number | null>>;
	place: PlaceColumns | null;
}

/** Up to so many values tell rows apart by their colours. */
const mostColours = 24;

/** The source of a table, or null where none is known. */
export function recognised(rows: Rows): Recognised | null {
	nameGdelt(rows);
	const known = new Columns(rows);
	const source = sources.find((each) => known.fits(each));
	if (!source) return null;
	const roles: Recognised['roles'] = {};
	for (const role of Object.keys(source.roles) as SourceRole[]) {
		const found = known.first(source.roles[role]!, passes[role] ?? hasText);
		// What a source has no column for stays to be guessed, but where it is said that there is none.
		if (found !== null || source.roles[role]!.length === 0) roles[role] = found;
	}
	const [latitude, longitude] = [source.place?.latitude, source.place?.longitude].map((name) =>
		name === undefined ? null : known.first([name], hasText)
	);
	const hasPlace = latitude != null && longitude != null;
	return { id: source.id, roles, place: hasPlace ? { by: 'pair', latitude, longitude } : null };
}

/**
 * What the columns of a table mean: as its source says, and else as they are guessed. A column has one role at most. Where
 * no column has a date or an address, and the source has them within its texts, columns of them are added.
 */
export function rolesBySource(
	rows: Rows,
	place: PlaceColumns | null,
	source: Recognised | null
): ColumnRoles {
	const guessed = guessRoles(rows, place);
	if (!source) return guessed;
	const { until, ...known } = source.roles;
	const taken = new Set([...Object.values(known), until ?? null].filter((column) => column !== null));
	const roles = { ...guessed };
	for (const role of Object.keys(roles) as (keyof ColumnRoles)[])
		if (roles[role] !== null && taken.has(roles[role])) roles[role] = null;
	Object.assign(roles, known);
	const { within = {} } = sources.find(({ id }) => id === source.id)!;
	for (const role of ['date', 'source'] as const) {
		const keys = roles[role] === null ? (within[role] ?? []) : [];
		const from = rows.columns.filter(({ name }) => keys.includes(plainName(name)));
		if (from.length > 0) roles[role] = addWithin(rows, role, from);
	}
	return roles;
}

/** The citation that an export of ours has in each of its rows, else what the source asks for; '' where neither says it. */
export function citationIn(rows: Rows, source: Recognised | null): string {
	const [only, ...others] = rows.columns.find(({ name }) => name === added.citation)?.distinct() ?? [];
	if (only !== undefined && others.length === 0) return only;
	return sources.find(({ id }) => id === source?.id)?.citation ?? '';
}

/** The column in which the dates of rows end: the source's, where its dates are taken as well, else by its name. */
export function endBySource(rows: Rows, date: number, source: Recognised | null): number | null {
	const until = source?.roles.until;
	return until !== undefined && (source?.roles.date ?? date) === date ? until : guessEnd(rows, date);
}

const hasText = (column: RawColumn) => column.filled > 0;

function isColour(column: RawColumn): boolean {
	const distinct = column.distinct();
	return distinct !== null && distinct.length > 0 && distinct.length <= mostColours;
}

const passes: Partial<Record<SourceRole, (column: RawColumn) => boolean>> = {
	actor: isColour,
	date: hasDates,
	until: hasDates
};

function hasDates(column: RawColumn): boolean {
	return mostly(column, (text) => parseDays(text, 'day-first') !== null || /^\d{4,13}(?:\.\d+)?$/.test(text));
}

/** The columns of a table by the names and tags that sources know them by. */
class Columns {
	private readonly names: readonly string[];
	private readonly tags: readonly (readonly string[])[];

	constructor(private readonly rows: Rows) {
		this.names = rows.columns.map(({ name }) => plainName(name));
		this.tags = rows.columns.map(({ name }, index) => {
			const tag = rows.tags[index] ?? (name.startsWith('#') ? name : '');
			return tag.toLowerCase().replace(/\s/g, '').split('+').filter(Boolean);
		});
	}

	fits({ has, like }: Source): boolean {
		const isThere = (key: string) => this.indexes(key).length > 0;
		if (!has.every((each) => (typeof each === 'string' ? isThere(each) : each.some(isThere)))) return false;
		if (!like) return true;
		const columns = like.columns
			.flatMap((key) => this.indexes(key))
			.map((index) => this.rows.columns[index]!);
		return columns.some((column) => mostly(column, (text) => like.pattern.test(text)));
	}

	/** The first column of several keys that passes. */
	first(keys: readonly string[], passes: (column: RawColumn) => boolean): number | null {
		for (const key of keys)
			for (const index of this.indexes(key)) if (passes(this.rows.columns[index]!)) return index;
		return null;
	}

	private indexes(key: string): number[] {
		const found: number[] = [];
		if (key.startsWith('#')) {
			const wanted = key.split('+');
			this.tags.forEach((parts, index) => {
				if (wanted.every((part) => parts.includes(part))) found.push(index);
			});
			return found;
		}
		this.names.forEach((name, index) => {
			if (name === key) found.push(index);
		});
		return found;
	}
}
