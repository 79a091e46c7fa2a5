/** Who recorded and who reviewed a report, in words. */
import type { ReviewState, Signature } from '../geodata/review';
import type { ReviewView } from '../geodata/views';
import { m } from './compiled/messages.js';
import type { Locale } from './locale';
import { describeWhen } from './when';

const states: Record<ReviewState, (values?: object, options?: { locale: Locale }) => string> = {
	draft: m.review_draft,
	unsaid: m.review_unsaid,
	recorded: m.review_recorded,
	reviewed: m.review_reviewed
};

/** “Reviewed by a second person”, and the like. */
export const reviewStateName = (state: ReviewState, locale?: Locale): string =>
	states[state]({}, locale && { locale });

/** “Recorded by A. B. on 2 May 2026. Reviewed by C. D., a second person, on 3 May 2026.” */
export function describeReview(
	{ recordedBy, reviewedBy }: Omit<ReviewView, 'state'>,
	locale: Locale
): string {
	const said = (message: typeof m.review_recorded_by, { name, on }: Signature) =>
		// A name has a direction of its own.
		message({ name: `\u2068${name}\u2069`, day: describeWhen(on, locale) }, { locale });
	return [
		recordedBy && said(m.review_recorded_by, recordedBy),
		reviewedBy ? said(m.review_reviewed_by, reviewedBy) : m.review_not_yet({}, { locale })
	]
		.filter(Boolean)
		.join(' ');
}
