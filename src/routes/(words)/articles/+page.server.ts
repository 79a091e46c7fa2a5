import { dataset, withLacking } from '$lib/server/dataset';

export const load = ({ locals }) => {
	const articles = dataset(locals.locale).articles.map(
		({ id, title, language, publisher, published, url, draft, standing, reports }) => ({
			id,
			title,
			language,
			publisher,
			published,
			url,
			draft,
			standing: { note: standing.note },
			reports: reports.length,
			mapped: reports.filter((report) => report.place?.mapped).length
		})
	);
	return withLacking({ articles }, locals.locale);
};
