/**
 * What changed from one version of the records to the next, found by comparing them: nobody writes a change log by
 * hand. Pure. A released version is kept as a snapshot, cut down to what is compared.
 */
import { distance } from '@turf/turf';
import { isDraft } from './drafts';
import { ownName } from './names';
import type { Geometry, Name, Position, Records, Snapshot, VersionRecord } from './schema';
import { compareVersions } from './validate/releases';

type Comparable = Pick<Snapshot, 'places' | 'reports'>;
type Place = Snapshot['places'][number];
type Report = Snapshot['reports'][number];

/** What a field has: a text of the records, or what `words/changes.ts` makes one from. */
export type FieldValue =
	| string
	| { radius_km: number }
	| { shape: Geometry['type']; positions: number; redrawn: boolean }
	| Report['caveats'];

/** A field before and after; null where there was or is nothing. */
export interface FieldChange {
	field: string;
	from: FieldValue | null;
	to: FieldValue | null;
}

interface Changed {
	record: 'report' | 'place';
	id: string;
	/** The sentence of a report or the name of a place, as it is now or was last. */
	title: string | Name;
}

export type Change = Changed &
	(
		| { kind: 'added' }
		/** A report that was taken back keeps its page; a place with no report left has none, and no day. */
		| { kind: 'withdrawn'; on: string | null; reason: string | null }
		/** `kilometres` between the middles; `reason` is why the place is now where it is. */
		| { kind: 'moved'; kilometres: number; reason: string }
		| { kind: 'corrected'; fields: FieldChange[] }
	);

/** A version with what it changed. `isFirst` where there was none before it to compare with. */
export interface Release extends Omit<VersionRecord, '$schema'> {
	isFirst: boolean;
	reports: number;
	places: number;
	changes: Change[];
}

/** What later versions are compared with; drafts are no part of a version. Sorted by id, so that the files of two versions differ in few lines. */
export function snapshotOf(records: Pick<Records, 'places' | 'articles'>, version: VersionRecord): Snapshot {
	const { version: number, released, note } = version;
	return {
		version: number,
		released,
		note,
		places: records.places
			.filter((place) => !isDraft(place))
			.map(({ id, geometry, properties: { name, kind, drawn, precision } }) => ({
				id,
				name,
				kind,
				drawn,
				geometry,
				where_prec: precision.where_prec,
				radius_km: precision.radius_km,
				reason: precision.reason
			}))
			.sort(byId),
		reports: records.articles
			.filter((article) => !isDraft(article))
			.flatMap(({ reports }) => reports)
			.map((report) => ({
				id: report.id,
				place: report.place,
				summary: report.summary,
				claim: report.claim,
				actors: report.actors.map(({ actor, role }) => `${actor} ${role}`),
				when: report.when.edtf,
				quotes: report.quotes.map(({ exact }) => exact),
				chain: report.chain,
				caveats: report.caveats.map(({ kind, note, quotes }) => ({
					kind,
					note,
					...(quotes && { quotes: quotes.map(({ exact }) => exact) })
				})),
				...(report.withdrawn && { withdrawn: report.withdrawn })
			}))
			.sort(byId)
	};
}

/** Everything that changed, reports before places, each by id; a record may have moved and been corrected as well. */
export function compare(before: Comparable, after: Comparable): Change[] {
	return [
		...compareAll(before.reports, after.reports, 'report', ({ summary }) => summary, compareReports),
		...compareAll(before.places, after.places, 'place', ({ name }) => name, comparePlaces)
	];
}

/**
 * All versions, newest first. Where the records differ from the released version, `pending` has what the next one
 * will have changed.
 */
export function historyOf(records: Pick<Records, 'places' | 'articles' | 'version' | 'snapshots'>): {
	releases: Release[];
	pending: Change[];
} {
	const { versions, now, isKept } = versionsOf(records);
	const releases = versions.map((snapshot, index): Release => {
		const before = versions[index - 1];
		const { version, released, note, reports, places } = snapshot;
		return {
			version,
			released,
			note,
			isFirst: before === undefined,
			reports: reports.filter(({ withdrawn }) => !withdrawn).length,
			places: places.length,
			changes: before ? compare(before, snapshot) : []
		};
	});
	return { releases: releases.reverse(), pending: isKept ? compare(versions.at(-1)!, now) : [] };
}

