/** What an author has to know of a text: codes with what they are about; the interface words them. */

/** Where the first ones stand, as UTF-16 offsets, and how many there are. */
interface Counted {
	count: number;
	at: readonly number[];
}

export type Warning =
	| { code: 'empty' }
	/** Beyond `limit` bytes of UTF-8. */
	| { code: 'too-long'; bytes: number; limit: number }
	/** More words than an article has; all of it still works by hand. */
	| { code: 'book'; words: number; limit: number }
	/** NULs or many controls: no text. */
	| ({ code: 'binary' } & Counted)
	/** `names` as in Unicode, each once. */
	| ({ code: HiddenCode; names: readonly string[] } & Counted)
	/** Letters that are written with a mark of their own where Unicode has one letter for both (NFC). */
	| ({ code: 'decomposed' } & Counted)
	/** Line ends other than LF. `at` are the first of those. */
	| ({ code: 'line-ends'; crlf: number; cr: number; lf: number } & Counted)
	| ({ code: 'no-break-spaces' | 'private-use' } & Counted)
	/** Letters of both directions; `count` are those of the rarer one, `at` where it begins. */
	| ({ code: 'mixed-direction'; mainly: 'ltr' | 'rtl' } & Counted)
	/** Nothing is found by itself in this language. */
	| { code: 'no-recogniser'; language: string }
	/** Bytes that are no text in the encoding of the file; each was read as U+FFFD. */
	| ({ code: 'bad-bytes' } & Counted)
	/** The encoding is a guess. */
	| { code: 'encoding-guessed'; encoding: string }
	/**
	 * The file is not the text in UTF-8, for its encoding or its byte order mark: the SHA-256 of the text, by which it is
	 * verified, is not that of the file.
	 */
	| { code: 'other-bytes'; encoding: string }
	/** No main text was found on the page, so that all of it is there. */
	| { code: 'no-main-text' };

/** Kinds of characters that nobody sees. */
export type HiddenCode =
	| 'bidi-controls'
	| 'zero-width'
	| 'soft-hyphens'
	| 'surrogates'
	| 'controls'
	| 'invisible';

/** Of how many places of a kind the offsets are given. */
export const mostPlaces = 100;
