/** What a rule for dates is given, and what it gives back. */
import type { Anchor, DateValue, Moment } from './value';

/** What some words say of one point in time, before it is put beside the day of publication. */
export interface Point extends Moment {
	/** 0 is Sunday. */
	weekday?: number;
	/** Days from publication: yesterday is -1. */
	offset?: number;
	/** Years before that of publication, where the words say so: “last year” is 1. */
	yearsBack?: number | undefined;
	/** EDTF of a decade: 199X. */
	decade?: string;
	/** Day and month may be the other way round. */
	swapped?: boolean;
}

/** The words that a rule matched. */
export interface Matched {
	words: string;
	/** The groups of its pattern. */
	groups: readonly (string | undefined)[];
	/** The characters before and after it, some twenty. */
	before: string;
	after: string;
}

/** What a rule may ask for. */
export interface Reading {
	anchor: Anchor | null;
	/** One point. @param isInferred whether its year is not in the text */
	point: (words: string, isInferred?: boolean) => DateValue | null;
	span: (from: string, to: string) => DateValue | null;
	since: (words: string) => DateValue | null;
	/** “By” may be of a day to come: the nearer one. */
	by: (words: string) => DateValue | null;
	until: (words: string) => DateValue | null;
	/** Days after the date that the text named last. */
	shift: (days: number) => DateValue | null;
}

export interface DateRule {
	/** With the flags g and u. */
	pattern: RegExp;
	/** Null where the words are no date after all. */
	read: (matched: Matched, reading: Reading) => DateValue | null;
}
