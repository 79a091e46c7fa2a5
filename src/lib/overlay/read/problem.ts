/**
 * What was wrong in a reader's file. A problem is a code with what it is about; the interface words it. Problems are
 * counted by kind, and only the first of each kind are kept, so that a million of them cost no more than five.
 */

export type ProblemKind =
	// The file as a whole.
	/** The text is not UTF-8 and says no encoding; `instead` is the one it was read as. */
	| 'encoding'
	/** Bytes that are no text in the encoding of the file; each was read as U+FFFD. */
	| 'bad-bytes'
	/** The file ends in the middle of something. */
	| 'truncated'
	/** A file in the archive that was not read, and can be chosen. */
	| 'other-file'
	/** A layer that is computed from others when it is asked for (a view), which is not done here; `found` is its name. */
	| 'other-layer'
	/** A file in an archive of which none could be read. */
	| 'no-data-file'
	/** A part of a Shapefile that is not there; `found` is its ending. */
	| 'missing-part'
	/** A KML network link: its data lies elsewhere and was not fetched. */
	| 'network-link'
	/** Pictures of a KML file, which are not shown. */
	| 'overlay'
	/** A relation of OpenStreetMap, which is not put together. */
	| 'relation'
	/** The file has more rows than are read. */
	| 'too-many-rows'
	// Rows and columns.
	/** A piece of the file that is no row: broken JSON or XML. */
	| 'unreadable-row'
	/** A value that is neither a feature nor a row. */
	| 'not-a-row'
	/** A list of rows that was not read, since another has places or is longer; `found` is its name and how many it has. */
	| 'other-list'
	/** A quotation mark that is never closed; its line was read with the mark as a character. */
	| 'unclosed-quote'
	/** A quotation mark in the middle of a quoted cell; it was read as a character. */
	| 'stray-quote'
	/** A line above the table, which is no row. */
	| 'title'
	/** A quotation mark that would have taken in the lines after it, which are rows; it was read as a character. */
	| 'forgotten-quote'
	/** A row whose quoted cells go over many lines; `instead` is how many. */
	| 'many-lines'
	| 'missing-cells'
	/** More cells than the header names; they were put into columns of their own. */
	| 'extra-cells'
	/** Two columns of one name; `instead` is the name that the later one got. */
	| 'repeated-name'
	/** More columns than are kept. */
	| 'too-many-columns'
	/** A column with values of several types; all were read as text. */
	| 'mixed-types'
	/** NaN or Infinity, which JSON has not; the value is empty. */
	| 'not-a-number'
	| 'repeated-id'
	// Places.
	/** Nothing says where the row is. */
	| 'no-place'
	/** The place was looked up by its name when the reader asked; `instead` is what was found. */
	| 'looked-up'
	/** The places of the data set, which an article of ours is about, could not be loaded. */
	| 'own-places-lost'
	| 'unreadable-place'
	| 'out-of-range'
	/** Letters say that what stands as the latitude is the longitude; the row was read by its letters. */
	| 'letters-differ'
	/** Two numbers in brackets, read in the order of GeoJSON; `instead` is `longitude-first`. */
	| 'order-by-brackets'
	/** Two numbers that lie in the region of the site in one order alone; `instead` is the order. */
	| 'order-by-region'
	/** A geometry that breaks the standard or has no position. */
	| 'bad-geometry'
	/** Longitude 0, latitude 0: placed, but often a missing value. */
	| 'null-island'
	/** A longitude beyond 180°, which was counted the other way round. */
	| 'wrapped'
	/** A track, a route or a line of one point; it is shown as a point. */
	| 'single-point'
	/** Metres of EPSG:3857, converted to degrees. */
	| 'web-mercator'
	/** Metres of a coordinate system that `instead` names, converted to degrees. */
	| 'converted'
	/** A coordinate system that is not read; `found` names it. */
	| 'other-projection'
	/** Metres of which nothing says what they are; the row is not placed. */
	| 'unknown-projection'
	/** The list of coordinate systems could not be loaded; no row is placed. */
	| 'systems-lost'
	// Dates.
	| 'unreadable-date'
	/** A column that is called a date, and of which hardly a cell can be read as one. */
	| 'unread-dates'
	/** A date that ends before it begins; its end is left out. */
	| 'end-before-start'
	/** Nothing in the column tells the day from the month; `instead` is how it was read. */
	| 'ambiguous-date'
	/** A date such as 12-03-16, whose year may be the first or the last of its numbers; `instead` is how it was read. */
	| 'short-year'
	/** A date from 1300 to 1500, whose year is more likely of the Islamic or the Iranian calendar; it was read as of ours. */
	| 'other-calendar'
	/** A date that can only be read in the other order than its column; it was read so. */
	| 'other-day-order';

