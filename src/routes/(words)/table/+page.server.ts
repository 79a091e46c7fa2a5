import { carriedByTable } from '$lib/server/carried';
import { dataset, summaries } from '$lib/server/dataset';

export const load = ({ locals }) => carriedByTable(dataset(locals.locale), summaries(locals.locale));
