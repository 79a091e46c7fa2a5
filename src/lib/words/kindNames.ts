/** What kinds of place are called in every language of the site, for files that name them in all. */
import type { PlaceKind } from '../geodata/vocabulary';
import { common } from './languages/common';
import { locales } from './locale';

export const kindNames = (): Record<string, Record<PlaceKind, string>> =>
	Object.fromEntries(locales.map((tag) => [tag, common(tag).placeKinds]));
