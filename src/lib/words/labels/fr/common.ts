/** Labels in French that many pages need at once. */
import type { CommonLabels } from '../en/common';

/** A day has one, a month and a year have none: vers le 31 août 2022, vers août 2022. */
const withArticle = (date: string) => (/^\d+ \p{L}/u.test(date) ? `le ${date}` : date);

export const common: CommonLabels = {
	comma: ', ',
	semicolon: ' ; ',
	when: {
		about: (date) => `vers ${withArticle(date)}`,
		uncertain: (date) => `${date} (incertain)`,
		by: (date) => `${date} au plus tard`,
		since: (date) => `depuis ${withArticle(date)}`,
		sinceUnknownEnd: (date) => `depuis ${withArticle(date)}, fin inconnue`,
		unknown: 'date inconnue',
		years: (first, last) => `à un moment de ${first} à ${last}`,
		missing: {
			month: (date) => `${date}, mois inconnu`,
			day: (date) => `${date}, jour inconnu`
		}
	},
	disputed: 'Contesté',
	seasons: { 21: 'printemps', 22: 'été', 23: 'automne', 24: 'hiver' },
	placeKinds: {
		'air-base': 'Base aérienne',
		airport: 'Aéroport',
		'naval-base': 'Base navale',
		port: 'Port',
		garrison: 'Garnison',
		'air-defence': 'Site de défense antiaérienne',
		positions: 'Positions militaires',
		plant: 'Usine d’armement',
		store: 'Dépôt d’armes',
		headquarters: 'Quartier général',
		'meeting-place': 'Lieu de réunion',
		'event-place': 'Lieu d’un événement',
		region: 'Région',
		governorate: 'Gouvernorat',
		highway: 'Grande route',
		border: 'Frontière',
		city: 'Ville',
		country: 'Pays'
	},
	claimKinds: {
		base: 'Exploitation d’une base',
		deployment: 'Déploiement de forces',
		headquarters: 'Quartier général',
		storage: 'Stockage d’armes',
		production: 'Fabrication d’armes',
		transfer: 'Transit d’armes',
		administration: 'Administration de la zone',
		strike: 'Frappe',
		battle: 'Combat',
		casualty: 'Pertes humaines',
		test: 'Essai d’arme',
		operation: 'Début d’opérations',
		meeting: 'Réunion',
		agreement: 'Accord',
		plan: 'Projet commun',
		announcement: 'Annonce',
		demand: 'Exigence de retrait',
		refusal: 'Exigence non satisfaite',
		withdrawal: 'Retrait de forces',
		tension: 'Tensions entre alliés'
	},
	unmappedScopes: {
		country: 'Le pays entier',
		foreign: 'Hors de la région de la carte',
		city: 'Une ville, sans site précis',
		none: 'Aucun lieu nommé'
	}
};
