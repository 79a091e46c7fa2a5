/** What kinds of place are called in every language of the site, for files that name them in all. */
import type { PlaceKind } from '../geodata/vocabulary';
import { common } from './languages/common';
// Not from './locale', which has to know where the site lives: tools run outside a build.
import { locales } from './languages/languages';

export const kindNames = (): Record<string, Record<PlaceKind, string>> =>
	Object.fromEntries(locales.map((tag) => [tag, common(tag).placeKinds]));
