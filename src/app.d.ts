import type { ActorView } from '$lib/geodata/views';
import type { Locale } from '$lib/words/locale';
import type { ReportSummary, SiteSummary } from '$lib/geodata/summaries';

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
			/** The pages of the map have these. */
			sites?: SiteSummary[];
			reports?: ReportSummary[];
			/** The site that a step of a tour is about, or null. */
			focus?: string | null;
		}
	}
}

export {};
