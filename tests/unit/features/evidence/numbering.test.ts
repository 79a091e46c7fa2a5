import { describe, expect, it } from 'vitest';
import {
	citedByArticle,
	citedByContested,
	citedByPlace,
	citedByReport,
	numbered
} from '../../../../src/lib/features/evidence/numbering';
import { contestedOf, groupReasons } from '../../../../src/lib/geodata/contested';
import type { ReferenceRecord } from '../../../../src/lib/geodata/schema';
import { fixtures, real } from '../../export/data';

/** The ids of all references that lie anywhere in a view; what is under `apart` is another page's. */
function referencesIn(view: unknown, apart: readonly string[] = []): Set<string> {
	const found = new Set<string>();
	const look = (value: unknown): void => {
		if (Array.isArray(value)) value.forEach(look);
		else if (typeof value === 'object' && value !== null)
			for (const [key, inner] of Object.entries(value)) {
				if (key === 'references') for (const { id } of inner as ReferenceRecord[]) found.add(id);
				else if (!apart.includes(key)) look(inner);
			}
	};
	look(view);
	return found;
}

describe('the references of a page', () => {
	it('are numbered from 1 in the order in which they are cited, each once', () => {
		for (const report of real.reports) {
			const cited = citedByReport(report);
			const numbering = numbered(cited);
			expect([...numbering.values()].map(({ number }) => number)).toEqual(
				Array.from({ length: numbering.size }, (_, index) => index + 1)
			);
			expect([...numbering.keys()]).toEqual([...new Set(cited.map(({ id }) => id))]);
		}
	});

	it.each([
		['the real records', real],
		['the fixtures', fixtures]
	])('are all that anything on it cites: %s', (_, { articles, reports, sites }) => {
		for (const report of reports)
			expect(new Set(numbered(citedByReport(report)).keys())).toEqual(referencesIn(report));
		for (const site of sites) {
			const { reasons } = contestedOf(site, sites);
			const groups = groupReasons(reasons);
			const cited = [
				...site.reports.flatMap(citedByReport),
				...citedByContested(groups),
				...citedByPlace(site)
			];
			const wanted = referencesIn([site, groups]);
			expect(new Set(numbered(cited).keys())).toEqual(wanted);
		}
		for (const article of articles)
			expect(new Set(numbered(citedByArticle(article)).keys())).toEqual(
				new Set([...referencesIn({ ...article, references: [] }, ['passages', 'reports'])])
			);
	});
});
