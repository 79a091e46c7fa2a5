/** Where readers of markup put what they find. */
import type { Geometry } from 'geojson';
import type { Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

/** Adds what elements are as rows, and counts them. */
export class FeatureSink {
	hasAny = false;
	private origin = 0;

	constructor(
		private readonly rows: Rows,
		private readonly problems: Problems,
		private readonly work: Work
	) {}

	/**
	 * @param unreadable what should be positions and can't be read as such
	 * @param points lines of a single point, which are shown as points
	 * @param system what the shape says of its coordinate system
	 */
	feature(
		fields: Record<string, string>,
		geometry: Geometry | null,
		unreadable: readonly string[],
		points = 0,
		system: string | null = null
	): void {
		this.hasAny = true;
		const origin = ++this.origin;
		this.work.spend(unreadable.length);
		for (const found of unreadable) this.problems.add('unreadable-place', { origin, found });
		if (points > 0) this.problems.add('single-point', { origin, found: fields.name }, points);
		this.rows.addFeature(fields, geometry, origin);
		if (system !== null) this.rows.saysSystem(system);
		if (geometry === null && unreadable.length > 0) this.rows.told.add(this.rows.count - 1);
	}

	/** Something that is no row, and is told. */
	noted(kind: 'network-link' | 'overlay' | 'relation', found: string): void {
		this.hasAny ||= kind === 'relation';
		this.problems.add(kind, found === '' ? {} : { found });
	}

	/** An element that is not read. */
	unreadable(found: string, how: 'wrong' | 'cut-off'): void {
		this.hasAny = true;
		this.problems.add('unreadable-row', how === 'wrong' ? { origin: ++this.origin, found } : { found });
	}
}
