/** Labels in French of what speaks against a report. */
import type { DoubtLabels } from '../en/doubts';

export const doubts: DoubtLabels = {
	caveatKinds: {
		disputed: 'Contesté',
		ambiguous: 'Ambigu',
		overstated: 'Exagéré',
		unsourced: 'Sans source',
		'date-corrected': 'Date corrigée',
		'date-inferred': 'Date déduite',
		'place-not-given': 'Lieu non indiqué',
		'source-misdescribed': 'Source mal décrite',
		'number-conflict': 'Chiffres contradictoires',
		'paraphrase-drift': 'Sens altéré par la reformulation',
		'same-site': 'Un même site sous deux noms',
		'two-places-one-name': 'Deux lieux, un seul nom',
		metonym: 'Un nom de ville mis pour autre chose',
		'text-damage': 'Texte endommagé',
		'not-a-strike-here': 'Pas une frappe sur ce lieu',
		inconsistent: 'L’article se contredit',
		author: 'Doute sur l’auteur'
	}
};
