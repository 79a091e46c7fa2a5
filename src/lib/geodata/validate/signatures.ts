/** Who recorded and who reviewed a report: two persons, in this order, neither after the day of the record. */
import { isSamePerson } from '../review';
import { at, quoted } from './problem';
import type { Problem } from './problem';
import type { Reading } from './reading';

export function* checkSignatures({ articles }: Reading): Iterable<Problem> {
	for (const { file, head, reports } of articles)
		for (const { at: outer, record } of reports) {
			const { recordedBy, reviewedBy } = record;
			for (const [key, signature] of Object.entries({ recordedBy, reviewedBy })) {
				if (!signature || !head || signature.on <= head.recorded) continue;
				const message = `${quoted(signature.on)} lies after ${head.recorded}, the day of the record`;
				const fix = 'set "recorded" of the article to that day';
				yield { file, at: at(outer, `${key}.on`), message, fix };
			}
			if (!reviewedBy) continue;
			if (!recordedBy) {
				const message = 'says who reviewed it, and not who recorded it';
				const fix = 'say that too, as recordedBy: a review is a second person’s';
				yield { file, at: at(outer, 'reviewedBy'), message, fix };
			} else if (isSamePerson(recordedBy.name, reviewedBy.name)) {
				const message = `${quoted(reviewedBy.name)} recorded it as well`;
				const fix = 'have a second person review it, and remove this until then';
				yield { file, at: at(outer, 'reviewedBy.name'), message, fix };
			} else if (reviewedBy.on < recordedBy.on) {
				const message = `${quoted(reviewedBy.on)} lies before ${recordedBy.on}, the day on which it was recorded`;
				const fix = 'correct the day, or have it reviewed as it is now';
				yield { file, at: at(outer, 'reviewedBy.on'), message, fix };
			}
		}
}
