/** Words of another language in the pages of one. */
import type { Page } from '@playwright/test';

interface Found {
	/** Each with the path of its page. */
	runs: string[];
	/** Addresses that the pages lead to. */
	links: string[];
}

/**
 * Runs of four Latin words or more that an Arabic page has as if they were Arabic. `paths` of pages as they were
 * prerendered; of the open page as it is where there are none.
 */
export async function foreignRuns(page: Page, paths: string[] = []): Promise<Found> {
	const { texts, links } = await textsOf(page, paths, 'ar');
	const latin = /(?:\p{Script=Latin}[\p{Script=Latin}’'-]*[,.;:]?\s+){3}\p{Script=Latin}.{0,40}/gu;
	return {
		runs: texts.flatMap(({ path, text }) => [...text.matchAll(latin)].map(([run]) => `${path}: ${run}`)),
		links
	};
}

/** The same for a language of the same alphabet: those of some phrases of another that stand in its pages. */
export async function untranslatedRuns(
	page: Page,
	paths: string[],
	tag: string,
	phrases: string[]
): Promise<Found> {
	const { texts, links } = await textsOf(page, paths, tag);
	const runs = texts.flatMap(({ path, text }) => {
		const line = text.replace(/\s+/g, ' ');
		return phrases.filter((phrase) => line.includes(phrase)).map((phrase) => `${path}: ${phrase}`);
	});
	return { runs, links };
}

/**
 * What pages say in their language: their words, and those that are only read out, outside of every element that is marked
 * as being in another one.
 */
function textsOf(
	page: Page,
	paths: string[],
	tag: string
): Promise<{ texts: { path: string; text: string }[]; links: string[] }> {
	return page.evaluate(
		async ([paths, tag]) => {
			const texts: { path: string; text: string }[] = [];
			const links = new Set<string>();
			const read = (path: string, whole: Document) => {
				const body = whole.body.cloneNode(true) as HTMLElement;
				for (const link of body.querySelectorAll('a')) links.add(link.getAttribute('href') ?? '');
				for (const other of body.querySelectorAll(`[lang]:not([lang="${tag}"]), script, style`))
					other.replaceWith('…');
				const names = ['aria-label', 'title', 'alt', 'placeholder'];
				const unseen = [...body.querySelectorAll('*')].flatMap((element) =>
					names.flatMap((name) => element.getAttribute(name) ?? [])
				);
				for (const text of [body.textContent, ...unseen]) texts.push({ path, text });
			};
			if (paths.length === 0) read(location.pathname, document);
			for (const path of paths) {
				// The page's policy lets no script parse a text as markup; the browser itself may.
				const request = new XMLHttpRequest();
				request.open('GET', path);
				request.responseType = 'document';
				request.send();
				await new Promise((done) => (request.onloadend = done));
				// A feed or a file of data is no page.
				if (request.responseXML?.body) read(path, request.responseXML);
			}
			return { texts, links: [...links] };
		},
		[paths, tag] as const
	);
}
