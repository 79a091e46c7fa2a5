/** What `npm run check` says of languages: what is not translated, and which the interface lacks. */
import { languageName } from '../lib/geodata/names';
import type { Records } from '../lib/geodata/schema';
import { counted } from './command';
import { appLanguages } from './languages';
import { missingOf } from './messageFiles';

/**
 * What of the records and of the interface is not translated, and languages that the interface lacks: readers have the
 * former in the language of the records and in the base language of the interface, and no pages in the latter.
 * @param records a line for each of `things` that the records lack
 */
export function untranslatedLines(
	{ dataset }: Pick<Records, 'dataset'>,
	records: string[],
	things: number
): string[] {
	const has = appLanguages();
	const [lacking, shown] = [false, true].map((isShown) =>
		dataset.languages.map(({ tag }) => tag).filter((tag) => has.includes(tag) === isShown)
	) as [string[], string[]];
	const lines = [
		...lacking.map(
			(tag) =>
				`dataset.json  languages  the interface has no ${languageName(tag)}, and the site no pages in it — add it as CONTRIBUTING.md says, or remove “${tag}”`
		),
		...Object.entries(missingOf(shown)).flatMap(([tag, keys]) => {
			if (keys.length === 0) return [];
			const some = keys.slice(0, 5).map((key) => `“${key}”`);
			const more = keys.length > some.length ? [`${keys.length - some.length} more`] : [];
			return `messages/${tag}.json  ${counted(keys.length, 'message')} missing, read in ${languageName(has[0]!)}: ${[...some, ...more].join(', ')} — translate from messages/${has[0]}.json`;
		})
	];
	const count = lines.length + things;
	if (count === 0) return [];
	return ['', `Not translated yet: ${counted(count, 'thing')}.`, ...lines, ...records];
}
