/**
 * Coordinate systems by their number, their name or their definition, and which of them the numbers of a file may be of.
 * Loaded when a file needs it: the list alone is larger than all else that reads one. Definitions are those of the EPSG
 * Geodetic Parameter Dataset, converted by proj4js.
 */
import proj4 from 'proj4';
import { fromMercatorMetres } from '../../base/mercator';
import { isIn, type Box } from './box';
import { isOnEarth, type Position } from './coordinates';

/** A system that the reader may choose. */
export interface SystemOffer {
	/** As `Systems.byId` takes it, such as EPSG:32637. */
	id: string;
	name: string;
	/** Where the first row would be: longitude and latitude. */
	at: Position;
	/** Whether the file has the northing first, if it is this one. */
	swap: boolean;
}

export interface System {
	id: string;
	name: string;
	/** Whether EPSG has its northing before its easting, or its latitude before its longitude. */
	isNorthingFirst?: boolean;
	/** Degrees of WGS 84; null for what is far outside of where the system is used. */
	toDegrees(x: number, y: number): Position | null;
}

interface Entry {
	name: string;
	kind: string;
	proj4: string | null;
	/** Of projected systems it names the axes where, and only where, the easting comes first. */
	wkt?: string | null;
	/** North, west, south, east; of some systems it is not known. */
	bbox: [number, number, number, number] | null;
}

/** Systems of a wider area fit nearly everywhere, and say nothing. */
const widest = 60;
/** How far from its area a system is taken at its word, in degrees. */
const reach = 5;
const mostOffers = 12;

const mercator: System = {
	id: 'web-mercator',
	name: 'WGS 84 / Pseudo-Mercator',
	toDegrees: (x, y) => fromMercatorMetres(x, y)
};

export class Systems {
	private readonly known = new Map<string, System | null>();
	private names: Map<string, string> | null = null;

	private constructor(private readonly entries: Record<string, Entry>) {}

	static async open(): Promise<Systems> {
		const list = await import('epsg-index/all.json', { with: { type: 'json' } });
		return new Systems(list.default);
	}

	/** The system of an id, or of a definition as WKT or PROJ has it; null where it is not known or needs a grid file. */
	byId(id: string): System | null {
		let system = this.known.get(id);
		if (system === undefined) this.known.set(id, (system = this.made(id)));
		return system;
	}

	/** The system of a name, such as “WGS 84 / UTM zone 37N” or an Esri file's WGS_1984_UTM_Zone_37N. */
	byName(name: string): System | null {
		if (!this.names) {
			this.names = new Map();
			// Of two that are called alike the one with the lower number is EPSG's own.
			for (const [code, entry] of Object.entries(this.entries)) {
				const key = keyOf(entry.name);
				if (isRead(entry) && !this.names.has(key)) this.names.set(key, code);
			}
		}
		const code = this.names.get(keyOf(name));
		return code === undefined ? null : this.byId(`EPSG:${code}`);
	}

	/**
	 * The systems in which most of some positions lie in a region and where the system is used: UTM of WGS 84 first, the
	 * nearest to the middle of the region first.
	 */
	likely(positions: readonly Position[], region: Box): SystemOffer[] {
		const found: (SystemOffer & { rank: number })[] = [];
		const centre: Position = [(region[0] + region[2]) / 2, (region[1] + region[3]) / 2];
		const look = (system: System, area: Box, rank: number) => {
			for (const swap of [false, true]) {
				const places = positions.map(([x, y]) => (swap ? system.toDegrees(y, x) : system.toDegrees(x, y)));
				const inside = places.filter((at) => at && isIn(region, ...at) && isIn(area, ...at));
				const [at] = inside;
				if (!at || inside.length < positions.length * 0.8) continue;
				const distance = Math.hypot(at[0] - centre[0], at[1] - centre[1]);
				found.push({ id: system.id, name: system.name, at, swap, rank: rank + distance + (swap ? 500 : 0) });
				return;
			}
		};
		look(mercator, [-180, -90, 180, 90], 0);
		for (const [code, entry] of Object.entries(this.entries)) {
			if (entry.kind !== 'CRS-PROJCRS' || !isRead(entry) || !entry.bbox) continue;
			const area = areaOf(entry.bbox);
			if (area[2] - area[0] > widest || !meet(area, region)) continue;
			const system = this.byId(`EPSG:${code}`);
			const isUtm = /^WGS 84 \/ UTM zone/.test(entry.name);
			if (system) look(system, area, isUtm ? 100 : 200);
		}
		return found
			.sort((a, b) => a.rank - b.rank)
			.slice(0, mostOffers)
			.map(({ id, name, at, swap }) => ({ id, name, at, swap }));
	}

