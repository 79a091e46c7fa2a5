/** Labels in French that only the evidence needs. */
import type { EvidenceLabels } from '../en/evidence';

export const evidence: EvidenceLabels = {
	/** Nouns and present tenses, which fit an actor of either gender and number. */
	roles: {
		operates: 'exploitation du lieu',
		deployed: 'forces sur place',
		headquartered: 'quartier général sur place',
		'holds-positions': 'positions tenues',
		stores: 'stockage d’armes',
		produces: 'fabrication et stockage d’armes',
		shares: 'usage partagé de l’installation',
		transfers: 'transit d’armes',
		uses: 'utilisation du lieu',
		partner: 'partenaire sur le terrain',
		administers: 'administration de la zone',
		stronghold: 'fief en ce lieu',
		struck: 'auteur d’une frappe',
		tested: 'essai d’une arme',
		met: 'participation à une réunion',
		demanded: 'exigence d’un retrait',
		announced: 'annonce',
		attacked: 'attaque',
		fought: 'participation aux combats',
		pressed: 'pression sur la zone',
		withdrew: 'retrait de forces',
		planned: 'élaboration de plans',
		refused: 'exigence non satisfaite',
		hit: 'cible d’une frappe',
		casualty: 'pertes subies',
		host: 'hôte',
		recipient: 'destinataire des armes',
		threat: 'cité comme agresseur possible',
		target: 'visé par une exigence ou un plan',
		nearby: 'présence à proximité',
		supported: 'soutien reçu',
		source: 'source',
		beneficiary: 'bénéficiaire éventuel'
	},
	precisions: {
		'1': 'Le lieu exact est connu',
		'2': 'Près d’un lieu connu',
		'3': 'Dans un district',
		'4': 'Dans un gouvernorat',
		'5': 'Une zone plus vaste, ou relative à un lieu',
		'6': 'Seul le pays est connu',
		'7': 'En mer ou dans les airs'
	},
	relationKinds: {
		same: 'Le même lieu sous un autre nom',
		'probably-same': 'Probablement un seul lieu',
		confusable: 'Peut-être confondus',
		nearby: 'À proximité'
	},
	drawnAs: {
		point: 'Point',
		ring: 'Cercle\u00a0: quelque part à l’intérieur',
		region: 'Région',
		line: 'Ligne',
		none: 'Non représenté'
	},
	matters: {
		place: 'Où',
		date: 'Quand',
		what: 'Ce qui s’est passé',
		reading: 'Ce que veulent dire les mots'
	},
	columns: {
		reported: 'Ce qui est signalé',
		unclear: 'Ce qui n’y est pas clair',
		against: 'Ce qui s’y oppose',
		elsewhere: 'Ce qui est signalé de l’autre lieu',
		otherDate: 'Signalé à une autre date'
	},
	/** After “vers”. */
	compass: {
		n: 'le nord',
		ne: 'le nord-est',
		e: 'l’est',
		se: 'le sud-est',
		s: 'le sud',
		sw: 'le sud-ouest',
		w: 'l’ouest',
		nw: 'le nord-ouest'
	}
};
