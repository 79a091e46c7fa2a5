import { carriedByEmbeds } from '$lib/server/carried';
import { dataset, summaries } from '$lib/server/dataset';

export const load = ({ locals }) => carriedByEmbeds(dataset(locals.locale), summaries(locals.locale));
