import type { ArticleLink } from './views';

/** Who published each article, for the filter by publisher. */
export const publishersOf = (
	articles: readonly Pick<ArticleLink, 'id' | 'publisher'>[]
): { id: string; name: string }[] => articles.map(({ id, publisher }) => ({ id, name: publisher }));
