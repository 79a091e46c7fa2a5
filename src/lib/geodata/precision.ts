/** Writing positions and distances no finer than they are known. */
import * as mgrsLibrary from 'mgrs';
import type { Position } from './schema';

/** What a position with no radius counts as, in km: it is written to one decimal of a degree, about 11 km. */
export const unknownRadius_km = 10;

/** A position in the three ways that people copy it. `mgrs` is null beyond 84° N and 80° S, where it has no grid. */
export interface CoordinateForms {
	decimal: string;
	dms: string;
	mgrs: string | null;
}

/**
 * How many decimals of a degree an uncertainty allows: one decimal is about 11 km, two 1.1 km, three 0.11 km.
 * @param radius_km uncertainty in km, or null where none is given
 */
export function decimalsFor(radius_km: number | null): number {
	const radius = radius_km ?? unknownRadius_km;
	if (radius >= 10) return 1;
	return radius >= 1 ? 2 : 3;
}

/** A position in decimal degrees (latitude first, as people write it), rounded to what the radius allows. */
export function describePosition([longitude, latitude]: Position, radius_km: number | null): string {
	const decimals = decimalsFor(radius_km);
	const part = (degrees: number, [positive, negative]: [string, string]) =>
		`${Math.abs(degrees).toFixed(decimals)}° ${degrees < 0 ? negative : positive}`;
	return `${part(latitude, ['N', 'S'])}, ${part(longitude, ['E', 'W'])}`;
}

/**
 * A position in decimal degrees, in degrees, minutes and seconds, and in the Military Grid Reference System, each
 * no finer than the radius allows.
 * @param position [longitude, latitude] in degrees, WGS 84
 * @param radius_km uncertainty in km, or null where none is given
 */
export function coordinateForms(position: Position, radius_km: number | null): CoordinateForms {
	return {
		decimal: describePosition(position, radius_km),
		dms: describeSexagesimal(position, radius_km),
		mgrs: gridReference(position, radius_km)
	};
}

/**
 * The steps are those of the decimals in round numbers: five minutes are about 9 km, one minute 1.9 km, five
 * seconds 0.15 km. Rounded in whole seconds first, so that 59.7′ becomes a degree and never 60′.
 */
function describeSexagesimal([longitude, latitude]: Position, radius_km: number | null): string {
	const step = [5, 60, 300][3 - decimalsFor(radius_km)] ?? 300;
	const part = (degrees: number, [positive, negative]: [string, string]) => {
		const seconds = Math.round((Math.abs(degrees) * 3600) / step) * step;
		const twoDigits = (value: number) => String(value).padStart(2, '0');
		const minutes = `${Math.floor(seconds / 3600)}° ${twoDigits(Math.floor(seconds / 60) % 60)}′`;
		return `${step < 60 ? `${minutes} ${twoDigits(seconds % 60)}″` : minutes} ${degrees < 0 ? negative : positive}`;
	};
	return `${part(latitude, ['N', 'S'])}, ${part(longitude, ['E', 'W'])}`;
}

/**
 * The grid square that holds the position, written with spaces (36S YE 76 22). A square is named by its corner, as
 * the system wants, and is no wider than the radius: 10 km for 25 km, 1 km for 2 km, 100 m for half a km.
 */
function gridReference([longitude, latitude]: Position, radius_km: number | null): string | null {
	if (latitude > 84 || latitude < -80) return null;
	const radius = Math.max(radius_km ?? unknownRadius_km, 0.001);
	const digits = Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(radius))));
	// The package is a module to a bundler and CommonJS to Node, which sees no named exports in it.
	const { forward } = (Reflect.get(mgrsLibrary, 'default') as typeof mgrsLibrary | undefined) ?? mgrsLibrary;
	const reference = forward([longitude, latitude], digits);
	const [, zone, square, metres] = /^(\d+[A-Z])([A-Z]{2})(\d*)$/.exec(reference) ?? [];
	if (!zone || !square || metres === undefined) return null;
	return [zone, square, metres.slice(0, digits), metres.slice(digits)].filter(Boolean).join(' ');
}
