/** An article as it comes in: its text to the letter, what was left out of it, what it says of itself, what is odd. */
import type { Encoding } from '../../base/encoding';
import type { Warning } from './warnings';

/** What the text was made from. */
export type InputKind = 'pasted' | 'text' | 'markdown' | 'page' | 'saved-page' | 'document';

export type ArticleSource =
	| { kind: 'pasted'; text: string }
	| {
			kind: 'file';
			file: Blob;
			name: string;
			/** Where it was fetched from. */
			address?: string;
			/** What the author says that the encoding is; else it is told by the bytes. */
			encoding?: Encoding;
	  };

/** Makes a document of markup that is only read: it runs nothing and fetches nothing. */
export type ParseHtml = (html: string) => Document;

/** A document of Word as markup of its body and of its properties, or why it can't be read. */
export type OpenDocx = (
	bytes: Uint8Array
) => Promise<{ html: string; properties: string } | { fault: InputFaultCode }>;

/** Words that are part of `full` and not of `text`, as UTF-16 offsets into `full`. */
export interface Omission {
	start: number;
	end: number;
	reason: OmissionReason;
}

export type OmissionReason =
	| 'menu'
	| 'related'
	| 'share'
	| 'cookies'
	| 'newsletter'
	| 'advertisement'
	| 'comments'
	| 'copyright'
	| 'footer'
	| 'form'
	| 'caption'
	/** The headline, which the head of the article has. */
	| 'title'
	| 'byline'
	/** What a browser would not show. */
	| 'hidden'
	/** No part of the main text by the measure of the reader library. */
	| 'other';

/** Where a value of the head was read. The name is that of the standard or of the element: `datePublished`, `time`. */
export interface Origin {
	in: 'json-ld' | 'meta' | 'element' | 'address' | 'text';
	name: string;
}

export interface HeadValue {
	value: string;
	origin: Origin;
}

/** What an article says of itself. Of each property the values that were found, the one to trust most first. */
export interface ArticleHead {
	title: HeadValue[];
	publisher: HeadValue[];
	author: HeadValue[];
	/** EDTF: a day, or a month or a year where no more is said. The day is that of the time zone it is written in. */
	published: HeadValue[];
	/** BCP 47. Guessed from the words where nothing says it; `und` where they don't tell. Never empty. */
	language: HeadValue[];
	/** http or https. */
	address: HeadValue[];
	/** What a news agency puts before its first sentence; offsets are those of `text`. */
	dateline: Dateline | null;
}

export interface Dateline {
	start: number;
	end: number;
	place: string;
	/** The words about the day, often without a year; or null. */
	date: string | null;
	agency: string | null;
}

export interface ArticleInput {
	kind: InputKind;
	/** What offsets and the SHA-256 refer to: `full` without what is omitted, and nothing normalised. */
	text: string;
	full: string;
	/** In order, none over another. `withoutOmissions` makes `text` of them, or another text where some are undone. */
	omitted: Omission[];
	head: ArticleHead;
	warnings: Warning[];
	/** How a file was read. */
	encoding?: Encoding;
}

export type InputFaultCode =
	| 'empty'
	/** `limit` in bytes. */
	| 'too-large'
	| 'binary'
	| 'pdf'
	| 'picture'
	/** A file of Word from before 2007, RTF or OpenDocument, or another archive: to be saved as .docx or as text. */
	| 'other-document'
	/** A .docx or a saved page that can't be opened. */
	| 'damaged';

/** Why nothing was read at all. */
export class InputFault extends Error {
	constructor(
		readonly code: InputFaultCode,
		readonly limit?: number
	) {
		super(code);
	}
}

/** A text without what was omitted. @param omitted in order, none over another */
export function withoutOmissions(full: string, omitted: readonly Omission[]): string {
	let text = '';
	let end = 0;
	for (const omission of omitted) {
		text += full.slice(end, omission.start);
		end = omission.end;
	}
	return text + full.slice(end);
}
