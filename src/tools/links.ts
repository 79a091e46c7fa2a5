/**
 * `npm run check -- --links`: asks for the addresses of all articles and references, and says which can't be had any more
 * and which have no archived copy. It tells what is there today, and never that a record is wrong.
 */
import { printable } from '../lib/base/printable';
import type { Records } from '../lib/geodata/schema';
import { counted } from './command';

/** How many are asked at once, and how long each may take, in milliseconds. */
const asking = { atOnce: 6, patience: 20_000 } as const;

interface Link {
	/** The record that has it. */
	of: string;
	url: string;
}

/** The lines to print. @param fetcher asks for an address */
export async function linkLines(
	{ articles, references }: Pick<Records, 'articles' | 'references'>,
	fetcher: typeof fetch = fetch
): Promise<string[]> {
	const records = [
		...articles.map(({ id, url, archivedUrl }) => ({ of: `articles/${id}.json`, urls: [url], archivedUrl })),
		...references.map(({ id, urls, archivedUrl }) => ({ of: `references.json ${id}`, urls, archivedUrl }))
	];
	const links = records.flatMap(({ of, urls, archivedUrl }) =>
		[...urls, archivedUrl].flatMap((url): Link[] => (url ? [{ of, url }] : []))
	);
	const found = await answersOf([...new Set(links.map(({ url }) => url))], fetcher);
	const gone = links.filter(({ url }) => found.get(url) !== null);
	const without = records.filter(({ archivedUrl }) => !archivedUrl);
	return [
		`${counted(found.size, 'address')} asked for, ${gone.length === 0 ? 'all there' : `${gone.length} not to be had`}.`,
		...gone.map(({ of, url }) => printable(`${of}  ${url}  ${found.get(url)}`)),
		...(without.length > 0 ? ['', `Without an archived copy: ${counted(without.length, 'record')}.`] : []),
		...without.map(({ of }) => of)
	];
}

/** What keeps each address from being had, or null where it is there. */
async function answersOf(
	urls: readonly string[],
	fetcher: typeof fetch
): Promise<Map<string, string | null>> {
	const found = new Map<string, string | null>();
	const left = [...urls];
	const work = async () => {
		for (let url = left.shift(); url !== undefined; url = left.shift())
			found.set(url, await answerOf(url, fetcher));
	};
	await Promise.all(Array.from({ length: asking.atOnce }, work));
	return found;
}

async function answerOf(url: string, fetcher: typeof fetch): Promise<string | null> {
	try {
		const response = await fetcher(url, { signal: AbortSignal.timeout(asking.patience) });
		// What it holds is not looked at.
		await response.body?.cancel();
		return response.ok ? null : `answers ${response.status}`;
	} catch (error) {
		const { name, cause, message } = error as Error & { cause?: { code?: string } };
		if (name === 'TimeoutError') return `does not answer within ${asking.patience / 1000} seconds`;
		return `can't be reached (${cause?.code ?? message})`;
	}
}
