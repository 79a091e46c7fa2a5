/** What is cited, gathered once for every format. */
import type { When } from '../../geodata/schema';
import type { ArticleView, QuoteView } from '../../geodata/views';
import type { About } from '../../geodata/about';

/** An article as a work that can be cited. `author` is null where the text has no byline. */
export interface CitedArticle {
	id: string;
	title: string;
	language: string;
	publisher: string;
	author: string | null;
	url: string;
	published: When;
	rights: string;
	text: ArticleView['text'];
	/** Day (UTC) on which its words were compared with the full text, or null: when we last had the article before us. */
	checked: string | null;
	/** Whether some of it is still to be written. */
	draft: boolean;
}

export interface CitedReport {
	id: string;
	summary: string;
	/** Names of its actors with what the report says of each. */
	actors: { id: string; name: string; role: string }[];
	place: string | null;
	when: When;
	quotes: QuoteView[];
	article: CitedArticle;
	permalink: string;
	recorded: string;
}

/** Everything that a format needs. `recorded` is the day of the record, YYYY-MM-DD. */
export interface Citation {
	kind: 'report' | 'site';
	id: string;
	title: string;
	permalink: string;
	/** Address of the citation itself, without the extension of a format. */
	address: string;
	/** As in `ExportContext`. */
	origin: string;
	recorded: string;
	/** The day on which somebody takes the citation, YYYY-MM-DD; null in the files of a build, which know no reader. */
	accessed: string | null;
	version: string;
	about: About;
	reports: CitedReport[];
	/** The articles of the reports, each once. */
	articles: CitedArticle[];
}
