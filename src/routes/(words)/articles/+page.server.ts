import { dataset } from '$lib/server/dataset';

export const load = () => ({
	articles: dataset().articles.map(
		({ id, title, language, publisher, published, url, standing, reports }) => ({
			id,
			title,
			language,
			publisher,
			published,
			url,
			standing,
			reports: reports.length,
			mapped: reports.filter((report) => report.place?.mapped).length
		})
	)
});
