/**
 * The whole data set as a work to cite: as text, for reference managers, as DataCite has it in repositories
 * (https://schema.datacite.org/meta/kernel-4/), and as the file by which GitHub, Zenodo and Zotero know how to cite a folder
 * (https://citation-file-format.github.io). Pure.
 */
import type { DatasetRecord } from '../../geodata/datasetSchema';
import type { ArticleView, Dataset } from '../../geodata/views';
import { homepageOf, lastRecorded, recordLicense, type ExportContext } from '../about';
import { oneLine } from '../formats/text';
import { bibtexEntry, escapeBibtex, protect, verbatim } from './bibtex';
import { risRecord } from './ris';

export interface WholeCitation {
	title: string;
	publisher: string;
	/** '' where the host of the site is not known. */
	url: string;
	version: string;
	/** The day of the release, and of the last change of a record, YYYY-MM-DD. */
	released: string;
	changed: string;
	description: string;
	keywords: readonly string[];
	language: string;
	id: string;
	/** West, south, east, north in degrees. */
	box: DatasetRecord['region']['box'];
	articles: readonly Pick<ArticleView, 'title' | 'url'>[];
}

/** What is cited of a data set. @param said what it says of itself, in its own language */
export function wholeCitation(
	{ articles, sites }: Pick<Dataset, 'articles' | 'sites'>,
	said: DatasetRecord,
	released: string,
	context: ExportContext
): WholeCitation {
	const { about, version } = context;
	return {
		title: about.title,
		publisher: about.creator,
		url: homepageOf(context) ?? '',
		version,
		released,
		changed: lastRecorded([...articles, ...sites]) ?? released,
		description: about.description,
		keywords: about.keywords,
		language: about.languages[0]!,
		id: about.id,
		box: said.region.box,
		articles
	};
}

/** “Publisher (2026). Title (version 1.0.0) [data set]. Address”, as DataCite recommends. */
export function wholeText({ publisher, released, title, version, url }: WholeCitation): string {
	const address = url && ` ${url}`;
	return `${oneLine(`${publisher} (${released.slice(0, 4)}). ${title} (version ${version}) [data set].${address}`)}`;
}

const license = `${recordLicense.id}; quotations their publishers’`;

function bibtex({
	id,
	title,
	publisher,
	released,
	version,
	url,
	description,
	keywords
}: WholeCitation): string {
	const [year, month] = released.split('-').map(Number);
	return bibtexEntry(id, {
		author: protect(publisher),
		title: protect(title),
		howpublished: 'Data set',
		year: String(year),
		month: String(month),
		version: escapeBibtex(version),
		url: url ? verbatim(url) : undefined,
		abstract: escapeBibtex(description),
		keywords: escapeBibtex(keywords.join(', ')),
		note: escapeBibtex(`Version ${version}. ${license}`)
	});
}

function ris({
	id,
	title,
	publisher,
	released,
	version,
	url,
	description,
	keywords,
	language
}: WholeCitation): string {
	return risRecord([
		['TY', 'DATA'],
		['ID', id],
		['TI', title],
		['AU', publisher],
		['PB', publisher],
		['PY', released.slice(0, 4)],
		['DA', released.replaceAll('-', '/')],
		['ET', version],
		['UR', url],
		['LA', language],
		['AB', description],
		...keywords.map((word): [string, string] => ['KW', word]),
		['N1', license]
	]);
}

function csl({
	id,
	title,
	publisher,
	released,
	version,
	url,
	description,
	keywords,
	language
}: WholeCitation): string {
	const item = {
		id,
		type: 'dataset',
		title,
		author: [{ literal: publisher }],
		publisher,
		issued: { 'date-parts': [released.split('-').map(Number)] },
		version,
		...(url && { URL: url }),
		language,
		abstract: description,
		keyword: keywords.join(', '),
		note: license
	};
	return `${JSON.stringify([item], null, '\t')}\n`;
}

