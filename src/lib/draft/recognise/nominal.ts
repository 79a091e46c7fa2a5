/**
 * What a text says around the name of a place: the wider words (“military positions west of Hama”), how what is told
 * lies to it, and how finely that says where, as UCDP’s `where_prec` with a radius in km. Near, outside, west of and
 * between give a ring, an area or a line, and never a point.
 */
import type { DrawnAs, PlaceKind, Precision } from '../../geodata/vocabulary';
import { arabicDescription } from './nominal/arabic';
import {
	areaNouns,
	bearingOf,
	directionAdjectives,
	directions,
	finenessOf,
	modifiers,
	siteNouns,
	type Relation
} from './nominal/words';
import { contains, disjoint, touching, type Span } from './span';

/** A place as the words of a text describe it. */
export interface PlaceMention extends Span {
	text: string;
	/** The names in it, as indexes into the toponyms that were given; none for “Iranian military headquarters”. */
	toponyms: readonly number[];
	relation: Relation;
	/** What kind of place the words say that it is; null where they only name it. */
	kind: PlaceKind | null;
	/** UCDP where_prec; null where only the named place itself can tell. */
	precision: Precision | null;
	radius_km: number | null;
	drawn: DrawnAs | null;
	/** Of “south of”: degrees clockwise from north. */
	bearing?: number;
	/** Of “30 km south of”. */
	distance_km?: number;
}

const sites = siteNouns.map(([nouns]) => nouns).join('|');
const areas = areaNouns.map(([nouns]) => nouns).join('|');
const people = "(?:\\p{Lu}[\\p{L}’'-]{0,40}(?:an|ish|ese|i|ch|ic)[ \\u00a0])";
const gap = '[ \\u00a0]';

/** “30 km south of”, “west of”, “near”, “on the outskirts of”, “at”: what may stand before a name. */
const links: readonly (readonly [Relation, string])[] = [
	[
		'distance',
		`(?:(?:about|around|some|roughly|nearly|within) )?(?<count>\\d{1,4}(?:\\.\\d{1,3})?)[ -]?(?<unit>km|kilomet(?:er|re)s?|miles?|m|met(?:er|re)s?)${gap}(?:to the )?(?:(?<way>${directions}) of|(?:away )?from|outside|of)`
	],
	['direction', `(?:(?:to|in|from) the |just )?(?<way>${directions}) of`],
	[
		'near',
		'(?:(?:very|just) )?(?:near|close to|next to|around|in the vicinity of|not far from|adjacent to|beside)'
	],
	['outside', '(?:just )?outside(?: of)?|(?:on |in |at )?the (?:outskirts|edges?|suburbs|periphery) of'],
	['part', '(?:in )?the (?:countryside|rural areas?|hinterland) (?:of|around)'],
	['at', 'at'],
	['in', 'in|inside|of|on']
];
const linkBefore = links.map(
	([relation, words]) =>
		[relation, new RegExp(`(?<=^|[^\\p{L}\\p{N}])(?:${words})${gap}(?:the${gap})?$`, 'iu')] as const
);
const siteBefore = new RegExp(`(?<=^|[^\\p{L}])(?:${modifiers}[ -]){0,5}(?<noun>${sites})${gap}$`, 'iu');
const areaBefore = new RegExp(
	`(?<=^|[^\\p{L}])${people}?(?:(?:${directionAdjectives}|${modifiers}|port|provincial)${gap})*(?<noun>${areas}|sea ?port|port)${gap}of${gap}$`,
	'u'
);
const partBefore = new RegExp(
	`(?<=^|[^\\p{L}])${directionAdjectives}(?:(?:,|${gap}and)${gap}${directionAdjectives})*${gap}$`,
	'iu'
);
const nounAfter = new RegExp(
	`^(?:${gap}(?:military|international|civilian|naval|army|border|oil|regional|southern|northern|eastern|western))*${gap}(?<noun>${sites}|${areas})(?![\\p{L}-])`,
	'iu'
);
const pairAfter =
	/^[ \u00a0](?:highway|road|motorway|railway|route|corridor|border|frontier|pipeline|axis)s?(?![\p{L}-])/iu;
