/** Kinds of places and of claims: of our vocabulary as far as the data set uses it, or such as it adds. */
import { claimKinds, placeKinds } from '../vocabulary';
import { quoted } from './problem';
import type { Problem } from './problem';
import type { Reading } from './reading';

const vocabularies = {
	places: { noun: 'place', ours: Object.keys(placeKinds) },
	claims: { noun: 'claim', ours: Object.keys(claimKinds) }
};

export function* checkKinds({ dataset, kinds }: Reading): Iterable<Problem> {
	// What may be used, nobody can say without it.
	if (!dataset) return;
	for (const { file, at, of, kind } of kinds) {
		const { noun, ours } = vocabularies[of];
		const { used = ours, added = {} } = dataset.kinds?.[of] ?? {};
		const known: string[] = [...used, ...Object.keys(added)];
		if (known.includes(kind)) continue;
		yield {
			file,
			at,
			message: `${quoted(kind)} is no kind of ${noun} of this data set`,
			fix: `use one of ${known.join(', ')}, or add it under kinds.${of} in dataset.json`
		};
	}
}
