/** Reads an article in a browser; documents of Word in a worker. */
import { trustOwnScripts } from '../../base/trusted';
import { askOnce } from '../../base/worker';
import type { ArticleInput, ArticleSource, OpenDocx } from '../../draft/input/article';

/** @throws InputFault where there is nothing to read, or no way to read it */
export async function readInput(source: ArticleSource): Promise<ArticleInput> {
	const [{ readArticle }, { parseHtml }] = await Promise.all([
		import('../../draft/input/readArticle'),
		import('../../base/parseHtml')
	]);
	return readArticle(source, parseHtml, openDocx);
}

const openDocx: OpenDocx = (bytes) => {
	trustOwnScripts();
	const start = () =>
		new Worker(new URL('../../draft/input/docx.worker.ts', import.meta.url), { type: 'module' });
	return askOnce<Uint8Array, Awaited<ReturnType<OpenDocx>>>(start, bytes);
};