/** The properties of DataCite 4, but for the identifier, which whoever registers one has. */
function datacite(whole: WholeCitation): string {
	const {
		id,
		title,
		publisher,
		released,
		changed,
		version,
		url,
		description,
		keywords,
		language,
		box,
		articles
	} = whole;
	const [westBoundLongitude, southBoundLatitude, eastBoundLongitude, northBoundLatitude] = box;
	return `${JSON.stringify(
		{
			schemaVersion: 'http://datacite.org/schema/kernel-4',
			types: { resourceTypeGeneral: 'Dataset', resourceType: 'Data set' },
			titles: [{ title, lang: language }],
			creators: [{ name: publisher, nameType: 'Organizational' }],
			publisher,
			publicationYear: released.slice(0, 4),
			dates: [
				{ date: released, dateType: 'Issued' },
				{ date: changed, dateType: 'Updated' }
			],
			version,
			language,
			...(url && { url }),
			alternateIdentifiers: [{ alternateIdentifier: id, alternateIdentifierType: 'name' }],
			subjects: keywords.map((subject) => ({ subject })),
			descriptions: [{ description, descriptionType: 'Abstract', lang: language }],
			rightsList: [
				{
					rights: recordLicense.title,
					rightsUri: recordLicense.url,
					rightsIdentifier: recordLicense.id,
					rightsIdentifierScheme: 'SPDX'
				}
			],
			geoLocations: [
				{
					geoLocationBox: {
						westBoundLongitude,
						eastBoundLongitude,
						southBoundLatitude,
						northBoundLatitude
					}
				}
			],
			relatedIdentifiers: articles
				.filter((article) => article.url)
				.map((article) => ({
					relatedIdentifier: article.url,
					relatedIdentifierType: 'URL',
					relationType: 'IsDerivedFrom'
				}))
		},
		null,
		'\t'
	)}\n`;
}

/** Texts stand between quotation marks, as JSON has them, which YAML takes as they are. */
function cff({ title, publisher, released, version, url, description, keywords }: WholeCitation): string {
	const lines: [string, string][] = [
		['cff-version', '1.2.0'],
		['message', JSON.stringify('Please cite the data set as below, and the articles that it quotes.')],
		['type', 'dataset'],
		['title', JSON.stringify(title)],
		['abstract', JSON.stringify(description)],
		['version', JSON.stringify(version)],
		['date-released', JSON.stringify(released)],
		['license', recordLicense.id],
		...(url ? [['url', JSON.stringify(url)] as [string, string]] : [])
	];
	const items = (name: string, all: readonly string[]) => [`${name}:`, ...all.map((item) => `  - ${item}`)];
	return [
		...lines.map(([name, value]) => `${name}: ${value}`),
		...items('authors', [`name: ${JSON.stringify(publisher)}`]),
		...items(
			'keywords',
			keywords.map((word) => JSON.stringify(word))
		),
		''
	].join('\n');
}

/** The files of the citation, below `/cite`. */
export const wholeFiles = {
	'dataset.txt': {
		name: 'Text',
		mediaType: 'text/plain; charset=utf-8',
		write: (whole) => `${wholeText(whole)}\n`
	},
	'dataset.bib': { name: 'BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', write: bibtex },
	'dataset.ris': {
		name: 'RIS',
		mediaType: 'application/x-research-info-systems; charset=utf-8',
		write: ris
	},
	'dataset.json': { name: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', write: csl },
	'datacite.json': { name: 'DataCite', mediaType: 'application/vnd.datacite.datacite+json', write: datacite },
	'CITATION.cff': { name: 'CITATION.cff', mediaType: 'text/plain; charset=utf-8', write: cff }
} as const satisfies Record<
	string,
	{ name: string; mediaType: string; write: (whole: WholeCitation) => string }
>;

export type WholeFile = keyof typeof wholeFiles;
