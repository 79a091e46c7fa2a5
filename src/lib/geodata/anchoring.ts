/**
 * Where the words of an article stand in its full text, and all values that follow from that: offsets, what stands
 * around a quote, length and SHA-256. The article may be half written, with nothing but the words. The words are looked
 * for as they are, then but for their typography; a person chooses where they stand more than once. Pure.
 * https://www.w3.org/TR/annotation-model/#selectors
 */
import { articleSchema } from './schema';
import { contextOf, firstDifference, isWhole, positionsOf, spanAt } from './fullText';
import type { Span } from './fullText';
import { checkEach } from './quotes';
import { at, quoted } from './validate/problem';

/** The full text of an article. */
export interface FullText {
	content: string;
	/** Of its bytes. */
	sha256: string;
}

/** Something in which the article and the text differ, where in the article, and what to do. */
export interface Difference {
	at: string;
	message: string;
	fix: string;
}

export interface Anchored {
	/** A copy of the article with every value that follows from the text, its keys in the order of the schema. */
	article: Fields;
	/** What differs in the copy from the article. */
	mended: Difference[];
	/** What only a person can decide. The article agrees with the text where both lists are empty. */
	open: Difference[];
}

type Fields = Record<string, unknown>;

const order = {
	article: Object.keys(articleSchema.shape),
	text: Object.keys(articleSchema.shape.text.shape),
	passage: Object.keys(articleSchema.shape.passages.element.shape),
	mention: Object.keys(articleSchema.shape.passages.element.shape.mentions.element.shape),
	quote: Object.keys(articleSchema.shape.reports.element.shape.quotes.element.shape)
};

/** Compares an article, as it was read from JSON, with its full text. Never throws. */
export function anchor(article: Fields, text: FullText): Anchored {
	return new Anchoring(text).article(article);
}

class Anchoring {
	readonly #text: string;
	readonly #sha256: string;
	readonly #mended: Difference[] = [];
	readonly #open: Difference[] = [];
	/** Where the passages stand, by their ids; null where that is not known. */
	readonly #passages = new Map<string, Span | null>();

	constructor({ content, sha256 }: FullText) {
		this.#text = content;
		this.#sha256 = sha256;
	}

