/**
 * What the actors of a claim did: who struck and whom it hit, by the words beside their names; else what the first of
 * them usually does in a claim of its kind. The author confirms each.
 */
import { foldText } from '../../base/foldText';
import type { ClaimKind, Role } from '../../geodata/vocabulary';
import type { ActorMention } from './actors';
import { contains, type Span } from './span';

/** What the first actor of a claim usually did; of the others that is to be said by the author. */
const firstRoles: Record<ClaimKind, Role> = {
	base: 'operates',
	deployment: 'deployed',
	headquarters: 'headquartered',
	storage: 'stores',
	production: 'produces',
	transfer: 'transfers',
	administration: 'administers',
	strike: 'struck',
	battle: 'fought',
	casualty: 'casualty',
	test: 'tested',
	operation: 'attacked',
	meeting: 'met',
	agreement: 'met',
	plan: 'planned',
	announcement: 'announced',
	demand: 'demanded',
	refusal: 'refused',
	withdrawal: 'withdrew',
	tension: 'threat'
};
const otherRoles: Partial<Record<ClaimKind, Role>> = {
	meeting: 'met',
	agreement: 'met',
	battle: 'fought',
	deployment: 'deployed',
	plan: 'planned',
	demand: 'target',
	transfer: 'recipient'
};

/** Who acts in a strike, and who is hit by one. */
const violentRoles: Partial<Record<ClaimKind, Record<'acting' | 'hit', Role>>> = {
	strike: { acting: 'struck', hit: 'hit' },
	casualty: { acting: 'attacked', hit: 'casualty' }
};

/**
 * The actors of a claim, each once, with their roles.
 * @param actors those that the claim names, in the order of the text; those without an id are left out
 * @param sources the words for who says it: who is named there alone has only said it
 */
export function rolesOf(
	text: string,
	kind: ClaimKind,
	actors: readonly ActorMention[],
	sources: readonly Span[] = []
): { actor: string; role: Role }[] {
	const violent = violentRoles[kind];
	const found = new Map<string, Role | null>();
	for (const mention of actors) {
		if (mention.actor === null) continue;
		const side = violent && sideOf(text, mention);
		const isSource = sources.some((source) => contains(source, mention));
		const role = side ? violent[side] : isSource ? 'source' : null;
		// “Israeli jets” acts, whatever else the sentence says of Israel.
		const before = found.get(mention.actor);
		if (before === undefined || before === 'source' || (before === null && side))
			found.set(mention.actor, role);
	}
	const first = violent && [...found.values()].includes(firstRoles[kind]) ? null : firstRoles[kind];
	let isFirst = first !== null;
	return [...found].map(([actor, role]) => {
		if (role) return { actor, role };
		const usual = isFirst ? first! : (otherRoles[kind] ?? 'nearby');
		isFirst = false;
		return { actor, role: usual };
	});
}

const words = String.raw`(?:[\p{L}\p{N}’'-]+ ){0,3}?`;
const weapon = String.raw`(?:air|drone|missile|rocket|artillery|mortar|suicide|cross-border)`;
const blow = String.raw`(?:${weapon}[ -]?)?(?:strikes?|raids?|attacks?|bombings?|bombardments?|shelling|fire|shells?|rockets?|missiles?|drones?|jets?|warplanes?|aircraft|helicopters?|gunships?|snipers?|ambush(?:es)?)(?!\p{L})`;
const strikes = String.raw`(?:struck|strikes?|bombed|bombs|hit|hits|shelled|attacked|attacks|raided|targeted|destroyed|killed|kills|wounded|injured|fired|launched|ambushed|carried out)(?!\p{L})`;
const acts = new RegExp(
	String.raw`^(?:’s|'s|’|')?[ -](?:${words}${blow}|(?!(?:was|were|is|are|has been)\b)${words}${strikes})`,
	'iu'
);
const isAgent = new RegExp(String.raw`\bby (?:an? |the |suspected |alleged )?$`, 'iu');
const isHit =
	/\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|struck|hit|bombed|shelled|attacked|target(?:ed|ing)|(?:strikes?|attacks?|raids?|fire) (?:on|against|at)|deaths? of|losses of|casualties (?:among|for|of)|lost)(?: (?!(?:in|by|at|near|during|after|before|from|when|as|with)\b)[\p{L}\p{N}’'-]+){0,4} $/iu;
const suffers = new RegExp(
	String.raw`^(?:’s|'s|’|')?[ -]${words}(?:(?:was|were|has been|have been|being) (?:[\p{L}-]+ )?(?:killed|wounded|injured|hit|struck|bombed|shelled|attacked|targeted)|casualt|dead(?!\p{L})|deaths?(?!\p{L})|loss(?:es)?(?!\p{L})|fatalit|died|lost )`,
	'iu'
);
/** For folded text, in which a hamza has no letter of its own. */
const blowInArabic =
	/(?:^|[^\p{L}])[وفبلك]?(?:ال)?(?:غار(?:ه|ات)|طاير(?:ه|ات)|مقاتلات|مسيره|مسيرات|قصف|قصفت|ضربت|استهدفت|ضربه|ضربات|هجوم|هجمات|صواريخ|نيران|قذايف) $/u;
const hitInArabic =
	/(?:^|[^\p{L}])[وفبلك]?(?:ال)?(?:(?:قتل|مقتل|اصيب|اصابه|جرح|استشهد|استشهاد|استهداف|خساير|قتلي) (?:\p{L}+ ){0,3}|قتلت (?:\p{L}+ ){1,3})$/u;

/** Whether an actor strikes or is struck; null where the words beside it don’t say. */
function sideOf(text: string, { start, end, text: name }: ActorMention): 'acting' | 'hit' | null {
	const before = sentenceEnd(text.slice(Math.max(0, start - 80), start));
	if (/\p{Script=Arabic}/u.test(name)) {
		const folded = foldText(before);
		// “طائرات إسرائيلية” is a name with what it flies.
		if (blowInArabic.test(folded) || blowInArabic.test(`${foldText(name).split(' ')[0]!} `)) return 'acting';
		return hitInArabic.test(folded) ? 'hit' : null;
	}
	const after = text.slice(end, end + 80).split(/[.;\n]/)[0]!;
	if (suffers.test(after)) return 'hit';
	if (isAgent.test(before)) return 'acting';
	if (isHit.test(before)) return 'hit';
	return acts.test(after) ? 'acting' : null;
}

const sentenceEnd = (before: string): string => before.split(/[.;\n]/).at(-1)!;
