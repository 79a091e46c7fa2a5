/** Labels in French of who says a thing, and of what a name in a passage stands for. */
import type { SourcingLabels } from '../en/sourcing';

export const sourcing: SourcingLabels = {
	attributions: {
		attributed: 'Attribué dans le texte',
		hearsay: 'Attribué, de seconde main',
		unattributed: 'Repris sans nommer la source',
		unsourced: 'Affirmation de l’auteur, sans source',
		mixed: 'Attribué en partie'
	},
	sourceKinds: {
		'unnamed-person': 'personne non nommée',
		'unnamed-officials': 'responsables non nommés',
		person: 'personne',
		statement: 'déclaration',
		documents: 'documents',
		agency: 'agence de presse',
		newspaper: 'journal',
		website: 'site web'
	},
	mentionSenses: { literal: 'le lieu', metonym: 'un gouvernement', ambiguous: 'lieu incertain' }
};
