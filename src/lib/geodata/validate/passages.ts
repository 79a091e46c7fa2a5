/** Passages of an article and the places named in them. Offsets are UTF-16 code units of the full text. */
import { positionsOf } from '../fullText';
import type { PassageRecord } from '../schema';
import { at, quoted } from './problem';
import type { Problem } from './problem';
import type { ArticleParts, Located, Reading } from './reading';

const wordsAtMost = 75;

export function* checkPassages(reading: Reading): Iterable<Problem> {
	for (const article of reading.articles) {
		for (const passage of article.passages) {
			yield* checkLength(passage);
			yield* checkMentions(passage);
		}
		yield* checkOrder(article);
		yield* checkShare(article);
	}
}

/** Whether a passage is as long as its offsets say; where it is not, they prove nothing about what is in it. */
export function isMeasured({ start, end, text }: PassageRecord): boolean {
	return end - start === text.length;
}

function* checkLength({ file, at: place, record }: Located<PassageRecord>): Iterable<Problem> {
	const { start, end, text } = record;
	if (!isMeasured(record)) {
		yield {
			file,
			at: place,
			message: `start ${start} and end ${end} are ${end - start} apart, but the text has ${text.length} UTF-16 units`,
			fix: 'take text, start and end from the full text again'
		};
	}
	const words = text.split(/\s+/).length;
	if (words <= wordsAtMost) return;
	const message = `has ${words} words, more than ${wordsAtMost}`;
	yield { file, at: at(place, 'text'), message, fix: 'keep the sentence or two that are needed' };
}

function* checkMentions({ file, at: place, record }: Located<PassageRecord>): Iterable<Problem> {
	if (!isMeasured(record)) return;
	const right: { start: number; end: number; place: string }[] = [];
	for (const [index, { exact, start, end }] of record.mentions.entries()) {
		const path = at(place, `mentions[${index}]`);
		const stands = positionsOf(exact, record.text).map((position) => record.start + position);
		if (stands.length === 0) {
			const message = `${quoted(exact)} is not in the passage`;
			yield { file, at: at(path, 'exact'), message, fix: 'copy the words as the passage has them' };
		} else if (!stands.includes(start) || end !== start + exact.length) {
			const spans = stands.map((stand) => `${stand}–${stand + exact.length}`).join(' and ');
			const message = `start ${start} and end ${end} do not fit: ${quoted(exact)} stands at ${spans}`;
			yield { file, at: path, message, fix: 'correct start and end' };
		} else {
			const other = right.find((earlier) => start < earlier.end && earlier.start < end);
			right.push({ start, end, place: path });
			if (!other) continue;
			yield { file, at: path, message: `overlaps ${other.place}`, fix: 'keep one of the two' };
		}
	}
}

function* checkOrder({ file, passages, head }: ArticleParts): Iterable<Problem> {
	const measured = passages.filter(({ record }) => isMeasured(record));
	for (const [index, { at: place, record }] of measured.entries()) {
		const before = measured[index - 1];
		if (before && record.start < before.record.start) {
			const message = `begins before ${before.at}`;
			yield { file, at: at(place, 'start'), message, fix: 'put the passages in the order of the text' };
		} else if (before && record.start < before.record.end) {
			const message = `overlaps ${before.at}`;
			yield { file, at: at(place, 'start'), message, fix: 'make one passage of the two, or shorten one' };
		}
		if (head && record.end > head.text.length) {
			const message = `is ${record.end}, but the full text ends at ${head.text.length}`;
			yield { file, at: at(place, 'end'), message, fix: 'correct it, or text.length' };
		}
	}
}

/** Short quotations are fair; half of somebody's article is not. */
function* checkShare({ file, passages, head }: ArticleParts): Iterable<Problem> {
	if (!head) return;
	const quotedUnits = passages.reduce((sum, { record }) => sum + record.text.length, 0);
	if (quotedUnits * 2 < head.text.length) return;
	yield {
		file,
		at: 'passages',
		message: `together they have ${quotedUnits} of the ${head.text.length} UTF-16 units of the full text, half or more`,
		fix: 'quote less'
	};
}
