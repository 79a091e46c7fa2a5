/** The references of a page: each is printed once, at its end, and cited by its number. */
import { createContext } from 'svelte';
import type { ContestedGroup } from '$lib/geodata/contested';
import type { ReferenceRecord } from '$lib/geodata/schema';
import type { ArticleView, ReportView, SiteView } from '$lib/geodata/views';
import { doubtsOf } from '$lib/words/sure';

/** By the id of a reference its number, from 1 in the order in which a page first cites them. */
export type Numbering = ReadonlyMap<string, { number: number; reference: ReferenceRecord }>;

/** What all that cites on a page asks for its numbers. */
export const [getNumbering, setNumbering] = createContext<() => Numbering>();

/** Each reference once, where it comes first. */
export function numbered(references: readonly ReferenceRecord[]): Numbering {
	const numbering = new Map<string, { number: number; reference: ReferenceRecord }>();
	for (const reference of references) {
		if (!numbering.has(reference.id)) numbering.set(reference.id, { number: numbering.size + 1, reference });
	}
	return numbering;
}

type Citing = { references: ReferenceRecord[] };
const ofEach = (citing: readonly Citing[]) => citing.flatMap(({ references }) => references);

/** What a report cites, in the order of its details. */
export const citedByReport = (report: ReportView): ReferenceRecord[] => [
	...ofEach(doubtsOf(report)),
	...ofEach(report.upstream),
	...ofEach(report.chain),
	...report.references
];

/** What the two sides of a site's disagreements cite. */
export const citedByContested = (groups: readonly ContestedGroup[]): ReferenceRecord[] =>
	groups.flatMap(({ columns }) => ofEach(columns[1].notes));

/** What is cited for where a site is. */
export const citedByPlace = ({
	references,
	related,
	alternatives,
	upstream
}: SiteView): ReferenceRecord[] => [
	...references,
	...ofEach(related),
	...ofEach(alternatives),
	...ofEach(upstream)
];

/** What is cited of an article as a source. */
export const citedByArticle = ({ chain, standing, caveats }: ArticleView): ReferenceRecord[] => [
	...ofEach(chain),
	...standing.references,
	...ofEach(caveats)
];