/** A report that was added, corrected or taken back; `on` is the day (YYYY-MM-DD), `version` null before its release. */
export interface News {
	change: Change & { record: 'report'; kind: 'added' | 'corrected' | 'withdrawn' };
	on: string;
	version: string | null;
	/** 1 for the first time that this happened to the report, 2 for the second. */
	nth: number;
}

/** All that happened to reports, newest first, in one day by id: what those who follow the site are told. */
export function newsOf(records: Pick<Records, 'places' | 'articles' | 'version' | 'snapshots'>): News[] {
	const { versions, now, isKept } = versionsOf(records);
	const steps = [...versions, ...(isKept ? [{ ...now, version: null }] : [])];
	const recorded = new Map(
		records.articles.flatMap(({ recorded, reports }) => reports.map(({ id }) => [id, recorded] as const))
	);
	const last = versions.at(-1)!.released;
	const times = new Map<string, number>();
	return steps
		.flatMap((step, index) => {
			const before = steps[index - 1] ?? { places: [], reports: [] };
			const dayOf = (id: string) => {
				const day = recorded.get(id) ?? last;
				return step.version !== null ? step.released : day > last ? day : last;
			};
			return compare({ ...before, places: [] }, { ...step, places: [] })
				.filter((change): change is News['change'] => change.record === 'report')
				.map((change) => {
					const what = `${change.id} ${change.kind}`;
					const nth = (times.get(what) ?? 0) + 1;
					times.set(what, nth);
					return { change, on: dayOf(change.id), version: step.version, nth };
				});
		})
		.toSorted((a, b) => (a.on === b.on ? (a.change.id < b.change.id ? -1 : 1) : a.on < b.on ? 1 : -1));
}

/** All versions, oldest first, and the records as they are; `isKept` where these may have more than the last version. */
function versionsOf(records: Pick<Records, 'places' | 'articles' | 'version' | 'snapshots'>) {
	const now = snapshotOf(records, records.version);
	// Before the first release there is no snapshot: the records as they are count as the version.
	const isKept = records.snapshots.some(({ version }) => version === now.version);
	const versions = [...records.snapshots, ...(isKept ? [] : [now])].sort((a, b) =>
		compareVersions(a.version, b.version)
	);
	return { versions, now, isKept };
}

function compareAll<T extends { id: string }>(
	before: T[],
	after: T[],
	record: Changed['record'],
	titleOf: (entry: T) => Changed['title'],
	compareOne: (changed: Changed, from: T, to: T) => Change[]
): Change[] {
	const [old, recent] = [byIdOf(before), byIdOf(after)];
	return [...new Set([...old.keys(), ...recent.keys()])].sort().flatMap((id): Change[] => {
		const [from, to] = [old.get(id), recent.get(id)];
		const changed = { record, id, title: titleOf((to ?? from)!) };
		if (from && to) return compareOne(changed, from, to);
		return [from ? { ...changed, kind: 'withdrawn', on: null, reason: null } : { ...changed, kind: 'added' }];
	});
}

function compareReports(changed: Changed, from: Report, to: Report): Change[] {
	const fields = fieldChanges([
		['place', from.place, to.place],
		['summary', from.summary, to.summary],
		['claim', from.claim, to.claim],
		['actors', from.actors.join(', '), to.actors.join(', ')],
		['date', from.when, to.when],
		['quote', quoted(from.quotes), quoted(to.quotes)],
		['sources', from.chain.join(' → '), to.chain.join(' → ')],
		['caveats', from.caveats, to.caveats],
		// Being taken back is a change of its own, below. Being brought back, or another reason, is a correction.
		['withdrawal', withdrawal(from), from.withdrawn ? withdrawal(to) : null]
	]);
	return [
		...(to.withdrawn && !from.withdrawn ? [{ ...changed, kind: 'withdrawn' as const, ...to.withdrawn }] : []),
		...correction(changed, fields)
	];
}

