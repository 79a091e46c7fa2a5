/**
 * Paraglide's runtime for a browser, where the language is that of the document and never changes. vite.config.ts puts
 * it in the place of the compiled runtime, which is twenty times as large and made for a server.
 */
import type { Locale } from './locale';

/** Messages ask for it before `getLocale`; only a build for a single language would set it. */
export const experimentalStaticLocale = undefined;

export const getLocale = (): Locale => document.documentElement.lang as Locale;
