import { error } from '@sveltejs/kit';
import { cardKinds, cardPng, cardsOf } from '$lib/outward/cards';
import { locales } from '$lib/words/locale';

export const prerender = true;

/** Few enough that SvelteKit writes them all. */
export const entries = () =>
	locales.flatMap((language) => cardsOf(language).map((card) => ({ language, ...card })));

/** The picture that a link to a page shows, in the language that the address names. */
export const GET = ({ params, locals }) => {
	const kind = cardKinds.find((name) => name === params.kind);
	const bytes = kind ? cardPng(kind, params.id, locals.locale) : null;
	if (!bytes) error(404, 'There is no such card');
	return new Response(bytes, { headers: { 'content-type': 'image/png' } });
};
