/** Kinds of place and of claim as views have them: of our vocabulary, or such as the data set adds. Pure. */
import { ownName } from './names';
import type { ReportView, SiteView } from './views';
import { claimKinds } from './vocabulary';
import type { ClaimKind, PlaceKind, PloverType } from './vocabulary';

export interface ClaimMeaning {
	group: 'presence' | 'event';
	plover: PloverType | null;
}

/** What a claim is: that something is there, or that something happened. One that nobody knows says what is there. */
export function claimMeaning({ claim, ownPlover }: Pick<ReportView, 'claim' | 'ownPlover'>): ClaimMeaning {
	if (Object.hasOwn(claimKinds, claim)) return claimKinds[claim as ClaimKind];
	const plover = ownPlover ?? null;
	return { group: plover ? 'event' : 'presence', plover };
}

/**
 * What the kind of a site is called, in an export.
 * @param names those of our vocabulary, in the language
 */
export function kindName(
	{ kind, ownKind }: Pick<SiteView, 'kind' | 'ownKind'>,
	names: Record<PlaceKind, string>,
	language = 'en'
): string {
	return ownKind ? (ownKind.label[language] ?? ownName(ownKind.label)) : names[kind as PlaceKind];
}
