/**
 * How marks are drawn where several rows stand at exactly one place: those of one value are one mark that says how many,
 * and those of several values lie within each other as rings, since moving them apart would show them where they are not.
 */
import type { Size } from './sizes';

/** What is known of a mark here; `points.ts` has the whole of it. */
interface Standing {
	actor: number;
	count: number;
	spot: number;
}

export interface Look extends Size {
	/** 1 where the mark says how many rows stand at its place. */
	stack?: 1;
	/** 1 where a mark of another value lies on it. */
	under?: 1;
}

/** In a tile with more marks there is no room for larger ones. */
const mostMarks = 200;
/** How far a ring reaches beyond what lies on it, in pixels. */
const ring = 3;
/** Values with a colour of their own, whose marks lie above those of all others, the later on the earlier ones. */
const mostColours = 12;

/**
 * @param sizeOf how large a mark of so many rows is where they stand apart
 * @param keyOf a number that marks at the same place have in common
 */
export function looksOf<Mark extends Standing>(
	marks: readonly Mark[],
	sizeOf: (count: number) => Size,
	keyOf: (mark: Mark) => number
): Look[] {
	const looks: Look[] = marks.map(({ count }) => sizeOf(count));
	if (marks.length > mostMarks) return looks;
	const byPlace = new Map<number, number[]>();
	marks.forEach((mark, index) => {
		if (mark.spot < 0) return;
		if (mark.count > 1) looks[index] = { ...stackSize(mark.count), stack: 1 };
		const key = keyOf(mark);
		const there = byPlace.get(key);
		if (there) there.push(index);
		else byPlace.set(key, [index]);
	});
	for (const there of byPlace.values()) {
		if (there.length === 1) continue;
		there.sort((a, b) => height(marks[b]!) - height(marks[a]!));
		for (let at = 1; at < there.length; at++) {
			const [above, own] = [looks[there[at - 1]!]!, looks[there[at]!]!];
			looks[there[at]!] = {
				fixed: Math.max(own.fixed, above.fixed + ring),
				growing: Math.max(own.growing, above.growing),
				under: 1
			};
		}
	}
	return looks;
}

/** What lies on what at one place. */
const height = ({ actor }: Standing) => (actor <= mostColours ? actor : 0);

/** The size of a mark that says how many rows stand at its place: large enough for the number. */
const stackSize = (count: number): Size => ({ fixed: 7 + 1.6 * Math.log10(count), growing: 0 });
