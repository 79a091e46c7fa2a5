/**
 * Words that records may use, as `vocabulary.ts` has them, of which pages need no list: only the schema and the desk do. Apart,
 * so that no page fetches them with its first script.
 */

/**
 * What a report says that an actor did, was or had, and what the map makes of it: an actor that is `present`, `acted`
 * or was `affected` at the place gets a mark there; one that is only `named` (as a recipient, a threat, a source) is
 * read in the panel and gets none.
 */
export const roles = {
	operates: 'present',
	deployed: 'present',
	headquartered: 'present',
	'holds-positions': 'present',
	stores: 'present',
	produces: 'present',
	shares: 'present',
	transfers: 'present',
	uses: 'present',
	partner: 'present',
	administers: 'present',
	stronghold: 'present',
	struck: 'acted',
	tested: 'acted',
	met: 'acted',
	demanded: 'acted',
	announced: 'acted',
	attacked: 'acted',
	fought: 'acted',
	pressed: 'acted',
	withdrew: 'acted',
	planned: 'acted',
	refused: 'acted',
	hit: 'affected',
	casualty: 'affected',
	host: 'named',
	recipient: 'named',
	threat: 'named',
	target: 'named',
	nearby: 'named',
	supported: 'named',
	source: 'named',
	beneficiary: 'named'
} as const satisfies Record<string, 'present' | 'acted' | 'affected' | 'named'>;

/** The shapes of marks. How each is drawn is in `lib/map/style/signs.ts`. */
export const signNames = [
	'air-base',
	'airport',
	'harbour',
	'garrison',
	'store',
	'headquarters',
	'event',
	'area',
	'line'
] as const;

/** How a place is drawn. Nothing of `where_prec` 3 or more may be a point. */
export const drawnAs = ['point', 'ring', 'region', 'line', 'none'] as const;

/** How the article says that it knows. */
export const attributions = ['attributed', 'hearsay', 'unattributed', 'unsourced', 'mixed'] as const;

/** How two places are tied together. Always said from both sides. */
export const relationKinds = ['same', 'probably-same', 'confusable', 'nearby'] as const;

/** Why a report has no place on the map. */
export const unmappedScopes = ['country', 'foreign', 'city', 'none'] as const;

/** What a place name in a passage stands for. */
export const mentionSenses = ['literal', 'metonym', 'ambiguous'] as const;

/** What sort of link in a chain of sources it is. */
export const sourceKinds = [
	'unnamed-person',
	'unnamed-officials',
	'person',
	'statement',
	'documents',
	'agency',
	'newspaper',
	'website'
] as const;

/** Hues of actors. Their values in light and dark are in `lib/map/style/palette.ts`; a sub-actor has its parent's hue. */
export const hues = [
	'rose',
	'green',
	'sand',
	'indigo',
	'cyan',
	'teal',
	'olive',
	'purple',
	'wine',
	'grey'
] as const;

export type Role = keyof typeof roles;
export type Part = (typeof roles)[Role];
export type DrawnAs = (typeof drawnAs)[number];
export type Attribution = (typeof attributions)[number];
export type RelationKind = (typeof relationKinds)[number];
export type UnmappedScope = (typeof unmappedScopes)[number];
export type MentionSense = (typeof mentionSenses)[number];
export type SourceKind = (typeof sourceKinds)[number];
export type Hue = (typeof hues)[number];
