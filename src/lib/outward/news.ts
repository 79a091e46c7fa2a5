/** The feeds of what changed, in a language. */
import { createHash } from 'node:crypto';
import { recordLicense } from '../export/about';
import type { News } from '../geodata/changes';
import { exportContext, news, release, reportById, saidOfItself } from '../server/dataset';
import { getLocale, link, m } from '../words';
import { describeField, fieldName } from '../words/changes';
import type { Locale } from '../words/locale';
import { describeWhen } from '../words/when';
import { paragraphs, type Feed, type FeedEntry } from './feeds';

/** A first release may be thousands of reports: those who follow a site want the news. */
const mostEntries = 200;

/** @param origin the host that the site is built for, or '' */
export function feedOf(locale: Locale, origin: string): Feed {
	const { about, origin: home } = exportContext();
	const { publisher } = saidOfItself(locale);
	const urn = (...parts: string[]) => urnOf(about.id, locale, ...parts);
	return {
		id: urn('changes'),
		title: `${m.site_name()}: ${m.footer_changes()}`,
		subtitle: m.changes_feed(),
		language: locale,
		publisher,
		page: origin + link('/changes'),
		address: origin + link('/changes'),
		icon: `${home}/icons/icon-512.png`,
		released: release().released,
		license: { name: recordLicense.title, url: recordLicense.url },
		entries: news(locale)
			.slice(0, mostEntries)
			.map((one) => entryOf(one, origin, urn))
	};
}

function entryOf({ change, on, nth }: News, origin: string, urn: (...parts: string[]) => string): FeedEntry {
	const report = reportById(change.id, getLocale());
	const kinds = { added: m.change_added, corrected: m.change_corrected, withdrawn: m.change_withdrawn };
	const said = (value: Parameters<typeof describeField>[0] | null) =>
		(value && describeField(value, getLocale())) || m.none();
	const details =
		change.kind === 'corrected'
			? change.fields.map(({ field, from, to }) => ({
					text: `${fieldName(field)}: ${said(from)} → ${said(to)}`
				}))
			: change.kind === 'withdrawn' && change.on !== null
				? [
						{
							text: m.withdrawn_on({
								date: describeWhen(change.on, getLocale()),
								reason: change.reason ?? ''
							})
						}
					]
				: [];
	const title = String(change.title);
	return {
		id: urn(change.id, change.kind, String(nth)),
		address: origin + (report ? link(`/reports/${change.id}`) : link('/changes')),
		title: `${kinds[change.kind]()}: ${title}`,
		kind: change.kind,
		on,
		content: paragraphs([
			{ text: title },
			...details,
			...(report && change.kind === 'added'
				? [
						...report.quotes.map(({ exact }) => ({
							text: exact,
							language: report.article.language,
							isQuote: true
						})),
						{
							text: `${report.article.publisher}, ${describeWhen(report.article.published.edtf, getLocale())}`
						}
					]
				: [])
		])
	};
}

/** A UUID of what something is (RFC 9562, version 8), so that a reader knows an entry again. */
function urnOf(...parts: string[]): string {
	const hex = createHash('sha256').update(parts.join('\u0000')).digest('hex');
	const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
	return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
