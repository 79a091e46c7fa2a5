import type { ActorView } from '$lib/geodata/views';
import type { Locale } from '$lib/words/locale';
import type { SiteSummary } from '$lib/geodata/summaries';
import type { PackedViews } from '$lib/export/visible';
import type { Marks, Shapes } from '$lib/map/data';
import type { Facets } from '$lib/view/facets';
import type { ListedReport } from '$lib/view/listing';
import type { MeasuredPlace } from '$lib/view/measuring.svelte';
import type { SearchDocument } from '$lib/view/search';

declare global {
	namespace App {
		interface Locals {
			/** The language that the page is written in. */
			locale: Locale;
			/** Writes the still picture of the map, where a page has one. */
			still?: () => string;
		}

		/** What parts of the frame read of whichever page is open. */
		interface PageData {
			actors: ActorView[];
			/** Hashes of the sentences of the records that are not in the language of the page. */
			lacking?: string[];
			/** Every page has these but that of an error. */
			facets?: Facets;
			/** Addresses that the data set gives, where it gives any. */
			links?: { name: string; url: string }[];
			/** The pages of the map have these, as far as they carry them (`lib/server/carried.ts`). */
			sites?: SiteSummary[];
			reports?: ListedReport[];
			/** How many there are, where a page does not carry them all. */
			total?: { sites: number; articles: number };
			/** The site that a step of a tour is about, or null. */
			focus?: string | null;
			/** What stands instead of the files of the site where a draft of this browser is laid over its records. */
			laid?: {
				/** Of the draft, as the desk keeps it. */
				draft: string;
				/** Ids of its article and of the reports of that, which have no pages. */
				ids: ReadonlySet<string>;
				marks: Marks;
				shapes: Shapes;
				places: MeasuredPlace[];
				documents: SearchDocument[];
				views: PackedViews;
			};
		}
	}
}

export {};
