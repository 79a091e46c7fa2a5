/** What of a page is left out, as spans of its full text, so that all that is left reads as if it had never been there. */
import type { Omission, OmissionReason } from './article';
import { separators, type Piece } from './blocks';

/**
 * The spans of the pieces that have a reason to be left out. Of the separators around those that stand between two
 * pieces that stay, the strongest stays; each piece takes one of the others with it, so that any one of the spans can be
 * undone by itself.
 */
export function omissionsOf(
	full: string,
	pieces: readonly Piece[],
	reasons: readonly (OmissionReason | undefined)[]
): Omission[] {
	const found: Omission[] = [];
	const before = (at: number) => pieces[at - 1]?.end ?? 0;
	const behind = (at: number) => pieces[at + 1]?.start ?? full.length;
	for (let first = 0; first < pieces.length; first++) {
		if (reasons[first] === undefined) continue;
		let end = first;
		while (end < pieces.length && reasons[end] !== undefined) end++;
		const stays = first === 0 ? 0 : end === pieces.length ? end : strongest(full, pieces, first, end);
		for (let at = first; at < end; at++) {
			const { start, end: last } = pieces[at]!;
			const span = at < stays ? [before(at), last] : [start, behind(at)];
			add(found, { start: span[0]!, end: span[1]!, reason: reasons[at]! });
		}
		first = end;
	}
	return found;
}

/** Of the separators before each of some pieces, the place of the first of the strongest. */
function strongest(full: string, pieces: readonly Piece[], first: number, last: number): number {
	let [best, most] = [first, -1];
	for (let at = first; at <= last; at++) {
		const strength = separators.indexOf(full.slice(pieces[at - 1]!.end, pieces[at]!.start));
		if (strength > most) [best, most] = [at, strength];
	}
	return best;
}

function add(found: Omission[], next: Omission): void {
	const last = found.at(-1);
	if (last?.end === next.start && last.reason === next.reason) last.end = next.end;
	else found.push(next);
}