function comparePlaces(changed: Changed, from: Place, to: Place): Change[] {
	const kilometres = movedBy(from.geometry, to.geometry);
	const fields = fieldChanges([
		['name', ownName(from.name), ownName(to.name)],
		...otherLanguages(from.name, to.name).map(
			(tag) => [`name.${tag}`, from.name[tag] ?? null, to.name[tag] ?? null] as const
		),
		['kind', from.kind, to.kind],
		['drawn as', from.drawn, to.drawn],
		['precision', `where_prec ${from.where_prec}`, `where_prec ${to.where_prec}`],
		['radius', radius(from), radius(to)],
		['shape', ...(kilometres === 0 ? shapes(from.geometry, to.geometry) : ([null, null] as const))],
		// A move has the new reason itself.
		['reason', ...(kilometres > 0 ? ([null, null] as const) : ([from.reason, to.reason] as const))]
	]);
	return [
		...(kilometres > 0 ? [{ ...changed, kind: 'moved' as const, kilometres, reason: to.reason }] : []),
		...correction(changed, fields)
	];
}

/** The languages that either name has beside that of the records. */
const otherLanguages = (from: Name, to: Name): string[] => [
	...new Set([...Object.keys(from).slice(1), ...Object.keys(to).slice(1)])
];

function correction(changed: Changed, fields: FieldChange[]): Change[] {
	return fields.length > 0 ? [{ ...changed, kind: 'corrected', fields }] : [];
}

function fieldChanges(fields: (readonly [string, FieldValue | null, FieldValue | null])[]): FieldChange[] {
	return fields
		.filter(([, from, to]) => JSON.stringify(from) !== JSON.stringify(to))
		.map(([field, from, to]) => ({ field, from, to }));
}

function withdrawal({ withdrawn }: Report): string | null {
	return withdrawn ? `${withdrawn.on}: ${withdrawn.reason}` : null;
}

function quoted(quotes: string[]): string {
	return quotes.map((quote) => `“${quote}”`).join(' […] ');
}

function radius({ radius_km }: Place): FieldValue | null {
	return radius_km === null ? null : { radius_km };
}

/** How far the middle of a geometry went, in kilometres; 0 where it did not or where there is none to compare. */
function movedBy(from: Geometry | null, to: Geometry | null): number {
	if (!from || !to) return 0;
	const kilometres = distance(middleOf(from), middleOf(to), { units: 'kilometers' });
	// Less than a metre comes from rounding: that is a correction of the shape and no move.
	return kilometres < 0.001 ? 0 : kilometres;
}

/** Two shapes that differ. Where type and number of positions are the same, the later one is `redrawn`. */
function shapes(from: Geometry | null, to: Geometry | null): readonly [FieldValue | null, FieldValue | null] {
	if (JSON.stringify(from) === JSON.stringify(to)) return [null, null];
	const [before, after] = [shape(from), shape(to)];
	const isRedrawn = before !== null && JSON.stringify(before) === JSON.stringify(after);
	return [before, isRedrawn ? { ...before, redrawn: true } : after];
}

function shape(geometry: Geometry | null) {
	if (!geometry) return null;
	return { shape: geometry.type, positions: positionsOf(geometry).length, redrawn: false };
}

/** The middle of the box around a geometry. */
function middleOf(geometry: Geometry): Position {
	const positions = positionsOf(geometry);
	const middle = (values: number[]) =>
		(values.reduce((least, value) => Math.min(least, value)) +
			values.reduce((most, value) => Math.max(most, value))) /
		2;
	return [
		middle(positions.map(([longitude]) => longitude)),
		middle(positions.map(([, latitude]) => latitude))
	];
}

function positionsOf(geometry: Geometry): Position[] {
	switch (geometry.type) {
		case 'Point':
			return [geometry.coordinates];
		case 'LineString':
			return geometry.coordinates;
		case 'MultiLineString':
		case 'Polygon':
			return geometry.coordinates.flat();
		case 'MultiPolygon':
			return geometry.coordinates.flat(2);
	}
}

function byIdOf<T extends { id: string }>(entries: T[]): Map<string, T> {
	return new Map(entries.map((entry) => [entry.id, entry]));
}

function byId(a: { id: string }, b: { id: string }): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
