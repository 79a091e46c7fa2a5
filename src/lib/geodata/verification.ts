/**
 * What `npm run verify` leaves behind: a stamp that says which words of an article were compared with which text, and
 * when. It fits as long as neither changes. It is no proof against forgery, which no file in an open repository could
 * be: it keeps a site from saying that something was checked which was changed since, or never was. Pure.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ArticleRecord, VerificationRecord } from './schema';

/**
 * The version of the comparing code (`anchoring.ts`). It is raised when that finds more than before: what an earlier
 * version compared counts as not yet checked then.
 */
const comparison = 1;

/** Words of a record with the offsets they are said to stand at, in UTF-16 units of the full text. */
interface Extract {
	exact: string;
	start: number;
	end: number;
	/** What stands right before and after, where the record says so. */
	prefix?: string;
	suffix?: string;
}

type Compared = Pick<ArticleRecord, 'id' | 'text' | 'caveats' | 'passages' | 'reports'>;

/** The stamp of an article that was compared on a day (YYYY-MM-DD, UTC) and agreed. */
export function verificationOf(article: Compared, on: string): VerificationRecord {
	const stamp = {
		article: article.id,
		text: article.text.sha256,
		words: hashOfWords(article),
		on,
		comparison
	};
	return { ...stamp, digest: digestOf(stamp) };
}

/** Whether the stamp was written by `verificationOf`, for whatever the article held then. */
export function isWritten(stamp: VerificationRecord): boolean {
	return stamp.digest === digestOf(stamp);
}

/** Whether the stamp is about the article as it is now, and was made by a comparison as thorough as ours. */
export function fits(stamp: VerificationRecord, article: Compared): boolean {
	return (
		stamp.article === article.id &&
		stamp.comparison === comparison &&
		stamp.text === article.text.sha256 &&
		isWritten(stamp) &&
		stamp.words === hashOfWords(article)
	);
}

/** The day on which an article, as it is, was compared with its full text; null where it was not. */
export function checkedOn(article: Compared, stamps: readonly VerificationRecord[]): string | null {
	return stamps.find((stamp) => fits(stamp, article))?.on ?? null;
}

/** All words of an article that a comparison looks for. */
export function extractsOf({ caveats, passages, reports }: Omit<Compared, 'id' | 'text'>): Extract[] {
	return [
		...passages.flatMap(({ text, start, end, mentions }) => [{ exact: text, start, end }, ...mentions]),
		...reports.flatMap((report) => [...report.quotes, ...quotesOf(report.caveats)]),
		...quotesOf(caveats)
	];
}

function quotesOf(caveats: ArticleRecord['caveats'] = []): Extract[] {
	return caveats.flatMap(({ quotes = [] }) => quotes);
}

/**
 * The SHA-256 of lines: the length of the text, then each extract once as a JSON array of start, end, words, prefix and
 * suffix (null where it has none), sorted by UTF-16 units. What a report makes of the words is no part of it.
 */
function hashOfWords(article: Compared): string {
	const lines = extractsOf(article).map(({ start, end, exact, prefix = null, suffix = null }) =>
		JSON.stringify([start, end, exact, prefix, suffix])
	);
	return hashOf([String(article.text.length), ...[...new Set(lines)].sort()].join('\n'));
}

function digestOf({ article, text, words, on, comparison }: Omit<VerificationRecord, 'digest'>): string {
	return hashOf(JSON.stringify([article, text, words, on, comparison]));
}

function hashOf(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}
