/** A draft as the desk keeps it in a browser, without anybody having typed it. */
import type { Page } from '@playwright/test';
import { newArticle, type DraftArticle, type DraftPlace } from '../../../src/lib/draft/article';
import { apply, blankReport } from '../../../src/lib/draft/commands';
import { hydrated } from './fixture';

const rest = ' None of it happened, and nobody said more about it on that day or on any other.'.repeat(8);
const words = `Russia keeps troops at Mudville, an officer said. American soldiers came to Tanf in May. Iran was there.${rest}`;

const mudville: DraftPlace = {
	id: 'mudville',
	name: { en: 'Mudville', ar: 'مدينة الطين' },
	aliases: [],
	kind: 'garrison',
	drawn: 'ring',
	geometry: { type: 'Point', coordinates: [39.2, 34.1] },
	precision: { where_prec: 3, radius_km: 12, reason: 'Somewhere near the town.' },
	country: 'SY',
	identifiers: {},
	reference: 'https://fixture.example/mudville'
};

export const quote = 'Russia keeps troops at Mudville';

/** Two accepted reports, one at a place of its own, and a third that lacks its date. */
export const draft: DraftArticle = [
	{ quote, place: 'mudville', named: 'Mudville', actor: 'russia', edtf: '2021-05' },
	{
		quote: 'American soldiers came to Tanf',
		place: 'tanf',
		named: 'Tanf',
		actor: 'united-states',
		edtf: '2021'
	},
	{ quote: 'Iran was there', place: null, named: '', actor: 'iran', edtf: '' }
].reduce<DraftArticle>(
	(article, { quote, place, named, actor, edtf }) => {
		const start = words.indexOf(quote);
		const at = words.indexOf(named, start);
		const marked = place
			? apply(article, {
					do: 'mark',
					start: at,
					end: at + named.length,
					value: { sort: 'place', place, sense: 'literal', candidates: [] }
				})
			: article;
		return apply(marked, {
			do: 'report',
			report: {
				...blankReport({ start, end: start + quote.length }),
				place: place && marked.marks.find((mark) => mark.start === at)!.id,
				actors: [{ actor, role: 'deployed' }],
				when: { edtf, stated: null, inferred: null },
				summary: `Troops were there, says the draft: ${actor}.`
			}
		});
	},
	{
		...newArticle(words, {
			id: 'made-up-2021',
			title: 'A made-up article',
			language: 'en',
			publisher: 'The Made-up Courier',
			published: { edtf: '2021-05-09', stated: null, inferred: null }
		}),
		places: [mudville]
	}
);

export const draftId = '0f8fad5b-d9cb-469f-a165-70867728950e';
/** Its address on the map, for a site where there is one. */
export const onMap = (site = '', path = '/desk/map') => `${path}#${draftId}/${site}`;

/** Keeps an article in the browser of a page, as the desk would. */
export async function keep(page: Page, first: DraftArticle = draft): Promise<void> {
	await page.goto('/desk');
	await hydrated(page);
	// The desk makes its stores when it first looks what there is.
	await page.getByText('None yet.').waitFor();
	await page.evaluate(
		([id, first]) =>
			new Promise<void>((done, fail) => {
				const opening = indexedDB.open('attested-desk');
				opening.onerror = () => fail(new Error('no store'));
				opening.onsuccess = () => {
					const writing = opening.result.transaction(['articles', 'first'], 'readwrite');
					const progress = { accepted: 3, pending: 0 };
					const kept = { id, title: 'A made-up article', begun: 1, changed: 1, done: 0, progress };
					writing.objectStore('articles').put(kept, id);
					writing.objectStore('first').put(first, id);
					writing.onerror = () => fail(new Error('not written'));
					writing.oncomplete = () => {
						opening.result.close();
						done();
					};
				};
			}),
		[draftId, first] as const
	);
}
