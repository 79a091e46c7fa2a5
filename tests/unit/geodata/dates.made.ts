/** Made-up dates, right and wrong, for property tests. */
import fc from 'fast-check';

const twoDigits = (least: number, most: number) =>
	fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
const year = fc.integer({ min: 1000, max: 2999 }).map(String);
const day = fc
	.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
export const qualified = fc
	.tuple(
		fc.oneof(
			year,
			fc.tuple(year, twoDigits(1, 12)).map((parts) => parts.join('-')),
			day
		),
		fc.constantFrom('', '?', '~', '%')
	)
	.map((parts) => parts.join(''));
export const masked = fc.oneof(
	year.map((text) => `${text.slice(0, 3)}X`),
	year.map((text) => `${text.slice(0, 2)}XX`),
	year.map((text) => `${text}-XX`),
	year.map((text) => `${text}-XX-XX`),
	fc.tuple(year, twoDigits(1, 12)).map((parts) => `${parts.join('-')}-XX`)
);
const season = fc.tuple(year, twoDigits(21, 24)).map((parts) => parts.join('-'));
export const side = fc.oneof(qualified, masked, season);
const interval = fc.tuple(
	fc.oneof(side, fc.constantFrom('..', '')),
	fc.oneof(side, fc.constantFrom('..', ''))
);
/** Dates of level 1 that a record may have, and some that it may not: backwards, too long, with a time. */
export const levelOne = fc.oneof(
	side,
	interval.map((sides) => sides.join('/')),
	fc.constantFrom('Y170000', 'Y-17', '2015-01-01T10:00:00Z', '-0100', '0000')
);
