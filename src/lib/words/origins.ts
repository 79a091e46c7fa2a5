/** Where reports come from in the end, in words. */
import type { DependentRoot, Origins } from '../geodata/origins';
import { m } from './compiled/messages.js';
import { common } from './languages/common';
import type { Locale } from './locale';
import { digits } from './numbers';

/** “2 reports, 1 origin”, and how many of the origins draw on others of them in another chain. */
export function describeOrigins(
	origins: Pick<Origins, 'count' | 'independent'>,
	reports: number,
	locale: Locale
): string {
	const counted = (count: number) => ({ count, n: digits(count, locale) });
	const drawn = origins.count - origins.independent;
	return [
		m.count_reports(counted(reports), { locale }),
		m.origins_count(counted(origins.count), { locale }),
		...(drawn > 0 ? [m.origins_dependent(counted(drawn), { locale })] : [])
	].join(common(locale).comma);
}

/** All that is said about the origins of some reports. */
export interface OriginsSummary {
	/** “2 reports, 1 origin” */
	words: string;
	/** How many origins are independent, and why the others do not count; null where all are. */
	careful: { words: string; reasons: string[] } | null;
}

/**
 * @param dependent the roots that draw on others
 * @param reports how many there are
 */
export function summariseOrigins(
	origins: Pick<Origins, 'count' | 'independent'>,
	dependent: readonly DependentRoot[],
	reports: number,
	locale: Locale
): OriginsSummary {
	const { count, independent } = origins;
	return {
		words: describeOrigins(origins, reports, locale),
		careful: independent < count ? describeDependence(independent, dependent, locale) : null
	};
}

function describeDependence(independent: number, dependent: readonly DependentRoot[], locale: Locale) {
	return {
		words: m.origins_independent({ count: independent, n: digits(independent, locale) }, { locale }),
		reasons: dependent.map(({ name, drawsOn }) =>
			m.origins_repeats({ name, source: drawsOn.join(common(locale).comma) }, { locale })
		)
	};
}