const betweenNames = /^(?:[-–—‑/]|[ \u00a0](?:and|to)[ \u00a0](?:the[ \u00a0])?)$/;
const listGap = /^(?:,? (?:and|or) (?:in )?|, )(?:the )?$/;

/** The places that a text describes, in its order: each name that was found, in its wider words, and sites without a name. */
export function placeMentions(text: string, toponyms: readonly Span[]): PlaceMention[] {
	const named: PlaceMention[] = [];
	for (let at = 0; at < toponyms.length; at++) {
		const pair = pairOf(text, toponyms, at);
		const isArabic = /^\p{Script=Arabic}/u.test(text.slice(toponyms[at]!.start));
		const mention = pair ?? (isArabic ? aroundArabicName : aroundName)(text, toponyms, at);
		// “Airports in Damascus and Aleppo”: the second is such a place too.
		const isNext = mention.kind === null && at > 0 && isListed(text, toponyms, at - 1);
		named.push(isNext ? { ...mention, kind: named.at(-1)!.kind } : mention);
		if (pair) at++;
	}
	const isBare = ({ start, end, toponyms: [at] }: PlaceMention) =>
		at !== undefined && start === toponyms[at]!.start && end === toponyms[at]!.end;
	// “Iran’s military headquarters” is one place, and not Iran.
	// No description cuts a name: “Syrian seaport” is none in “seaport of Tartus”.
	const isWhole = (span: Span) => touching(toponyms, span).every((name) => contains(span, name));
	return disjoint([
		...named.filter((each) => !isBare(each)),
		...[...borders(text), ...described(text)].filter(isWhole),
		...named.filter(isBare)
	]);
}

function mentionOf(
	text: string,
	span: Span,
	toponyms: readonly number[],
	relation: Relation,
	kind: PlaceKind | null = null
): PlaceMention {
	return {
		start: span.start,
		end: span.end,
		text: text.slice(span.start, span.end),
		toponyms,
		relation,
		kind,
		...finenessOf[relation]
	};
}

/** “the Damascus-Baghdad highway”, “between Hama and Homs”. */
function pairOf(text: string, toponyms: readonly Span[], at: number): PlaceMention | null {
	const [first, second] = [toponyms[at]!, toponyms[at + 1]];
	if (!second || !betweenNames.test(text.slice(first.end, second.start))) return null;
	const noun = pairAfter.exec(text.slice(second.end, second.end + 40));
	if (noun) {
		const kind = /border|frontier/i.test(noun[0]) ? 'border' : 'highway';
		return mentionOf(
			text,
			{ start: first.start, end: second.end + noun[0].length },
			[at, at + 1],
			'along',
			kind
		);
	}
	const before = /(?<=^|[^\p{L}])between[ \u00a0](?:the[ \u00a0])?$/iu.exec(
		text.slice(Math.max(0, first.start - 20), first.start)
	);
	if (!before) return null;
	return mentionOf(text, { start: first.start - before[0].length, end: second.end }, [at, at + 1], 'between');
}

/** The same for Arabic, whose words for kinds and directions all stand before the name. */
function aroundArabicName(text: string, toponyms: readonly Span[], at: number): PlaceMention {
	const { span, relation, kind, fineness, bearing, distance_km } = arabicDescription(text, toponyms[at]!);
	return {
		...mentionOf(text, span, [at], relation, kind),
		...fineness,
		...(bearing !== undefined && { bearing }),
		...(distance_km !== undefined && { distance_km })
	};
}

