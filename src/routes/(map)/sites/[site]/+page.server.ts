import { error } from '@sveltejs/kit';
import { dataset } from '$lib/server/dataset';
import { sitePage } from './sitePage';

export const entries = () => dataset().sites.map(({ id }) => ({ site: id }));

export const load = ({ params, locals: { locale } }) =>
	sitePage(dataset(locale), params.site, locale) ?? error(404, 'There is no such site');
