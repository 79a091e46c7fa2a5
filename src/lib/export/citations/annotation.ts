/**
 * A citation as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/): the target is the quoted words in
 * the article, the body what we say of them. A site is a collection of the annotations of its reports.
 */
import { homepageOf, recordLicense, stateLine, titleOf } from '../about';
import type { Citation, CitedArticle, CitedReport } from './citation';

/** What the annotation vocabulary has no words for is said in schema.org's. */
const context = ['http://www.w3.org/ns/anno.jsonld', { schema: 'https://schema.org/' }];

/** The annotation, or for a site the collection of them, as JSON-LD text. */
export function annotation(citation: Citation): string {
	const body = citation.kind === 'report' ? reportAnnotation(citation) : siteCollection(citation);
	const { accessed } = citation;
	// The copy that a reader takes: https://www.w3.org/TR/annotation-model/#lifecycle-information
	const generated = accessed && { generated: midnight(accessed) };
	return `${JSON.stringify({ '@context': context, ...body, ...generated }, null, '\t')}\n`;
}

function reportAnnotation(citation: Citation) {
	return annotationOf(citation.reports[0]!, `${citation.address}.jsonld`, citation);
}

function siteCollection(citation: Citation) {
	const { id, title, reports, address, origin, recorded, permalink } = citation;
	return {
		id: `${address}.jsonld`,
		type: 'AnnotationCollection',
		label: title,
		...provenance(recorded, citation),
		'schema:identifier': id,
		'schema:url': permalink,
		total: reports.length,
		first: {
			id: `${address}.jsonld#page`,
			type: 'AnnotationPage',
			startIndex: 0,
			items: reports.map((report) =>
				annotationOf(report, `${origin}/cite/reports/${report.id}.jsonld`, citation)
			)
		}
	};
}

function annotationOf(report: CitedReport, id: string, of: Citation) {
	return {
		id,
		type: 'Annotation',
		motivation: 'describing',
		...provenance(report.recorded, of),
		'schema:identifier': report.id,
		'schema:url': report.permalink,
		'schema:creativeWorkStatus': stateLine(report.article),
		body: [
			{
				type: 'TextualBody',
				purpose: 'describing',
				value: titleOf(report),
				format: 'text/plain',
				language: 'en'
			},
			...report.actors.map(({ name, role }) => ({
				type: 'TextualBody',
				purpose: 'tagging',
				value: `${name}: ${role}`,
				format: 'text/plain',
				language: 'en'
			}))
		],
		target: report.quotes.map(({ prefix, exact, suffix, start, end }) => ({
			type: 'SpecificResource',
			source: source(report.article),
			// The day on which the words were there: https://www.w3.org/TR/annotation-model/#time-state
			...(report.article.checked && {
				state: { type: 'TimeState', sourceDate: midnight(report.article.checked) }
			}),
			selector: [
				{
					type: 'TextQuoteSelector',
					exact,
					...(prefix && { prefix }),
					...(suffix && { suffix })
				},
				// Counted in the text whose length and SHA-256 the source gives, not in the markup of the page.
				{ type: 'TextPositionSelector', start, end }
			]
		}))
	};
}

/** The beginning of a day, YYYY-MM-DD, as JSON-LD has it. */
export const midnight = (day: string): string => `${day}T00:00:00Z`;

function provenance(recorded: string, { version, about, ...citation }: Citation) {
	const time = midnight(recorded);
	const homepage = homepageOf(citation);
	return {
		creator: { type: 'Organization', name: about.creator, ...(homepage && { homepage }) },
		created: time,
		modified: time,
		rights: recordLicense.url,
		'schema:isPartOf': { 'schema:name': about.title, 'schema:version': version }
	};
}

function source({ url, title, language, author, publisher, published, rights, text }: CitedArticle) {
	return {
		id: url,
		type: 'Text',
		language,
		'schema:name': title,
		'schema:author': author,
		'schema:publisher': publisher,
		'schema:datePublished': published.edtf,
		...(published.inferred && { 'schema:description': `Date inferred: ${published.inferred}` }),
		'schema:copyrightNotice': rights,
		'schema:sha256': text.sha256,
		'schema:size': text.length
	};
}
