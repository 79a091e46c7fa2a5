/** What the coordinates of a file measure: degrees, or metres of some coordinate system. */
import { cellText } from '../cells';
import type { Column } from '../table';
import type { Box } from './box';
import { wordsOf } from './columnNames';
import { directionOf, isOnEarth, type Position } from './coordinates';
import { pointOn } from './geometry';
import { columnsOfPair, type PlaceColumns } from './placeColumns';
import type { Rows } from './rows';
import type { System, SystemOffer, Systems } from './systems';
import { idIn } from './systemNames';
import type { Written } from './written';

/**
 * What the numbers are: `degrees` of WGS 84, `web-mercator`, a number of EPSG, a definition as WKT has it, `by-row` where
 * a column says it of each row, or `unknown`: metres of which nothing says what they are.
 */
export type Projection = 'degrees' | 'web-mercator' | 'by-row' | 'unknown' | `EPSG:${number}` | (string & {});

/** What a system was guessed by: the file's own word, or where its rows would lie. */
export type SystemReason = 'file' | 'region';

export interface Frame {
	projection: Projection;
	/** What people call it; null for degrees and what is unknown. */
	name: string | null;
	/** Null where it was chosen, and for degrees of which the file says nothing. */
	reason: SystemReason | null;
	/** What it may be as well: it is asked which. */
	others: SystemOffer[];
	/** Degrees of a row; null where the numbers are degrees. It gives null for what lies outside of its system's area. */
	toDegrees: ((x: number, y: number, row: number) => Position | null) | null;
	/** What the file says in words that are not understood. */
	refused: string | null;
	/** The same of a single row, where rows say different things. */
	refusedIn?: (row: number) => string | null;
	/** What people call the systems of those. */
	rowNames?: string;
	/** Whether the list of systems could not be had. */
	isLost: boolean;
}

const degrees: Frame = {
	projection: 'degrees',
	name: null,
	reason: null,
	others: [],
	toDegrees: null,
	refused: null,
	isLost: false
};
const unknown: Frame = { ...degrees, projection: 'unknown', toDegrees: () => null };

/** Positions that are held against systems and regions. */
const mostSamples = 40;

/**
 * @param chosen what the reader says that it is
 * @param load gets the list of systems
 */
export async function frameOf(
	given: { rows: Rows; columns: readonly Column[]; by: PlaceColumns | null; written: Written },
	chosen: Projection | undefined,
	region: Box | null,
	load: () => Promise<Systems>
): Promise<Frame> {
	const frame = await frameOfFile(given, chosen, region, load);
	const { systems: ofRows } = given.written;
	if (!ofRows || chosen !== undefined || frame.isLost) return frame;
	let systems: Systems;
	try {
		systems = await load();
	} catch {
		return { ...unknown, isLost: true };
	}
	return withOthers(frame, ofRows, given.written.projection, systems);
}

/** A frame in which a few rows say another system than the others: they are read by what they say. */
function withOthers(frame: Frame, ofRows: Int32Array, usual: string | null, systems: Systems): Frame {
	const own = new Map<number, System | 'degrees' | null>();
	const systemOf = (number: number) => {
		let system = own.get(number);
		if (system === undefined) {
			const id = idIn(`EPSG:${number}`);
			own.set(number, (system = id === 'degrees' ? id : id === null ? null : systems.byId(id)));
		}
		return system;
	};
	const isUsual = (row: number) => ofRows[row] === 0 || `EPSG:${ofRows[row]}` === usual;
	const inDegrees = (x: number, y: number): Position | null => (isOnEarth(x, y) ? [x, y] : null);
	const names = [...new Set(ofRows)].map((number) => {
		const system = number === 0 ? null : systemOf(number);
		return system && system !== 'degrees' ? system.name : null;
	});
	return {
		...frame,
		rowNames: names.filter((name) => name !== null).join(', '),
		toDegrees(x, y, row) {
			if (isUsual(row)) return frame.toDegrees ? frame.toDegrees(x, y, row) : inDegrees(x, y);
			const system = systemOf(ofRows[row]!);
			return system === 'degrees' ? inDegrees(x, y) : (system?.toDegrees(x, y) ?? null);
		},
		refusedIn: (row) => (!isUsual(row) && systemOf(ofRows[row]!) === null ? `EPSG:${ofRows[row]}` : null)
	};
}

