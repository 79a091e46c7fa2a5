/**
 * A citation as a reader takes it from a page: the file of the build with what only the browser knows, the day and, where the
 * build was not told its host, the addresses in full. What comes out is, to the letter, what the formats would have written.
 */
import { midnight } from './annotation';
import type { CitationFormatId } from './citations';
import type { CslItem } from './csl';
import { cslDay } from './dates';
import { accessedLine } from './plain';
import { risDay } from './ris';

/** What the browser adds. */
export interface Taking {
	/** The day, YYYY-MM-DD. */
	day: string;
	/** What relative addresses begin with, such as https://example.org; '' where those of the build are whole. */
	host: string;
	/** The path of the site on its host: '' at the root. */
	base: string;
}

/** @param text a file of the kit, as the build wrote it */
export function takenBy(text: string, format: CitationFormatId, taking: Taking): string {
	return writers[format](text, taking);
}

const writers: Record<CitationFormatId, (text: string, taking: Taking) => string> = {
	txt: (text, taking) =>
		text
			.split('\n')
			// An address ends its line.
			.map((line) =>
				line.replace(/(?<= )\/\S*\b(?:reports|sites)\/[\w-]+$/, (address) => whole(address, taking))
			)
			.map((line, index) => (index === 0 ? line + accessedLine(taking.day) : line))
			.join('\n'),
	bib: (text, taking) =>
		text
			.replace(
				/^(\turl = \{)(\/[^}]*)/gm,
				(_, before: string, address: string) => before + whole(address, taking)
			)
			.replace(/^\turl = .*\n/m, (line) => `${line}\turldate = {${taking.day}},\n`),
	ris: (text, taking) =>
		text
			.replace(
				/^(UR {2}- )(\/[^\r]*)/gm,
				(_, before: string, address: string) => before + whole(address, taking)
			)
			.replace(/^UR .*\r\n/m, (line) => `${line}Y2  - ${risDay(taking.day)}\r\n`),
	json: (text, taking) => {
		const [record, ...articles] = JSON.parse(text) as [CslItem, ...CslItem[]];
		return written(addressed([{ ...record, accessed: cslDay(taking.day) }, ...articles], taking));
	},
	jsonld: (text, taking) => {
		const annotation = addressed(JSON.parse(text) as object, taking) as object;
		return written({ ...annotation, generated: midnight(taking.day) });
	}
};

const written = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;

/** An address of the site in full; any other text as it is. */
function whole(address: string, { host, base }: Taking): string {
	return host && address.startsWith(`${base}/`) ? host + address : address;
}

const addressKeys = new Set(['id', 'URL', 'schema:url']);

/** The same with its addresses in full, and with that of the site for who made it. */
function addressed(value: unknown, taking: Taking): unknown {
	if (Array.isArray(value)) return value.map((entry) => addressed(entry, taking));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => {
			if (typeof inner === 'string') return [key, addressKeys.has(key) ? whole(inner, taking) : inner];
			if (key === 'creator' && taking.host)
				return [key, { ...inner, homepage: `${taking.host}${taking.base}/` }];
			return [key, addressed(inner, taking)];
		})
	);
}
