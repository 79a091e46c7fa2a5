/** How well the desk reads the made-up paragraphs of tests/fixtures/draft. */
import { kilometresBetween } from '../../../lib/draft/resolve/score';
import { overlaps, type Span } from '../../../lib/draft/recognise/span';
import { find, type Findings, type Knowledge } from '../../../lib/draft/suggest';
import type { MarkedPlace, Paragraph } from './marked';
import { count, none, type Counts } from './score';

export const sorts = [
	'places',
	'wider words',
	'actors',
	// Those that actors.json does not have.
	'other actors',
	'dates',
	'claims',
	'who says it'
] as const;

export interface Measured {
	counts: Record<(typeof sorts)[number], Counts>;
	/** Of the places that were found, those whose first suggestion is right. */
	places: { found: number; right: number };
	/** Of the dates that were found, those with the value that is labelled. */
	dates: { found: number; right: number };
	/** Of the claims that were found, those whose first kind is right, and those that have a right one among the kinds offered. */
	claims: { found: number; first: number; offered: number };
	/** Sentences offered that are no claim, and those that are. */
	offered: { right: number; wrong: number };
}

/** @param onmiss is told of what was not found, or found wrongly */
export function measureParagraphs(
	paragraphs: readonly Paragraph[],
	knowledge: Knowledge,
	onmiss: (paragraph: Paragraph, span: Span, what: string) => void = () => undefined
): Measured {
	const measured: Measured = {
		counts: Object.fromEntries(sorts.map((sort) => [sort, none()])) as Measured['counts'],
		places: { found: 0, right: 0 },
		dates: { found: 0, right: 0 },
		claims: { found: 0, first: 0, offered: 0 },
		offered: { right: 0, wrong: 0 }
	};
	for (const paragraph of paragraphs) {
		const miss = (span: Span, what: string) => onmiss(paragraph, span, what);
		measure(measured, paragraph, find(paragraph.text, paragraph.published, knowledge), knowledge, miss);
	}
	return measured;
}

function measure(
	{ counts, ...shares }: Measured,
	paragraph: Paragraph,
	found: Findings,
	{ gazetteer }: Knowledge,
	miss: (span: Span, what: string) => void
): void {
	const { text } = paragraph;
	/** An article before a name makes no difference. */
	const bare = ({ start, end }: Span): Span => ({
		start: start + (/^(?:the|an?) /i.exec(text.slice(start, end))?.[0].length ?? 0),
		end
	});
	const places = found.named.filter(({ metonym }) => !metonym);
	const labels = paragraph.places.filter(({ isMetonym }) => !isMetonym);
	const sources = found.attributions.map(({ source }) => source);
	const lists = {
		places: [labels, places],
		'wider words': [
			paragraph.mentions,
			found.mentions.filter((mention) => paragraph.mentions.some((label) => overlaps(label, mention)))
		],
		actors: [paragraph.actors, found.actors],
		dates: [paragraph.dates, found.dates],
		claims: [paragraph.claims, found.claims],
		'who says it': [paragraph.sources.map(bare), sources.map(bare)]
	} as const;
	count(counts.places, labels, places);
	count(
		counts['wider words'],
		paragraph.mentions,
		lists['wider words'][1],
		(label, { precision }) => label.precision === precision
	);
	count(counts.actors, paragraph.actors, found.actors, (label, { actor }) => label.actor === actor);
	const isOther = ({ actor }: { actor: string | null }) => actor === null;
	count(counts['other actors'], paragraph.actors.filter(isOther), found.actors.filter(isOther));
	count(counts.dates, paragraph.dates, found.dates);
	count(counts.claims, paragraph.claims, found.claims);
	count(counts['who says it'], ...lists['who says it']);

	for (const label of labels) {
		const place = places.find((place) => overlaps(place, label));
		if (!place) continue;
		shares.places.found++;
		const first = place.candidates[0] && gazetteer.place(place.candidates[0].row);
		if (first && isPlace(label, first)) shares.places.right++;
		else miss(label, `place, not ${first?.name}, ${first?.country}`);
	}
	for (const label of paragraph.dates) {
		const date = found.dates.find((date) => overlaps(date, label));
		if (!date) continue;
		shares.dates.found++;
		if (date.edtf === label.edtf) shares.dates.right++;
		else miss(label, `date ${label.edtf}, not ${date.edtf}`);
	}
	for (const label of paragraph.claims) {
		const claim = found.claims.find((claim) => overlaps(claim, label));
		if (!claim) continue;
		shares.claims.found++;
		if (label.kinds.includes(claim.kinds[0]!)) shares.claims.first++;
		else miss(label, `claim ${label.kinds.join(', ')}, not ${claim.kinds.join(', ')}`);
		if (claim.kinds.some((kind) => label.kinds.includes(kind))) shares.claims.offered++;
	}
	for (const claim of found.claims)
		shares.offered[paragraph.claims.some((label) => overlaps(label, claim)) ? 'right' : 'wrong']++;
	for (const [sort, [labelled, finds]] of Object.entries(lists)) {
		const isIn = (spans: readonly Span[], span: Span) =>
			spans.some(({ start, end }) => start === span.start && end === span.end);
		for (const label of labelled) if (!isIn(finds, label)) miss(label, `${sort} missed`);
		for (const find of finds) if (!isIn(labelled, find)) miss(find, `${sort} wrongly found`);
	}
}

/** As is usual for names of places in texts: 100 miles (Leidner 2007; Gritta et al. 2018). */
const near_km = 161;

/** A country is one in which the suggestion is that country; in the labels its coordinates are in whole degrees. */
function isPlace(
	{ country, longitude, latitude }: MarkedPlace,
	place: { longitude: number; latitude: number; country: string; kind: string }
): boolean {
	if (place.kind === 'country' || longitude === null || latitude === null) return place.country === country;
	return kilometresBetween({ longitude, latitude }, place) <= near_km;
}