async function frameOfFile(
	{
		rows,
		columns,
		by,
		written
	}: { rows: Rows; columns: readonly Column[]; by: PlaceColumns | null; written: Written },
	chosen: Projection | undefined,
	region: Box | null,
	load: () => Promise<Systems>
): Promise<Frame> {
	if (by === null || chosen === 'degrees') return degrees;
	const column = systemColumn(rows, columns, by, areMetres(written));
	const said = rows.projection ?? written.projection ?? saidByNames(rows, by);
	const id = chosen === 'unknown' ? undefined : chosen;
	const needsNone =
		id === undefined && column === null && (said === null ? !areMetres(written) : idIn(said) === 'degrees');
	if (needsNone) return said === null ? degrees : { ...degrees, reason: 'file' };
	let systems: Systems;
	try {
		systems = await load();
	} catch {
		return { ...unknown, isLost: true };
	}
	const offers = (): SystemOffer[] =>
		region && areMetres(written) ? systems.likely(samplesOf(written), region) : [];
	const withSystem = (system: System, reason: SystemReason | null, others: SystemOffer[]): Frame => ({
		...degrees,
		projection: system.id,
		name: system.name,
		reason,
		others,
		toDegrees:
			rows.isInOrderOfEpsg && system.isNorthingFirst
				? (x, y) => system.toDegrees(y, x)
				: (x, y) => system.toDegrees(x, y)
	});
	if (id !== undefined && id !== 'by-row') {
		const system = systems.byId(id) ?? systems.byName(id);
		// What else it may be stays to be chosen from.
		return system ? withSystem(system, null, offers()) : { ...unknown, refused: id, others: offers() };
	}
	if (column !== null && said === null)
		return byRow(rows, columns[column]!, halvesIn(columns, by), systems, region, id === undefined);
	if (said !== null) {
		const named = idIn(said, false, isSouthern(region));
		if (named === 'degrees') return { ...degrees, reason: 'file' };
		const system = (named !== null ? systems.byId(named) : null) ?? systems.byName(said);
		return system ? withSystem(system, 'file', []) : { ...unknown, refused: said, others: offers() };
	}
	const others = offers();
	const [only] = others;
	// The one of the web is by far the most usual; any other is asked for, since a few numbers fit some grid by chance.
	const isWeb = only?.id === 'web-mercator' && others.length === 1 && !only.swap;
	const system = isWeb ? systems.byId(only.id) : null;
	return system ? withSystem(system, 'region', []) : { ...unknown, others };
}

/** Whether the middle of a region is south of the equator. */
const isSouthern = (region: Box | null) => region !== null && region[1] + region[3] < 0;

/** Whether most positions can only be metres: degrees are never beyond 1,000, whatever was mistyped. */
function areMetres({ x, y, shapes }: Written): boolean {
	let [beyond, all] = [0, 0];
	const look = (a: number, b: number) => {
		all++;
		if (Math.abs(a) > 1000 && Math.abs(b) > 1000) beyond++;
	};
	for (let row = 0; row < x.length; row++)
		if (!Number.isNaN(x[row]) && !Number.isNaN(y[row])) look(x[row]!, y[row]!);
	for (const shape of shapes.values()) {
		const [a, b] = pointOn(shape);
		look(a!, b!);
	}
	return beyond > all / 2;
}

