import { intlTag } from '$lib/words';

/** A day as it is written in the reader's language. */
export const dayOf = (date: Date): string =>
	new Intl.DateTimeFormat(intlTag(), { dateStyle: 'long' }).format(date);
