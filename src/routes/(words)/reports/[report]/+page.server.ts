import { error } from '@sveltejs/kit';
import { dataset } from '$lib/server/dataset';

// A report that was taken back keeps its address.
const all = () => [...dataset().reports, ...dataset().withdrawn];

export const entries = () => all().map(({ id }) => ({ report: id }));

export const load = ({ params }) => {
	const report = all().find(({ id }) => id === params.report);
	if (!report) error(404, 'There is no such report');
	return { report };
};
