/**
 * Lists of annotations on a text, in and out: W3C Web Annotation (https://www.w3.org/TR/annotation-model/: an annotation,
 * a page, a collection, or an array of them), what Hypothesis' API exports (`rows`), and both shapes of Recogito.
 */

/** Words of a text that somebody marked. */
export interface AnnotatedQuote {
	/** Null where only a position was recorded. */
	exact: string | null;
	/** What stood before and after, or nothing. */
	prefix: string;
	suffix: string;
	/** Where it stood; null where it was not recorded. Programs count differently, so that it is a hint. */
	start: number | null;
	end: number | null;
	/** What was said of it, and its tags. */
	comment: string;
	tags: string[];
	/** Whose annotation it is, and of which page, where that is said. */
	id?: string;
	source?: string;
	creator?: string;
	created?: string;
}

/** `place` is that in the list, from 0. */
export interface SkippedAnnotation {
	place: number;
	why:
		/** About the whole page, or an answer to another one. */
		| 'no-words'
		/** Of a picture, a video or a place in the markup. */
		| 'other-selector'
		| 'not-an-annotation';
}

export interface AnnotationList {
	quotes: AnnotatedQuote[];
	skipped: SkippedAnnotation[];
}

type Json = Record<string, unknown>;

/** In levels of collections and pages. */
const deepest = 5;

/** The quotes in a list of annotations; null where the document is no such list. */
export function readAnnotations(document: unknown): AnnotationList | null {
	const items = itemsOf(document, 0);
	if (items === null) return null;
	const list: AnnotationList = { quotes: [], skipped: [] };
	for (const [place, item] of items.entries()) {
		const read = isObject(item) ? quotesOf(item) : 'not-an-annotation';
		if (typeof read === 'string') list.skipped.push({ place, why: read });
		else list.quotes.push(...read);
	}
	return list;
}

/**
 * The quotes as a W3C AnnotationPage, as `readAnnotations` and other programs read it.
 * @param source the address of the article, for quotes that name none
 */
export function toAnnotations(quotes: readonly AnnotatedQuote[], source?: string): Json {
	return {
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		type: 'AnnotationPage',
		items: quotes.map((quote, index) => ({
			id: quote.id ?? `#quote-${index + 1}`,
			type: 'Annotation',
			...(quote.creator !== undefined && { creator: quote.creator }),
			...(quote.created !== undefined && { created: quote.created }),
			body: [
				...(quote.comment ? [textualBody('commenting', quote.comment)] : []),
				...quote.tags.map((tag) => textualBody('tagging', tag))
			],
			target: {
				type: 'SpecificResource',
				...((quote.source ?? source) !== undefined && { source: quote.source ?? source }),
				selector: selectorsOf(quote)
			}
		}))
	};
}

const textualBody = (purpose: string, value: string) => ({
	type: 'TextualBody',
	purpose,
	value,
	format: 'text/plain'
});

function selectorsOf({ exact, prefix, suffix, start, end }: AnnotatedQuote): Json[] {
	return [
		...(exact === null
			? []
			: [{ type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) }]),
		...(start === null || end === null ? [] : [{ type: 'TextPositionSelector', start, end }])
	];
}

function itemsOf(value: unknown, depth: number): unknown[] | null {
	if (depth > deepest) return null;
	if (Array.isArray(value)) {
		const lists = value.map((entry) =>
			isObject(entry) && !isAnnotation(entry) ? itemsOf(entry, depth + 1) : null
		);
		const isList = value.some(
			(entry, index) => lists[index] !== null || (isObject(entry) && isAnnotation(entry))
		);
		return isList || value.length === 0 ? value.flatMap((entry, index) => lists[index] ?? [entry]) : null;
	}
	if (!isObject(value)) return null;
	if (isAnnotation(value)) return [value];
	// A collection has its first page in it, and further ones elsewhere or one in another.
	for (const key of ['items', 'rows', 'annotations', 'first']) {
		const inner = value[key];
		if (inner === undefined || typeof inner === 'string') continue;
		const items = itemsOf(inner, depth + 1);
		if (items === null) continue;
		const next = isObject(value['next']) ? itemsOf(value['next'], depth + 1) : null;
		return [...items, ...(next ?? [])];
	}
	return null;
}

const isAnnotation = (value: Json) => 'target' in value && !('items' in value);

function quotesOf(annotation: Json): AnnotatedQuote[] | SkippedAnnotation['why'] {
	const said = saidOf(annotation);
	const targets = list(annotation['target']).filter(isObject);
	const selectors = targets.map((target) => list(target['selector']).filter(isObject).flatMap(refined));
	const quotes = targets.flatMap((target, index): AnnotatedQuote[] => {
		// Recogito's own form has a selector for each run of words, all in one.
		const own = selectors[index]!.filter((selector) => typeof selector['quote'] === 'string');
		const source =
			text(target['source']) ?? (isObject(target['source']) ? text(target['source']['id']) : undefined);
		const base = { ...said, ...((source ?? said.source) !== undefined && { source: source ?? said.source }) };
		if (own.length > 0)
			return own.map((selector) => ({
				...base,
				exact: text(selector['quote'])!,
				prefix: '',
				suffix: '',
				...positionOf(selector)
			}));
		const quote = selectors[index]!.find(
			({ type, exact }) => type === 'TextQuoteSelector' && typeof exact === 'string'
		);
		const position = selectors[index]!.find(({ type }) => type === 'TextPositionSelector');
		const place = positionOf(position ?? {});
		if (!quote && place.start === null) return [];
		return [
			{
				...base,
				exact: quote ? String(quote['exact']) : null,
				prefix: text(quote?.['prefix']) ?? '',
				suffix: text(quote?.['suffix']) ?? '',
				...place
			}
		];
	});
	if (quotes.length > 0) return quotes;
	return selectors.flat().length > 0 ? 'other-selector' : 'no-words';
}

/** A selector and those that make it narrower. */
function refined(selector: Json): Json[] {
	const found = [selector];
	for (let inner = selector['refinedBy']; isObject(inner) && found.length < 10; inner = inner['refinedBy'])
		found.push(inner);
	return found;
}

function positionOf({ start, end }: Json): { start: number | null; end: number | null } {
	const isPosition = isOffset(start) && isOffset(end) && start <= end;
	return isPosition ? { start, end } : { start: null, end: null };
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** The comment, the tags and where an annotation comes from. */
function saidOf(
	annotation: Json
): Pick<AnnotatedQuote, 'comment' | 'tags' | 'id' | 'source' | 'creator' | 'created'> {
	const bodies = [...list(annotation['body']), ...list(annotation['bodies'])];
	// Hypothesis has the comment and the tags beside each other.
	const comments = [text(annotation['text'])];
	const tags = list(annotation['tags']).map(text);
	for (const body of bodies) {
		const value = isObject(body) ? text(body['value']) : text(body);
		const purposes = isObject(body) ? list(body['purpose'] ?? annotation['motivation']) : [];
		if (purposes.some((purpose) => /^(?:tagging|classifying|identifying)$/.test(String(purpose))))
			tags.push(value);
		else comments.push(value);
	}
	const isText = (value: string | undefined): value is string => value !== undefined;
	const creator = annotation['creator'] ?? annotation['user'];
	const optional = {
		id: text(annotation['id']),
		source: text(annotation['uri']),
		creator:
			text(creator) ?? (isObject(creator) ? (text(creator['name']) ?? text(creator['id'])) : undefined),
		created: text(annotation['created'])
	};
	return {
		comment: comments.filter(isText).join('\n'),
		tags: tags.filter(isText),
		...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
	};
}

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined ? [] : [value];
const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;