function aroundName(text: string, toponyms: readonly Span[], at: number): PlaceMention {
	const name = toponyms[at]!;
	let { start, end } = name;
	let core: Partial<PlaceMention> = {};
	const after = nounAfter.exec(text.slice(end, end + 80));
	const noun = after?.groups?.noun ?? sharedNoun(text, toponyms, at);
	if (noun) core = ofNoun(noun);
	if (after) end += after[0].length;
	if (isOwner(text, end)) return mentionOf(text, name, [at], 'in');
	// The words before belong to the name that they are in.
	const first = toponyms[at - 1]?.end ?? 0;
	const before = () => text.slice(Math.max(first, start - 90), start);
	const area = areaBefore.exec(before());
	if (area) {
		start -= area[0].length;
		core = ofNoun(area.groups!.noun!);
	}
	const part = area ? null : partBefore.exec(before());
	if (part) {
		start -= part[0].length;
		core = { relation: 'part', ...finenessOf.part, kind: core.kind ?? 'region' };
	}
	const mention = { ...mentionOf(text, { start, end }, [at], 'in'), ...core };
	const isBare = start === name.start && end === name.end;
	return linked(text, mention, isBare, isListed(text, toponyms, at), first);
}

/** Of “Latakia, Tartus and Hama provinces” the noun belongs to each. */
function sharedNoun(text: string, toponyms: readonly Span[], at: number): string | undefined {
	let last = at;
	while (toponyms[last + 1] && listGap.test(text.slice(toponyms[last]!.end, toponyms[last + 1]!.start)))
		last++;
	const noun =
		last > at
			? nounAfter.exec(text.slice(toponyms[last]!.end, toponyms[last]!.end + 80))?.groups?.noun
			: undefined;
	return noun && /(?:s|ies)$/i.test(noun) ? noun : undefined;
}

const isListed = (text: string, toponyms: readonly Span[], at: number) =>
	Boolean(toponyms[at + 1] && listGap.test(text.slice(toponyms[at]!.end, toponyms[at + 1]!.start)));

const ending = (nouns: string) => new RegExp(`(?:^|[ \\u00a0-])(?:${nouns})$`, 'i');
const areaEnds = areaNouns.map(([nouns, says]) => [ending(nouns), says] as const);
const siteEnds = siteNouns.map(([nouns, kind]) => [ending(nouns), kind] as const);

/** What a noun beside a name says of it. A facility with the name of its town is known to the point. */
function ofNoun(noun: string): Partial<PlaceMention> {
	const area = areaEnds.find(([pattern]) => pattern.test(noun));
	const site = area ? undefined : siteEnds.find(([pattern]) => pattern.test(noun));
	if (site) return { relation: 'at', kind: site[1], precision: 1, radius_km: 2, drawn: 'point' };
	return area ? { ...area[1], relation: 'in', radius_km: null } : {};
}

/** “Russia’s naval base”: the name is the owner’s, and says nothing of where. */
const isOwner = (text: string, end: number): boolean => ownsSite.test(text.slice(end, end + 80));
const ownsSite = new RegExp(`^(?:’s|'s|’|')${gap}(?:${modifiers}[ -]){0,5}(?:${sites})(?![\\p{L}-])`, 'iu');

/** A mention with the words before it that say how something lies to it, from `first` on. */
function linked(
	text: string,
	mention: PlaceMention,
	isBare: boolean,
	isInList: boolean,
	first: number
): PlaceMention {
	const before = text.slice(Math.max(first, mention.start - 120), mention.start);
	for (const [relation, pattern] of linkBefore) {
		const link = pattern.exec(before);
		if (!link) continue;
		const site = siteBefore.exec(before.slice(0, link.index));
		const kind = site ? (ofNoun(site[0].trim()).kind ?? null) : null;
		// “In” names an area of its own, beside what is there; with a part of a country it is one description.
		const joins =
			site && relation !== 'in' ? true : site && (mention.relation === 'part' || kind === 'event-place');
		const isOutside = relation !== 'at' && relation !== 'in';
		let start = mention.start;
		if (isOutside && (joins || isBare)) start -= before.length - link.index;
		if (joins && !(isInList && /s$/i.test(site!.groups!.noun!)))
			start = mention.start - before.length + site!.index;
		const span = { start, end: mention.end };
		if (isOutside || (relation === 'at' && site && mention.kind === null)) {
			const fine = mentionOf(
				text,
				span,
				mention.toponyms,
				relation,
				kind ?? (isOutside ? null : mention.kind)
			);
			return { ...fine, ...measured(link.groups ?? {}, relation) };
		}
		return { ...mention, ...span, text: text.slice(span.start, span.end), kind: mention.kind ?? kind };
	}
	return mention;
}

