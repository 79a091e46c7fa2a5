import { dataset } from '$lib/server/dataset';
import { homeWords } from '$lib/words/home';

/** With the words of the page: no script has to bring them. */
export const load = ({ locals }) => ({ said: homeWords(dataset(locals.locale)) });
