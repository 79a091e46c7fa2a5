/** What the core tests name: all of it comes from the records of the data set whose site they look at. */
import { compile, withDescendants } from '../../../src/lib/geodata/compile';
import { ownName } from '../../../src/lib/geodata/names';
import { translate } from '../../../src/lib/geodata/translate';
import { loadRecords } from '../../../src/lib/server/geodata';

/** @param directory of the data set */
export function coreOf(directory: string) {
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
	return {
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