/** Bearing and distance, where the words give them. What is 30 km away is known to some quarter of that. */
function measured(
	{ count, unit, way }: Record<string, string | undefined>,
	relation: Relation
): Partial<PlaceMention> {
	const bearing = way ? { bearing: bearingOf(way) } : {};
	if (relation !== 'distance' || !count) return bearing;
	const kilometres = Number(count) * (/^mile/i.test(unit!) ? 1.609 : /^m(?:et|$)/i.test(unit!) ? 0.001 : 1);
	const distance_km = Math.round(kilometres * 10) / 10;
	// Without a direction it may be anywhere around.
	const radius_km = way ? Math.max(5, Math.round(distance_km / 4)) : Math.max(5, Math.ceil(distance_km));
	return { ...bearing, distance_km, radius_km };
}

/** “the Syrian border”, “the Iraq and Syrian frontier”, “the coast of Syria” have no name of their own. */
function borders(text: string): PlaceMention[] {
	const word = "\\p{Lu}[\\p{L}’'-]{1,40}";
	const pattern = new RegExp(
		`(?<![\\p{L}])(?:the${gap})?${word}(?:(?:[-–]|${gap}and${gap}(?:the${gap})?)${word})?${gap}(?:border|frontier|coast|coastline)(?![\\p{L}])(?!${gap}(?:guard|police|post|crossing|town|village))`,
		'gu'
	);
	return [...text.matchAll(pattern)].map(({ 0: words, index }) =>
		/coast/.test(words)
			? { ...mentionOf(text, { start: index, end: index + words.length }, [], 'part', 'region') }
			: mentionOf(text, { start: index, end: index + words.length }, [], 'along', 'border')
	);
}

const unit = 'Regiment|Brigade|Battalion|Division|Base|Camp|Unit|Point';
const describedPatterns = [
	// “this installation”
	`(?:[Tt]his|[Tt]hat|[Tt]he same)${gap}(?:${modifiers}${gap}){0,5}(?:${sites})(?![\\p{L}])`,
	// “Iran’s military headquarters”, “Iranian military headquarters”
	`(?<![\\p{L}])(?:\\p{Lu}[\\p{L}-]{1,40}(?:’s|'s|s’|s')${gap}|${people})(?:${modifiers}[ -]){0,5}(?:${sites})(?![\\p{L}])`,
	// “underground weapons storehouse”
	`(?<=[^\\p{L}])(?:${modifiers}${gap}){2,5}(?:${sites})(?![\\p{L}])`,
	`(?<![\\p{L}\\p{N}])(?:(?:${unit})${gap}\\d{1,4}|\\d{1,4}(?:st|nd|rd|th)${gap}(?:${unit}))(?![\\p{L}])`
].map((pattern) => new RegExp(pattern, 'gu'));

/** Sites that have no name but are one: who has it and what it is. Several bases somewhere are no place. */
function described(text: string): PlaceMention[] {
	return describedPatterns.flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap(({ 0: words, index }) => {
			const noun = words.split(/[ \u00a0]/).at(-1)!;
			if (/s$/.test(noun) && !/^(?:headquarters|barracks|positions)$/i.test(noun)) return [];
			if (/strike|battle|clash|fight/i.test(noun)) return [];
			return [
				mentionOf(
					text,
					{ start: index, end: index + words.length },
					[],
					'described',
					ofNoun(words).kind ?? 'garrison'
				)
			];
		})
	);
}
