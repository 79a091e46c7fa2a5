/**
 * Reads the made-up paragraphs of tests/fixtures/draft: text with marks such as [Hama|place SY 35.13,36.75], one inside
 * the other where need be. The README there says what is marked and how.
 */
import type { Span } from '../../../lib/draft/recognise/span';
import { claimKinds, type ClaimKind } from '../../../lib/geodata/vocabulary';

/** A name of a place. Coordinates in degrees, WGS 84, where they are certain. */
export interface MarkedPlace extends Span {
	/** ISO 3166-1 alpha-2. */
	country: string;
	latitude: number | null;
	longitude: number | null;
	isMetonym: boolean;
}

/** A paragraph with all that is marked in it. */
export interface Paragraph {
	id: string;
	region: string;
	language: 'en' | 'ar';
	/** EDTF of the day of publication. */
	published: string;
	/** Written after the rules and never tuned on. */
	isHeld: boolean;
	text: string;
	places: MarkedPlace[];
	/** The wider words around a name, with the relation and UCDP’s where_prec. */
	mentions: (Span & { relation: string; precision: number })[];
	/** `actor` is null for one that actors.json does not have. */
	actors: (Span & { actor: string | null })[];
	dates: (Span & { edtf: string })[];
	claims: (Span & { kinds: ClaimKind[] })[];
	sources: Span[];
}

const heading =
	/^# (?<id>(?<region>[a-z]+)-\d+) (?<language>en|ar) (?<published>\d{4}-\d\d-\d\d)(?<held> held)?$/;

/**
 * The paragraphs of a file.
 * @throws Error with the id of the paragraph where a heading or a mark is not of the format
 */
export function readParagraphs(file: string): Paragraph[] {
	return file
		.split(/\n(?=# )/)
		.filter((part) => part.trim() !== '')
		.map(readParagraph);
}

function readParagraph(part: string): Paragraph {
	const [first = '', ...lines] = part.trim().split('\n');
	const groups = heading.exec(first)?.groups;
	if (!groups) throw new Error(`“${first}” is no heading: # region-1 en 2024-03-05 [held]`);
	const paragraph: Paragraph = {
		id: groups.id!,
		region: groups.region!,
		language: groups.language as 'en' | 'ar',
		published: groups.published!,
		isHeld: groups.held !== undefined,
		text: '',
		places: [],
		mentions: [],
		actors: [],
		dates: [],
		claims: [],
		sources: []
	};
	const source = lines.join('\n').trim();
	const open: number[] = [];
	for (let at = 0; at < source.length; at++) {
		const letter = source[at]!;
		if (letter === '[') open.push(paragraph.text.length);
		else if (letter === ']')
			throw new Error(`${paragraph.id}: a mark has no label, before “${source.slice(at, at + 20)}”`);
		else if (letter === '|') {
			const start = open.pop();
			const end = source.indexOf(']', at);
			if (start === undefined || end < 0)
				throw new Error(`${paragraph.id}: “|” outside of a mark, before “${source.slice(at, at + 20)}”`);
			const span = { start, end: paragraph.text.length };
			for (const label of source.slice(at + 1, end).split(';')) addMark(paragraph, span, label.trim());
			at = end;
		} else paragraph.text += letter;
	}
	if (open.length > 0) throw new Error(`${paragraph.id}: a mark is not closed`);
	for (const marks of [
		paragraph.places,
		paragraph.mentions,
		paragraph.actors,
		paragraph.dates,
		paragraph.claims,
		paragraph.sources
	])
		marks.sort((a: Span, b: Span) => a.start - b.start);
	return paragraph;
}

function addMark(paragraph: Paragraph, span: Span, label: string): void {
	const [sort, ...values] = label.split(' ');
	const wrong = () => new Error(`${paragraph.id}: “${label}” is no label`);
	if (sort === 'place') {
		const [country = '', position] = values;
		const isPosition = /^-?\d+\.\d+,-?\d+\.\d+$/.test(position ?? '');
		if (!/^[A-Z]{2}$/.test(country) || (position && !isPosition && position !== 'metonym')) throw wrong();
		const [latitude, longitude] = isPosition ? position!.split(',').map(Number) : [];
		paragraph.places.push({
			...span,
			country,
			latitude: latitude ?? null,
			longitude: longitude ?? null,
			isMetonym: values.includes('metonym')
		});
	} else if (sort === 'around' && values.length === 2)
		paragraph.mentions.push({ ...span, relation: values[0]!, precision: Number(values[1]) });
	else if (sort === 'actor' && values.length === 1)
		paragraph.actors.push({ ...span, actor: values[0] === '?' ? null : values[0]! });
	else if (sort === 'date' && values.length === 1) paragraph.dates.push({ ...span, edtf: values[0]! });
	else if (sort === 'claim' && values.length === 1) {
		const kinds = values[0]!.split(',');
		if (!kinds.every((kind) => kind in claimKinds)) throw wrong();
		paragraph.claims.push({ ...span, kinds: kinds as ClaimKind[] });
	} else if (sort === 'says' && values.length === 0) paragraph.sources.push(span);
	else throw wrong();
}
