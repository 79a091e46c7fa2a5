/** Stamps of `npm run verify`: that a command wrote them, each for an article that is there. */
import { isWritten } from '../verification';
import { quoted } from './problem';
import type { Problem } from './problem';
import { stem } from './reading';
import type { Reading } from './reading';

/** A stamp that its article has outgrown is no problem: the article counts as not yet checked. */
export function* checkVerifications({ verifications, articles, perhapsUsed }: Reading): Iterable<Problem> {
	for (const { file, record } of verifications) {
		const { article } = record;
		if (stem(file) !== article) {
			const message = `is ${quoted(article)}, but the file is named ${quoted(stem(file))}`;
			yield { file, at: 'article', message, fix: 'remove the file, and run npm run verify' };
		} else if (!isWritten(record)) {
			const message = 'fits none of what it says: nothing was compared, or it was changed by hand';
			const fix = `remove the file, and run npm run verify -- --article ${article} --text FILE`;
			yield { file, at: 'digest', message, fix };
		} else if (!articles.some(({ ids }) => ids.includes(article)) && !perhapsUsed.has(article)) {
			yield {
				file,
				at: 'article',
				message: `there is no article ${quoted(article)}`,
				fix: 'remove the file'
			};
		}
	}
}
