/** Every kind of page, in the path that English has it by. */
export const pages = [
	'/',
	'/sites/masyaf-facility',
	'/tour/naija-on-point-2022/2',
	'/tour',
	'/table',
	'/articles',
	'/articles/crystal-eyes-2019',
	'/reports/naija-on-point-2022-1',
	'/unmapped',
	'/about',
	'/changes',
	'/fetch',
	'/desk',
	'/desk/map',
	'/embed',
	'/embed/sites/tanf',
	'/data',
	'/sites'
];

/** Those of them that draw a map. */
export const mapped = [
	'/',
	'/sites/masyaf-facility',
	'/tour/naija-on-point-2022/2',
	'/tour',
	'/table',
	'/articles/crystal-eyes-2019',
	'/desk/map',
	'/embed',
	'/embed/sites/tanf'
];

export const languages = ['en', 'ar'] as const;

/** The same page in a language. */
export function inLanguage(path: string, language: (typeof languages)[number]): string {
	return language === 'en' ? path : `/ar${path === '/' ? '' : path}`;
}

export const sizes = [
	{ name: 'a phone', width: 390, height: 844 },
	{ name: 'a tablet', width: 820, height: 1180 },
	{ name: 'a desk', width: 1440, height: 900 }
];
