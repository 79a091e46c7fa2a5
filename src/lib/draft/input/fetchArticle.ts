/**
 * An article from an address, once the author has agreed that its host is asked. Only a page whose policy allows it can
 * do this (src/tools/policy.ts).
 */
import { fetchFile, type FetchFault } from '../../base/fetchFile';
import type { ArticleSource } from './article';
import { largestFile } from './readArticle';

/** What the author can do instead, best first. */
export type OtherWay =
	/** Save the page in the browser and open the file here. */
	'save-page' | 'paste' | 'other-address' | 'again';

export type FetchedArticle =
	| { source: ArticleSource & { kind: 'file' }; fault?: undefined }
	| { source?: undefined; fault: FetchFault; instead: OtherWay[] };

/**
 * Fetches an article by one request, without cookies and without saying from which page.
 * @param url as `addressOf` gives it (`base/fetchFile.ts`)
 * @throws the reason of the signal, where it is aborted, and nothing else
 */
export async function fetchArticle(
	url: URL,
	options: { signal?: AbortSignal; onprogress?: (read: number, total: number | null) => void } = {}
): Promise<FetchedArticle> {
	const fetched = await fetchFile(url, { ...options, limit: largestFile });
	if (fetched.fault) return { fault: fetched.fault, instead: otherWays(fetched.fault) };
	const { file, name } = fetched;
	return { source: { kind: 'file', file, name, address: url.href } };
}

function otherWays(fault: FetchFault): OtherWay[] {
	switch (fault.reason) {
		// Most hosts of news let no page of others read theirs; a browser does not say whether that was it.
		case 'no-answer':
		case 'passed-on':
			return ['save-page', 'paste'];
		case 'answered':
			// A host that asks who reads (401, 403, 429, 451) answers the author's own browser.
			return fault.status === 404 || fault.status === 410
				? ['other-address', 'paste']
				: ['save-page', 'paste'];
		case 'too-large':
		case 'empty':
			return ['save-page', 'paste'];
		case 'broken-off':
			return ['again', 'save-page', 'paste'];
	}
}
