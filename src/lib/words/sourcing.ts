/** The labels of sources and attributions, which an article's page needs without those of the evidence. */
import { getLocale } from './compiled/runtime.js';
import type { Locale } from './locale';
import type { SourcingLabels } from './labels/en/sourcing';
import { sourcing } from './languages/sourcing';

export const sourcingLabels = (locale: Locale = getLocale()): SourcingLabels => sourcing(locale);
