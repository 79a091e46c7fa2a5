/** What the values of a Parquet column are as text: as exact as the file has them, and as people read them. */
import type { ParquetParsers, SchemaElement } from 'hyparquet';
import { isoOfDay } from '../../base/days';
import { markedNumber } from './jsonNumbers';
import { singleText } from './numbers';
import { textOf } from './rows';

const strict = new TextDecoder('utf-8', { fatal: true });
const lax = new TextDecoder();

/** Parts of a second in each unit, as powers of ten. */
const digitsOf = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;

/** How the library hands over what is no plain number: times and days as ISO 8601 has them, bytes as they are. */
export const parsers: ParquetParsers = {
	timestampFromMilliseconds: (value) => momentOf(value, 3),
	timestampFromMicroseconds: (value) => momentOf(value, 6),
	timestampFromNanoseconds: (value) => momentOf(value, 9),
	dateFromDays: (day) => dayText(day),
	stringFromBytes: (bytes) => (bytes as Uint8Array | undefined) && lax.decode(bytes),
	jsonFromBytes: (bytes) => (bytes as Uint8Array | undefined) && lax.decode(bytes),
	geometryFromBytes: (bytes) => bytes,
	geographyFromBytes: (bytes) => bytes,
	uuidFromBytes(bytes: Uint8Array | undefined) {
		const hex = bytes && hexOf(bytes);
		return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	}
};

/**
 * Takes from a schema what the library makes less exact or refuses: decimals, which it has as floating point, and two
 * old types. `textOfValue` makes texts of their bytes.
 */
export function keepExact(element: SchemaElement): void {
	if (element.converted_type && ['DECIMAL', 'BSON', 'INTERVAL'].includes(element.converted_type)) {
		if (element.converted_type === 'DECIMAL') element.logical_type ??= decimalOf(element);
		delete element.converted_type;
	}
}

const decimalOf = ({ precision = 38, scale = 0 }: SchemaElement) => ({
	type: 'DECIMAL' as const,
	precision,
	scale
});

/** The text of a value of a column; null where there is none. */
export function textOfValue(value: unknown, element: SchemaElement): string | null {
	if (value === null || value === undefined) return null;
	const { logical_type: logical, converted_type: converted } = element;
	if (logical?.type === 'DECIMAL' && isWhole(value))
		return decimalText(value, logical.scale ?? element.scale ?? 0);
	if (logical?.type === 'TIME' && isWhole(value))
		return timeText(BigInt(value as number | bigint), digitsOf[logical.unit]);
	if (converted === 'TIME_MILLIS' && isWhole(value)) return timeText(BigInt(value as number), 3);
	if (converted === 'TIME_MICROS' && isWhole(value)) return timeText(BigInt(value as bigint), 6);
	const isUtc = logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : /^TIMESTAMP/.test(converted ?? '');
	if (isUtc && typeof value === 'string') return `${value}Z`;
	if (typeof value === 'number') return numberText(value, element.type === 'FLOAT');
	return textOf(plain(value));
}

/** A value as JSON has it, for lists, structures and maps within each other. */
function plain(value: unknown, depth = 0): unknown {
	if (typeof value === 'bigint') return markedNumber(String(value));
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (value instanceof Uint8Array) return bytesText(value);
	if (value instanceof Date) return momentOf(BigInt(value.getTime()), 3);
	if (typeof value !== 'object' || value === null) return value ?? null;
	if (depth > 20) return null;
	if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
	if (ArrayBuffer.isView(value))
		return Array.from(value as unknown as ArrayLike<unknown>, (item) => plain(item, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]));
}

const isWhole = (value: unknown): value is number | bigint | Uint8Array =>
	typeof value === 'bigint' ||
	(typeof value === 'number' && Number.isInteger(value)) ||
	value instanceof Uint8Array;

const numberText = (value: number, isSingle: boolean): string | null =>
	Number.isFinite(value) ? (isSingle ? singleText(value) : String(value)) : null;

function decimalText(value: number | bigint | Uint8Array, scale: number): string {
	const whole = value instanceof Uint8Array ? signed(value) : BigInt(value);
	const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
	const cut = digits.length - scale;
	const sign = whole < 0n ? '-' : '';
	return scale > 0 && scale < 100
		? `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`
		: `${sign}${digits}`;
}

/** Bytes of a number in two's complement, the largest first. */
function signed(bytes: Uint8Array): bigint {
	let value = 0n;
	for (const byte of bytes) value = value * 256n + BigInt(byte);
	return bytes.length > 0 && bytes[0]! >= 128 ? value - (1n << BigInt(bytes.length * 8)) : value;
}

/** A moment as ISO 8601 has it, without its zone. @param digits of the parts of a second that are counted */
function momentOf(value: bigint | undefined, digits: number): string | undefined {
	if (value === undefined || value === null) return undefined;
	const perDay = 86_400n * 10n ** BigInt(digits);
	const part = ((value % perDay) + perDay) % perDay;
	const day = dayText(Number((value - part) / perDay));
	return day && `${day}T${timeText(part, digits)}`;
}

function dayText(day: number | undefined): string | undefined {
	// Beyond that JavaScript has no dates.
	return day === undefined || day === null || Math.abs(day) > 1e8 ? undefined : isoOfDay(day);
}

/** A time of day; parts of a second where there are any. */
function timeText(value: bigint, digits: number): string {
	const perSecond = 10n ** BigInt(digits);
	const seconds = value / perSecond;
	const part = String(value % perSecond)
		.padStart(digits, '0')
		.replace(/0+$/, '');
	const two = (number: bigint) => String(number).padStart(2, '0');
	const time = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
	return part === '' ? time : `${time}.${part}`;
}

/** Bytes as the text that they are, or as hexadecimal digits. */
function bytesText(bytes: Uint8Array): string {
	try {
		const text = strict.decode(bytes);
		// Text has no control characters but blanks.
		// eslint-disable-next-line no-control-regex
		if (!/[\0-\x08\x0e-\x1f]/.test(text)) return text;
	} catch {
		// Not text.
	}
	return hexOf(bytes);
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
