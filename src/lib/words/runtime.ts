/**
 * What messages ask of Paraglide's runtime, for a browser: there the language is that of the document and never
 * changes. vite.config.ts puts it in the place of the compiled runtime, which is twenty times as large and serves the
 * server, where each page has its own language.
 */
import { baseLocale, locales } from '../../../project.inlang/settings.json';
import type { Locale } from './locale';

export { baseLocale, locales };

/** Messages look here first; only a build for one language has it. */
export const experimentalStaticLocale = undefined;

export const getLocale = (): Locale => document.documentElement.lang as Locale;
