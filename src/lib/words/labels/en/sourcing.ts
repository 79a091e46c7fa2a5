/** Labels in English of who says a thing, and of what a name in a passage stands for. */
import type { Attribution, MentionSense, SourceKind } from '../../../geodata/vocabulary';

export const sourcing = {
	/** How the article says that it knows. */
	attributions: {
		attributed: 'Attributed in the text',
		hearsay: 'Attributed, second hand',
		unattributed: 'Taken over without naming the source',
		unsourced: 'The author’s own statement, no source',
		mixed: 'Partly attributed'
	} satisfies Record<Attribution, string>,
	sourceKinds: {
		'unnamed-person': 'unnamed person',
		'unnamed-officials': 'unnamed officials',
		person: 'person',
		statement: 'statement',
		documents: 'documents',
		agency: 'news agency',
		newspaper: 'newspaper',
		website: 'website'
	} satisfies Record<SourceKind, string>,
	/** What a place name in a passage stands for. */
	mentionSenses: {
		literal: 'the place',
		metonym: 'a government',
		ambiguous: 'unclear which place'
	} satisfies Record<MentionSense, string>
};

export type SourcingLabels = typeof sourcing;