export interface Example {
	/** The line in the file, or the number among its features; 1-based. */
	origin?: number;
	/** The name of the column. */
	column?: string;
	/** What stands in the file, cut to a length that can be shown. */
	found?: string;
	/** What was read instead. */
	instead?: string;
}

export interface Problem {
	kind: ProblemKind;
	count: number;
	/** The first few, in the order of the file. */
	examples: Example[];
}

const mostExamples = 5;
const longestFound = 120;

/** Counts problems by kind. */
export class Problems {
	private readonly byKind = new Map<ProblemKind, Problem>();

	add(kind: ProblemKind, example: Example = {}, count = 1): void {
		let problem = this.byKind.get(kind);
		if (!problem) this.byKind.set(kind, (problem = { kind, count: 0, examples: [] }));
		problem.count += count;
		if (problem.examples.length >= mostExamples) return;
		const found = example.found;
		problem.examples.push(found === undefined ? example : { ...example, found: short(found) });
	}

	/** Takes back what was told of rows of a file, by their origin: it does not hold any more. */
	withdraw(kind: ProblemKind, origins: ReadonlySet<number>): void {
		const problem = this.byKind.get(kind);
		if (!problem) return;
		problem.count -= origins.size;
		problem.examples = problem.examples.filter(({ origin }) => origin === undefined || !origins.has(origin));
		if (problem.count <= 0) this.byKind.delete(kind);
	}

	/** Forgets all problems and gives them back: they were those of something that is not read after all. */
	clear(): Problem[] {
		const list = this.list();
		this.byKind.clear();
		return list;
	}

	/** Adds problems that were noticed elsewhere. */
	addAll(others: readonly Problem[]): void {
		for (const { kind, count, examples } of others) {
			const [first = {}, ...more] = examples;
			this.add(kind, first, count - more.length);
			for (const example of more) this.add(kind, example);
		}
	}

	/** The problems, most frequent first. */
	list(): Problem[] {
		return [...this.byKind.values()].sort((a, b) => b.count - a.count);
	}
}

/** As much of texts, joined, as an example shows. */
export function beginningOf(texts: readonly string[], separator: string): string {
	return texts
		.slice(0, longestFound)
		.map((text) => text.slice(0, longestFound + 1))
		.join(separator);
}

function short(text: string): string {
	return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text;
}

/** Why a file is not read at all. */
export type RefusalReason =
	| 'empty'
	/** A picture; `detail` is its type, such as PNG. */
	| 'picture'
	| 'pdf'
	| 'web-page'
	/** JavaScript, which may have data in it and is not run. */
	| 'script'
	/** The log of a receiver of GPS, or of ships. */
	| 'nmea'
	/** A part of a Shapefile without the part that has its shapes; `detail` names the parts that are there. */
	| 'shapefile-part'
	/** Some other known type of file; `detail` names it. */
	| 'other-type'
	/** An archive of a kind that is not read; `detail` names it. */
	| 'other-archive'
	/** An archive with nothing in it that can be read. */
	| 'archive-without-data'
	/** Damaged compression, or an archive that asks for a password. */
	| 'damaged-archive'
	/** A file of a known format that is cut off or damaged, so that nothing of it can be read; `detail` names the format. */
	| 'damaged'
	/** A file of a known format that asks for a password. */
	| 'locked'
	/** `detail` is the limit in bytes. */
	| 'too-large'
	/** It takes far more work than files of its size do. The reader may allow more. */
	| 'too-much-work'
	/** Its shapes would have more points than can be drawn. `detail` is how many may be. */
	| 'too-many-points'
	/** It grows beyond every measure as it is unpacked. `detail` is the limit in bytes. */
	| 'unpacks-too-large'
	/** XML that declares a document type or entities. */
	| 'entities'
	/** Markup of a kind that is not read; `detail` is its root element. */
	| 'other-markup'
	/** JSON in which there are no features and no rows. */
	| 'json-without-rows'
	/** Neither text nor anything that is known. */
	| 'unknown'
	/** Nothing in it is a row. */
	| 'no-rows';

/** Ends the reading; `read` returns it, it is never thrown at a caller. */
export class Refusal {
	constructor(
		readonly reason: RefusalReason,
		readonly detail: string | null = null
	) {}
}