	article(article: Fields): Anchored {
		if (article.reports !== undefined && !Array.isArray(article.reports))
			this.#open.push({ at: 'reports', message: 'is no list', fix: 'make it a list' });
		const passages = this.#placePassages(article);
		if (passages.length === 0)
			this.#open.push({ at: 'passages', message: 'is empty', fix: 'add the sentences that you quote from' });
		const inOrder = sorted(order.article, {
			...article,
			text: this.#head(fields(article.text)),
			...this.#caveats(article, 'caveats'),
			passages,
			...(Array.isArray(article.reports) && {
				reports: article.reports.map((report, index) => this.#report(report, `reports[${index}]`))
			})
		});
		return { article: inOrder, mended: this.#mended, open: this.#open };
	}

	#head(head: Fields): Fields {
		const place = (key: string) => at('text', key);
		const { length } = this.#text;
		if (head.length !== length) {
			const message = `${is(head.length)}, the text has ${length} UTF-16 units`;
			this.#mended.push({ at: place('length'), message, fix: `set it to ${length}` });
		}
		if (head.sha256 !== this.#sha256) {
			const message = `${is(head.sha256)}, that of the text is ${this.#sha256}`;
			this.#mended.push({ at: place('sha256'), message, fix: 'set it to that' });
		}
		return sorted(order.text, { ...head, sha256: this.#sha256, length });
	}

	/** First those that can stand at one place only: the others lie between them. */
	#placePassages(article: Fields): unknown[] {
		const ids = list(article.passages).map((value) => fields(value).id);
		const passages = list(article.passages).map((value, index) => {
			const [passage, place] = [this.#named(value, index, ids), `passages[${index}]`];
			const words = this.#wordsOf(passage.text, at(place, 'text'));
			const stands = words === null ? [] : positionsOf(words, this.#text);
			const start = startOf(passage, stands) ?? (stands.length === 1 ? stands[0] : undefined);
			const span = start === undefined ? null : spanAt(start, words!);
			return { value, passage, place, words, stands, span };
		});
		for (const [index, entry] of passages.entries()) {
			const { words, passage, place, stands } = entry;
			if (words === null || entry.span) continue;
			const before = passages.slice(0, index).findLast(({ span }) => span)?.span?.end ?? 0;
			const after = passages.slice(index).find(({ span }) => span)?.span?.start ?? this.#text.length;
			const between = stands.filter((start) => start >= before && start + words.length <= after);
			const inContext = between.filter((start) => this.#hasContext(article, passage, words, start));
			const [start, another] = inContext.length > 0 ? inContext : between;
			if (start !== undefined && another === undefined) entry.span = spanAt(start, words);
			else this.#ask(stands, words, place);
		}
		return passages.map(({ value, passage, place, words, span }) => {
			if (typeof passage.id === 'string') this.#passages.set(passage.id, span);
			if (words === null || !span) return isFields(value) ? passage : value;
			this.#tellSpan(passage, span, place);
			const mentions = this.#mentions(list(passage.mentions), span, place);
			return sorted(order.passage, { ...passage, ...span, text: words, mentions });
		});
	}

	/** A passage without an id is called by its number. */
	#named(value: unknown, index: number, ids: unknown[]): Fields {
		const [passage, id] = [fields(value), `p${index + 1}`];
		if (!isFields(value) || passage.id !== undefined || ids.includes(id)) return passage;
		this.#mended.push({ at: `passages[${index}].id`, message: 'is missing', fix: `set it to ${quoted(id)}` });
		return { ...passage, id };
	}

	/** Whether what the quotes of a passage have around them stands there, where the passage begins at an offset. */
	#hasContext(article: Fields, { id }: Fields, words: string, start: number): boolean {
		const quotes = list(article.reports).flatMap((report) => list(fields(report).quotes).map(fields));
		return quotes.some(({ passage, exact, ...context }) => {
			const index = typeof exact === 'string' && passage === id ? words.indexOf(exact) : -1;
			return index !== -1 && this.#isBetween(context, spanAt(start + index, String(exact)));
		});
	}

	#mentions(mentions: unknown[], passage: Span, outer: string): unknown[] {
		const taken: Span[] = [];
		const isFree = (start: number, words: string) =>
			taken.every((span) => start >= span.end || start + words.length <= span.start);
		const placed = mentions.map((value, index) => {
			const mention = fields(value);
			const place = at(outer, `mentions[${index}]`);
			const words = this.#wordsOf(mention.exact, at(place, 'exact'), passage);
			const stands = words === null ? [] : positionsOf(words, this.#text, passage);
			const start = startOf(mention, stands);
			const span = start === undefined ? null : spanAt(start, words!);
			if (span) taken.push(span);
			return { value, mention, place, words, stands, span };
		});
		return placed.map((entry) => {
			const { value, mention, place, words, stands } = entry;
			if (words === null) return value;
			if (!entry.span) {
				const free = stands.filter((start) => isFree(start, words));
				const whole = free.filter((start) => isWhole(this.#text, spanAt(start, words)));
				const choice = whole.length > 0 ? whole : free;
				// As many as are named: they come in the order of the text.
				const alike = placed.filter((other) => other.words === words && !other.span).length;
				if (choice.length > 0 && choice.length <= alike) {
					entry.span = spanAt(choice[0]!, words);
					taken.push(entry.span);
				} else {
					this.#ask(choice, words, place);
					return mention;
				}
			}
			this.#tellSpan(mention, entry.span, place);
			return sorted(order.mention, { ...mention, exact: words, ...entry.span });
		});
	}

	#report(report: unknown, place: string): unknown {
		const quotes = list(fields(report).quotes);
		if (!isFields(report) || quotes.length === 0) {
			this.#open.push({ at: place, message: 'has no quotes', fix: 'add the words that it rests on' });
			return report;
		}
		return {
			...report,
			quotes: this.#quotes(quotes, at(place, 'quotes')),
			...this.#caveats(report, at(place, 'caveats'))
		};
	}

	/** The caveats of an article or a report, where it has any. */
	#caveats({ caveats }: Fields, place: string): { caveats?: unknown } {
		if (caveats === undefined) return {};
		if (!Array.isArray(caveats)) {
			this.#open.push({ at: place, message: 'is no list', fix: 'make it a list' });
			return { caveats };
		}
		return {
			caveats: caveats.map((caveat: unknown, index) => {
				const { quotes } = fields(caveat);
				if (isFields(caveat) && quotes === undefined) return caveat;
				const outer = `${place}[${index}]`;
				if (isFields(caveat) && Array.isArray(quotes))
					return { ...caveat, quotes: this.#quotes(quotes, at(outer, 'quotes')) };
				this.#open.push({
					at: outer,
					message: 'is no caveat',
					fix: 'give it a kind and a note, and quotes as a list'
				});
				return caveat;
			})
		};
	}

	#quotes(quotes: unknown[], outer: string): unknown[] {
		return quotes.map((value, index) => {
			const quote = this.#quote(fields(value), `${outer}[${index}]`);
			return isFields(value) ? quote : value;
		});
	}

	#quote(quote: Fields, place: string): Fields {
		const named = this.#passages.get(String(quote.passage));
		// What is the matter with its passage is said there.
		if (named === null) return quote;
		const words = this.#wordsOf(quote.exact, at(place, 'exact'), named);
		if (words === null) return quote;
		const [home, passage] = this.#passageOf(quote, words);
		if (!passage) {
			const message = `${quoted(words)} is in none of the passages, or in several`;
			this.#open.push({
				at: at(place, 'exact'),
				message,
				fix: 'add the passage that it stands in, or name it'
			});
			return quote;
		}
		if (home !== quote.passage) {
			const message = `${is(quote.passage)}, the words stand in ${quoted(home)}`;
			this.#mended.push({ at: at(place, 'passage'), message, fix: `set it to ${quoted(home)}` });
		}
		const stands = positionsOf(words, this.#text, passage);
		const inContext = stands.filter((start) => this.#isBetween(quote, spanAt(start, words)));
		const only = stands.length === 1 ? stands[0] : inContext.length === 1 ? inContext[0] : undefined;
		const start = startOf(quote, stands) ?? only;
		if (start === undefined) {
			this.#ask(stands, words, place);
			return quote;
		}
		const span = spanAt(start, words);
		this.#tellSpan(quote, span, place);
		const context = this.#context(quote, span, place);
		return sorted(order.quote, { ...quote, passage: home, exact: words, ...context, ...span });
	}

	/** The passage that a quote names where it has the words, else the only one that does. */
	#passageOf({ passage }: Fields, words: string): [id: string, span: Span | null] {
		const found = [...this.#passages].filter(
			([, span]) => span && positionsOf(words, this.#text, span).length > 0
		);
		const named = found.find(([id]) => id === passage);
		return named ?? (found.length === 1 ? found[0]! : ['', null]);
	}

	/** What stands around a quote: as the record has it where that is right, and else as much as it may have. */
	#context(quote: Fields, span: Span, place: string): { prefix: string; suffix: string } {
		const around = contextOf(this.#text, span);
		const text = { prefix: this.#text.slice(0, span.start), suffix: this.#text.slice(span.end) };
		for (const side of ['prefix', 'suffix'] as const) {
			const own = quote[side];
			const isPrefix = side === 'prefix';
			if (typeof own === 'string' && (own !== '' || around[side] === '')) {
				if (isPrefix ? around.prefix.endsWith(own) : around.suffix.startsWith(own)) {
					around[side] = own;
					continue;
				}
			}
			const message =
				typeof own === 'string' && own !== ''
					? firstDifference(own, isPrefix ? text.prefix.slice(-own.length) : text.suffix.slice(0, own.length))
					: 'is missing';
			this.#mended.push({ at: at(place, side), message, fix: `set it to ${JSON.stringify(around[side])}` });
		}
		return around;
	}

	/** Whether what a record has around its words, where it has anything, stands around these. */
	#isBetween({ prefix, suffix }: Fields, { start, end }: Span): boolean {
		const [before, after] = [prefix, suffix].map((side) => (typeof side === 'string' ? side : ''));
		if (before === '' && after === '') return false;
		return this.#text.slice(0, start).endsWith(before!) && this.#text.startsWith(after!, end);
	}

	/**
	 * Words as the text has them, or null where it has them nowhere. Where only spaces, quotation marks or dashes differ,
	 * the words are those of the text: a quote is verbatim.
	 */
	#wordsOf(value: unknown, place: string, within = spanAt(0, this.#text)): string | null {
		if (typeof value !== 'string' || value.trim() === '') {
			this.#open.push({ at: place, message: 'is empty', fix: 'copy the words from the text' });
			return null;
		}
		if (this.#text.includes(value)) return value;
		const text = this.#text.slice(within.start, within.end);
		const [found] = checkEach(text, [{ exact: value, prefix: '', suffix: '', start: 0 }]);
		if (!found || !('start' in found)) {
			const message = `${quoted(value)} is not in the text`;
			this.#open.push({ at: place, message, fix: 'copy the words from the text' });
			return null;
		}
		const words = text.slice(found.start, found.end);
		const difference = { at: place, message: firstDifference(value, words) };
		if (found.kind === 'typography') {
			this.#mended.push({ ...difference, fix: 'take the words of the text' });
			return words;
		}
		this.#open.push({ ...difference, fix: `copy the words from the text: ${quoted(words)}` });
		return null;
	}

	#tellSpan({ start, end }: Fields, right: Span, place: string): void {
		if (start === right.start && end === right.end) return;
		const isThere = typeof start === 'number' && typeof end === 'number' && end > 0;
		const message = `stands at ${right.start}–${right.end}${isThere ? `, not at ${start}–${end}` : ''}`;
		this.#mended.push({ at: place, message, fix: `set start to ${right.start} and end to ${right.end}` });
	}

	/** Lists where words stand, each with what is around it. */
	#ask(stands: number[], words: string, place: string): void {
		if (stands.length === 0) {
			const message = `${quoted(words)} is not where it has to be, or stands there once for two`;
			this.#open.push({ at: place, message, fix: 'correct the words, or remove the entry' });
			return;
		}
		const places = stands.slice(0, 9).map((start) => {
			const { prefix, suffix } = contextOf(this.#text, spanAt(start, words));
			return `${start} (${JSON.stringify(`${prefix.slice(-16)}…${suffix.slice(0, 16)}`)})`;
		});
		const message = `${quoted(words)} stands ${stands.length} times: at ${places.join(', ')}`;
		this.#open.push({ at: place, message, fix: 'give the start of the one that is meant' });
	}
}

/** The recorded start, where it is one of those at which the words stand. */
function startOf({ start }: Fields, stands: number[]): number | undefined {
	return stands.find((stand) => stand === start);
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object as it is, anything else as one with nothing in it. */
function fields(value: unknown): Fields {
	return isFields(value) ? value : {};
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The keys of the schema in its order, then what it does not know. */
function sorted(keys: string[], value: Fields): Fields {
	const known = keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]);
	return { ...Object.fromEntries(known), ...value };
}

function is(value: unknown): string {
	if (value === undefined || value === '') return 'is missing';
	return `is ${typeof value === 'string' ? quoted(value, 64) : String(JSON.stringify(value)).slice(0, 40)}`;
}
