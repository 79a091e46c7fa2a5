/** Labels in English of what speaks against a report: they stay out of the script that every page begins with. */
import type { CaveatKind } from '../../../geodata/vocabulary';

export const doubts = {
	caveatKinds: {
		disputed: 'Disputed',
		ambiguous: 'Ambiguous',
		overstated: 'Overstated',
		unsourced: 'No source given',
		'date-corrected': 'Date corrected',
		'date-inferred': 'Date inferred',
		'place-not-given': 'Place not given',
		'source-misdescribed': 'Source described wrongly',
		'number-conflict': 'Numbers conflict',
		'paraphrase-drift': 'Meaning changed in rewriting',
		'same-site': 'Same site under two names',
		'two-places-one-name': 'Two places, one name',
		metonym: 'City name stands for something else',
		'text-damage': 'Damage in the text',
		'not-a-strike-here': 'Not a strike on this place',
		inconsistent: 'The article disagrees with itself',
		author: 'Question about the author'
	} satisfies Record<CaveatKind, string>
};

/** The same labels in another language. */
export type DoubtLabels = typeof doubts;