/** Positions from all over the file. */
function samplesOf({ x, y, shapes }: Written): Position[] {
	const found: Position[] = [];
	const stride = Math.max(1, Math.floor(x.length / mostSamples));
	for (let row = 0; row < x.length && found.length < mostSamples; row += stride)
		if (!Number.isNaN(x[row]) && !Number.isNaN(y[row])) found.push([x[row]!, y[row]!]);
	for (const shape of shapes.values()) {
		if (found.length >= mostSamples) break;
		found.push(pointOn(shape) as Position);
	}
	return found;
}

/** What the names of the columns of the place say: `x_EPSG32637`, `UTM 37N Easting`. */
function saidByNames(rows: Rows, by: PlaceColumns): string | null {
	const columns = by.by === 'pair' ? columnsOfPair(by) : by.by === 'text' ? [by.column] : [];
	for (const column of columns) {
		const { name } = rows.columns[column]!;
		const found =
			/(?:EPSG|SRID)[\s:_-]*\d{4,6}/i.exec(name) ??
			/UTM[\s_-]*(?:zone[\s_-]*)?\d{1,2}[\s_]?[NS]?(?![a-z])/i.exec(name);
		if (found) return found[0];
	}
	return null;
}

const systemWord = /^(?:crs|srs|srid|epsg|projection|zone|utm|utmzone)$/;

/** The column that says the system of each row, by its name and what stands in it. */
function systemColumn(
	rows: Rows,
	columns: readonly Column[],
	by: PlaceColumns,
	canBeZone: boolean
): number | null {
	if (by.by === 'geometry') return null;
	const taken = by.by === 'pair' ? columnsOfPair(by) : [by.column];
	for (const [index, column] of columns.entries()) {
		const words = wordsOf(column.name);
		if (taken.includes(index) || !words.some((word) => systemWord.test(word))) continue;
		const isZone = canBeZone && words.some((word) => word === 'zone' || word === 'utm' || word === 'utmzone');
		let [read, filled] = [0, 0];
		for (let row = 0; row < rows.count && filled < mostSamples; row++) {
			const text = cellText(column, row);
			if (text === '') continue;
			filled++;
			if (idIn(text, isZone) !== null) read++;
		}
		if (filled > 0 && read * 2 >= filled) return index;
	}
	return null;
}

/** Which rows a column of directions beside the northings says to be in the southern half. Undefined: it does not say it. */
function halvesIn(columns: readonly Column[], by: PlaceColumns): (row: number) => boolean | undefined {
	const column = by.by === 'pair' && by.latitudeSign !== undefined ? columns[by.latitudeSign] : undefined;
	return (row) => {
		const sign = column && directionOf(cellText(column, row))?.sign;
		return sign && sign < 0;
	};
}

/** Rows each of which has a system of its own. A zone alone is one of UTM on WGS 84. */
function byRow(
	rows: Rows,
	column: Column,
	isSouth: (row: number) => boolean | undefined,
	systems: Systems,
	region: Box | null,
	isGuess: boolean
): Frame {
	const ids = new Map<string, string | null>();
	const idOf = (text: string, row: number) => {
		const south = isSouth(row) ?? isSouthern(region);
		const key = `${text} ${south}`;
		let id = ids.get(key);
		if (id === undefined) ids.set(key, (id = idIn(text, true, south)));
		return id;
	};
	const reason = isGuess ? 'file' : null;
	let isDegrees = true;
	for (let row = 0; row < rows.count && isDegrees; row++) {
		const text = cellText(column, row);
		if (text !== '' && idOf(text, row) !== 'degrees') isDegrees = false;
	}
	if (isDegrees) return { ...degrees, reason };
	return {
		...degrees,
		projection: 'by-row',
		name: column.name,
		reason,
		toDegrees(x, y, row) {
			const text = cellText(column, row);
			const id = text === '' ? null : idOf(text, row);
			if (id === 'degrees') return isOnEarth(x, y) ? [x, y] : null;
			return id === null ? null : (systems.byId(id)?.toDegrees(x, y) ?? null);
		}
	};
}
