import { error } from '@sveltejs/kit';
import { dataset, withLacking } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';
import { sitePage } from './sitePage';

export const entries = () => entriesOf(dataset().sites.map(({ id }) => ({ site: id })));

export const load = ({ params, locals: { locale } }) =>
	withLacking(sitePage(dataset(locale), params.site, locale) ?? error(404, 'There is no such site'), locale);
