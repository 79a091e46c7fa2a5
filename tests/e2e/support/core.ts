/** What the core tests name: all of it comes from the records of the data set whose site they look at. */
import { compile, withDescendants } from '../../../src/lib/geodata/compile';
import { ownName } from '../../../src/lib/geodata/names';
import type { Name } from '../../../src/lib/geodata/schema';
import { toured, tourSteps } from '../../../src/lib/geodata/tour';
import { translate } from '../../../src/lib/geodata/translate';
import { loadRecords } from '../../../src/lib/server/geodata';
import { intlTagOf } from '../../../src/tools/languages';
import { readMessages, textsOf } from '../../../src/tools/messageFiles';

/**
 * Parts of what the app and the records say in their first language, of three words or more each, where the second has a
 * translation that says it in other words.
 */
function phrasesOf(own: string, other: string, texts: Record<string, string>): string[] {
	const [base, translated] = [readMessages(own), readMessages(other)];
	const said = JSON.stringify(translated);
	const parts = Object.entries(base)
		.filter(([key]) => key in translated)
		.flatMap(([, message]) => textsOf(message))
		.flatMap((text) => text.split(/\{\w+\}|%\w+%/))
		.map((text) => text.trim())
		.filter((text) => !said.includes(text));
	const records = Object.entries(texts).flatMap(([text, translation]) =>
		text === translation ? [] : [text]
	);
	return [...parts, ...records].filter((text) => text.split(/\s+/).length >= 3);
}

/** A text and nothing else. */
const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

const made = new Map<string, ReturnType<typeof makeCore>>();

/** @param directory of the data set */
export const coreOf = (directory: string) =>
	made.get(directory) ?? made.set(directory, makeCore(directory)).get(directory)!;

function makeCore(directory: string) {
	const records = loadRecords(directory);
	const [own, other] = records.dataset.languages.map(({ tag }) => tag);
	const data = compile(records);
	// One whose words are in the language of the records, and that is about an actor.
	const site = data.sites.find(
		({ actors, reports }) => actors.length > 0 && reports[0]!.article.language === own
	)!;
	const report = site.reports[0]!;
	const actor = site.actors[0]!;
	const family = new Set(withDescendants(data.actors, actor.id));
	const translated = other === undefined ? data : compile(translate(records, other).records);
	const inOther = (name: Name) => name[other!] ?? ownName(name);
	const tour = toured(data.articles)[0]!;
	const messages = other === undefined ? {} : readMessages(other);
	const digits = new Intl.NumberFormat(intlTagOf(other ?? own!, directory));
	return {
		/** What a reader of the second language sees; null where there is none. */
		second:
			other === undefined
				? null
				: {
						tag: other,
						direction: /^(?:ar|fa|he|ur)\b/.test(other) ? 'rtl' : 'ltr',
						/** A message with its inputs, numbers in the digits that the data set has for the language. */
						says: (key: string, inputs: Record<string, string | number> = {}) =>
							exactly(
								(messages[key] as string).replace(/\{(\w+)\}/g, (_, name: string) => {
									const input = inputs[name]!;
									return typeof input === 'number' ? digits.format(input) : input;
								})
							),
						/** What is not to be said in its pages. */
						foreign: phrasesOf(own!, other, records.translations[other] ?? {}),
						sites: data.sites.map(({ name }) => inOther(name)),
						site: { id: site.id, name: inOther(site.name), ownName: ownName(site.name) },
						actor: {
							id: actor.id,
							isOneOfMany: data.sites.some(({ actors }) => actors.some(({ id }) => id !== actor.id))
						},
						tour: { article: tour.id, steps: tourSteps(tour, data.sites).length + 1 }
					},
		/** Tags of its languages: of the records, and of the second. */
		languages: { own: own!, other },
		/** The names of what it adds to our kinds of places, as they are called in its language. */
		kinds: Object.entries(records.dataset.kinds?.places?.added ?? {}).map(([id, { label }]) => ({
			id,
			name: ownName(label)
		})),
		publisher: records.dataset.publisher,
		links: records.dataset.links ?? [],
		sites: data.sites.map(({ id, name }) => ({ id, name: ownName(name) })),
		reports: data.reports.length,
		site: { id: site.id, name: ownName(site.name) },
		report: {
			id: report.id,
			quote: report.quotes[0]!.exact,
			article: report.article.id,
			passage: report.quotes[0]!.passage
		},
		actor: {
			id: actor.id,
			reports: data.reports.filter(({ attributed }) => attributed.some(({ id }) => family.has(id))).length
		},
		/** The sentence about the report in the second language. */
		summaryInOther: translated.reports.find(({ id }) => id === report.id)!.summary
	};
}
