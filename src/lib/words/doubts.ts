/** The labels of what speaks against a report. Apart from those in `index.ts`, so that a page can do without them. */
import { getLocale } from './compiled/runtime.js';
import type { Locale } from './locale';
import type { DoubtLabels } from './labels/en/doubts';
import { doubts } from './languages/doubts';

export const doubtLabels = (locale: Locale = getLocale()): DoubtLabels => doubts(locale);
