/** Precision, recall and F1 of spans against labels: strict where both edges agree, overlapping where a letter is shared. */
import { overlaps, type Span } from '../../../lib/draft/recognise/span';

export interface Counts {
	labelled: number;
	found: number;
	/** Of those found, right ones; of those labelled, found ones: with overlap they may differ. */
	strict: number;
	foundRight: number;
	labelledFound: number;
}

export const none = (): Counts => ({ labelled: 0, found: 0, strict: 0, foundRight: 0, labelledFound: 0 });

/** Adds one text. @param same what else has to agree, besides the spans */
export function count<L extends Span, F extends Span>(
	counts: Counts,
	labelled: readonly L[],
	found: readonly F[],
	same: (label: L, find: F) => boolean = () => true
): void {
	counts.labelled += labelled.length;
	counts.found += found.length;
	counts.strict += labelled.filter((label) =>
		found.some((find) => find.start === label.start && find.end === label.end && same(label, find))
	).length;
	counts.labelledFound += labelled.filter((label) =>
		found.some((find) => overlaps(label, find) && same(label, find))
	).length;
	counts.foundRight += found.filter((find) =>
		labelled.some((label) => overlaps(label, find) && same(label, find))
	).length;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const f1 = (precision: number, recall: number): number => share(2 * precision * recall, precision + recall);

/** Cells of a table: labelled, strict P, R and F1, overlapping P, R and F1. */
export function cells({ labelled, found, strict, foundRight, labelledFound }: Counts): string[] {
	const exact = [share(strict, found), share(strict, labelled)] as const;
	const touching = [share(foundRight, found), share(labelledFound, labelled)] as const;
	return [
		String(labelled),
		...[...exact, f1(...exact), ...touching, f1(...touching)].map((value) => value.toFixed(2))
	];
}

export const percent = (part: number, whole: number): string =>
	whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
