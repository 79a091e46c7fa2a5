/** The labels that only the evidence needs. Apart from those in `index.ts`, so that a page can do without them. */
import { getLocale } from './compiled/runtime.js';
import type { Locale } from './locale';
import type { EvidenceLabels } from './labels/en/evidence';
import { evidence } from './languages/evidence';

export const evidenceLabels = (locale: Locale = getLocale()): EvidenceLabels => evidence(locale);
