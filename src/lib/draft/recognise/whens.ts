/**
 * When it was that a claim tells of: values to choose from, from the dates in and around it and from the day of
 * publication, in the way of our records. What has no date stands as of writing; what was reported on a day was before it.
 */
import { claimKinds, type ClaimKind } from '../../geodata/vocabulary';
import { confirmed, type DateMention } from './dates';
import { boundedOf, spanOf } from './dates/value';
import { contains, touching, within, type Span } from './span';

/** A value for `when` of a report. */
export interface WhenSuggestion {
	edtf: string;
	/** The words of the text, or null where it gives none for this claim. */
	stated: string | null;
	/**
	 * Where it comes from: a date of the claim; the day on which it was reported; from a date to the time of writing; the
	 * time of writing; a date in the sentences around.
	 */
	from: 'date' | 'report' | 'onward' | 'writing' | 'around';
}

/** A date before which a claim of the next sentences may take its own: in UTF-16 units, about a paragraph. */
const around = 700;
/** What goes on being told is told so soon after its date: about the next sentence, in UTF-16 units. */
const goesOn = 350;

/**
 * Gives for a claim the likeliest value first, each once.
 * @param dates those of the text, in its order
 * @param published EDTF of the day of publication, or null
 */
export function whensIn(
	text: string,
	dates: readonly DateMention[],
	published: string | null
): (claim: Span, kinds?: readonly ClaimKind[]) => WhenSuggestion[] {
	const dated = dates.filter(({ edtf }) => edtf !== null);
	const writing = confirmed(published, dates);
	// Where the day of publication is not known, a day that the text names may be the time of writing.
	const days =
		dated.find(({ others }) => others.length > 1 && others.every((other) => /^\d{4}-\d\d-\d\d/.test(other)))
			?.others ?? [];
	return (claim, kinds = []) => {
		const found: WhenSuggestion[] = [];
		const add = (edtf: string | null, stated: string | null, from: WhenSuggestion['from']) => {
			if (edtf && !found.some((other) => other.edtf === edtf)) found.push({ edtf, stated, from });
		};
		const isSudden = kinds[0] !== undefined && sudden.has(kinds[0]);
		const own = touching(dated, claim).filter((date) => contains(claim, date));
		const near = within(dated, { start: claim.start - around, end: claim.end + around / 2 }).filter(
			(date) => !contains(claim, date)
		);
		// Of “Friday [September 9]” the day is the surer one.
		const reported = own
			.filter((date) => isOfReport(text, date))
			.sort((one, other) => Number(isDay(other)) - Number(isDay(one)));
		// “In recent weeks” of a report is told from its day, and not from that of the article.
		const isVague = ({ edtf }: DateMention) => edtf!.startsWith('../') && reported.length > 0;
		for (const date of own.filter((date) => !reported.includes(date) && !isVague(date))) {
			if (writing && /^\W*(?:After|Since)\b/.test(text.slice(claim.start, date.start)))
				add(spanOf(date.edtf!, writing), date.text, 'onward');
			for (const edtf of [date.edtf, ...date.others]) add(edtf, date.text, 'date');
		}
		for (const date of reported) {
			const end = date.edtf!;
			if (/[/]/.test(end)) add(end, date.text, 'report');
			else {
				const values = [spanOf('..', end), boundedOf(end)];
				for (const value of isSudden ? values.reverse() : values) add(value, date.text, 'report');
				for (const other of near)
					if (!other.edtf!.includes('/')) add(spanOf(other.edtf!, end), date.text, 'report');
				add(end, date.text, 'date');
			}
		}
		const before = near.findLast(({ end }) => end <= claim.start);
		if (own.length === 0 && before && isToldOn(text, before, claim, kinds[0]))
			add(before.edtf, null, 'around');
		if (writing) {
			add(`../${writing}`, null, 'writing');
			add(boundedOf(writing), null, 'writing');
		}
		const nearest = before ?? near[0];
		for (const edtf of nearest ? [nearest.edtf!, ...nearest.others] : []) add(edtf, null, 'around');
		for (const edtf of days) add(spanOf('..', edtf), null, 'writing');
		return found;
	};
}

const isDay = ({ edtf }: DateMention): boolean => /^\d{4}-\d\d-\d\d[?~%]?$/.test(edtf ?? '');

/** Over within hours, and news for some days: what is reported of them on a day was not long before. */
const sudden: ReadonlySet<ClaimKind> = new Set(['strike', 'casualty', 'battle', 'test']);

/** “a June 1 report”, “reported on Friday”, “On Dec. 11, Bloomberg quoted”: the date is that of the words. */
function isOfReport(text: string, { start, end }: Span): boolean {
	const before = text.slice(Math.max(0, start - 60), start);
	const after = text.slice(end, end + 60);
	return (
		/\b(?:reported|said|stated|quoted|wrote|according to an?|told \w+|revealed)(?: \w+)? (?:on |late on )?(?:\w+day,? ?[[(])?$/i.test(
			before
		) ||
		/^,? (?:report|statement|article|briefing|press release|interview)\b/i.test(after) ||
		/^,? (?:the )?(?:\p{Lu}[\w’-]+ ){1,3}(?:quoted|reported|said|cited|wrote)\b/u.test(after)
	);
}

const past =
	/\b(?:was|were|(?<!-)(?!(?:need|indeed|speed|hundred|united|based|backed)\b)[a-z]{2,}ed|met|struck|hit|told|left|held|took|gave|made|sent|fell|fought|came|went|began|withdrew|fired|shot|lost)\b/i;
/** What lasts, returns or may be is not at the time of the sentence before. */
const lasting =
	/\b(?:has|have|had|is|are|am|will|would|could|can|may|might|should|must|now|still|always|often|usually|regularly|frequently|recent|recently|since|ago|before|earlier|previously|later)\b/i;

/**
 * Whether an event is told on from a date just before: in a story a sentence in the simple past goes on where the one
 * before it was (Partee, Nominal and temporal anaphora, 1984), until another time is named.
 */
function isToldOn(text: string, date: DateMention, claim: Span, kind: ClaimKind | undefined): boolean {
	if (!kind || claimKinds[kind].group !== 'event' || kind === 'tension' || kind === 'plan') return false;
	if (claim.start - date.end > goesOn || !isDay(date) || isOfReport(text, date)) return false;
	const words = text.slice(claim.start, claim.end);
	return past.test(words) && !lasting.test(words);
}
