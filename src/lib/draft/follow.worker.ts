/** Looks for the words of a record, of a draft or of a list in another text, off the page's thread. */
import { answerQuestions } from '../base/worker';
import type { ArticleRecord } from '../geodata/schema';
import { anchorEach, type AnchoredQuote } from './anchor';
import type { AnnotatedQuote } from './annotations';
import type { DraftArticle } from './article';
import { followDraft, followRecord } from './follow';

export type FollowRequest = { text: string } & (
	| { record: ArticleRecord }
	| { draft: DraftArticle }
	| { quotes: readonly AnnotatedQuote[] }
);

export type FollowAnswer =
	| ({ of: 'record' } & ReturnType<typeof followRecord>)
	| ({ of: 'draft' } & ReturnType<typeof followDraft>)
	| { of: 'quotes'; anchored: AnchoredQuote<AnnotatedQuote>[] };

answerQuestions<FollowRequest, FollowAnswer>(({ text, ...asked }) => {
	if ('record' in asked) return { of: 'record', ...followRecord(asked.record, text) };
	if ('draft' in asked) return { of: 'draft', ...followDraft(asked.draft, text) };
	return { of: 'quotes', anchored: [...anchorEach(text, asked.quotes)] };
});
