import { error } from '@sveltejs/kit';
import { dataset } from '$lib/server/dataset';

export const entries = () => dataset().reports.map(({ id }) => ({ report: id }));

export const load = ({ params }) => {
	const report = dataset().reports.find(({ id }) => id === params.report);
	if (!report) error(404, 'There is no such report');
	return { report };
};