	/** A zone whose S is the band of MGRS, from 32 to 40 degrees north, where a row is in it; else the hemisphere. */
	private zoneS(zone: number, id: string): System | null {
		const [north, south] = [326, 327].map((system) =>
			this.byId(`EPSG:${system}${String(zone).padStart(2, '0')}`)
		);
		if (!north || !south) return null;
		const toDegrees = (x: number, y: number) => {
			const at = north.toDegrees(x, y);
			return at && at[1] >= 32 && at[1] <= 40 ? at : south.toDegrees(x, y);
		};
		return { id, name: `WGS 84 / UTM zone ${zone}S`, toDegrees };
	}

	private made(id: string): System | null {
		if (id === mercator.id) return mercator;
		const zone = /^UTM:(\d{1,2})S$/.exec(id)?.[1];
		if (zone !== undefined) return this.zoneS(Number(zone), id);
		const code = /^EPSG:(\d+)$/.exec(id)?.[1];
		const entry = code === undefined ? null : this.entries[code];
		if (code !== undefined && (!entry || !isRead(entry))) return null;
		// A definition as Esri's programs write it lacks how its datum lies, which EPSG says of the system of that name.
		const named = code === undefined ? nameOf(id)?.replace(/^GCS_/, '') : undefined;
		const known = named === undefined ? null : this.byName(named);
		if (known) return known;
		const definition = entry?.proj4 ?? id;
		try {
			const converter = proj4(definition, 'WGS84');
			const area = entry?.bbox ? areaOf(entry.bbox) : null;
			const wide: Box | null = area && [
				area[0] - reach,
				Math.max(-90, area[1] - reach),
				area[2] + reach,
				Math.min(90, area[3] + reach)
			];
			return {
				id,
				name: entry ? `${entry.name} (${id})` : (nameOf(id) ?? id),
				isNorthingFirst: !!entry?.wkt && !/AXIS\["[^"]*",(?:EAST|WEST|SOUTH)\]/.test(entry.wkt),
				toDegrees(x, y) {
					// The library refuses what is no number.
					if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
					const [longitude, latitude] = converter.forward([x, y]) as [number, number];
					// Not a number is on no Earth either.
					if (!isOnEarth(longitude, latitude)) return null;
					return !wide || wide[2] - wide[0] >= 360 || isIn(wide, longitude, latitude)
						? [longitude, latitude]
						: null;
				}
			};
		} catch {
			// A projection that the library does not have, or a definition that is none.
			return null;
		}
	}
}

/** Whether a system can be converted: it has a definition that needs no file of shifts. */
const isRead = ({ proj4: definition }: Entry) =>
	definition !== null && !/\+nadgrids=(?!@null)/.test(definition) && !/\+proj=geocent/.test(definition);

const areaOf = ([north, west, south, east]: [number, number, number, number]): Box => [
	west,
	south,
	east < west ? east + 360 : east,
	north
];

const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const keyOf = (name: string) =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '')
		.replace('wgs1984', 'wgs84');

/** What WKT calls its system. */
const nameOf = (text: string): string | null => /^\s*\w+\s*\[\s*"([^"]{1,100})"/.exec(text)?.[1] ?? null;
