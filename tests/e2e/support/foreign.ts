/** Words of other languages in Arabic pages. */
import type { Page } from '@playwright/test';

/**
 * Runs of four Latin words or more that a page has as if they were Arabic: in its words and in those that are only
 * read out, outside of every element that is marked as being in another language. `paths` of pages as they were
 * prerendered; of the open page as it is where there are none.
 */
export function foreignRuns(page: Page, paths: string[] = []): Promise<{ runs: string[]; links: string[] }> {
	return page.evaluate(async (paths) => {
		const runs: string[] = [];
		const links = new Set<string>();
		const read = (path: string, whole: Document) => {
			const body = whole.body.cloneNode(true) as HTMLElement;
			for (const link of body.querySelectorAll('a')) links.add(link.getAttribute('href') ?? '');
			for (const other of body.querySelectorAll('[lang]:not([lang="ar"]), script, style'))
				other.replaceWith('…');
			const names = ['aria-label', 'title', 'alt', 'placeholder'];
			const unseen = [...body.querySelectorAll('*')].flatMap((element) =>
				names.flatMap((name) => element.getAttribute(name) ?? [])
			);
			const latin = /(?:\p{Script=Latin}[\p{Script=Latin}’'-]*[,.;:]?\s+){3}\p{Script=Latin}.{0,40}/gu;
			for (const text of [body.textContent, ...unseen])
				for (const [run] of text.matchAll(latin)) runs.push(`${path}: ${run}`);
		};
		if (paths.length === 0) read(location.pathname, document);
		for (const path of paths) {
			// The page's policy lets no script parse a text as markup; the browser itself may.
			const request = new XMLHttpRequest();
			request.open('GET', path);
			request.responseType = 'document';
			request.send();
			await new Promise((done) => (request.onloadend = done));
			read(path, request.responseXML!);
		}
		return { runs, links: [...links] };
	}, paths);
}
