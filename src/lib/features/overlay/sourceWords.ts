/** The sources of readers' files in words. */
import type { SourceId } from '$lib/overlay/sources/sources';
import { m } from '$lib/words';

const words: Record<SourceId, { what: () => string; cite: () => string }> = {
	'own-reports': { what: m.own_source_own_reports, cite: m.own_source_cite_own },
	'own-sites': { what: m.own_source_own_sites, cite: m.own_source_cite_own },
	'own-rows': { what: m.own_source_own_rows, cite: m.own_source_cite_any },
	acled: { what: m.own_source_acled, cite: m.own_source_cite_acled },
	'ucdp-ged': { what: m.own_source_ucdp, cite: m.own_source_cite_ucdp },
	gdelt: { what: m.own_source_gdelt, cite: m.own_source_cite_gdelt },
	firms: { what: m.own_source_firms, cite: m.own_source_cite_firms },
	sentinel: { what: m.own_source_sentinel, cite: m.own_source_cite_sentinel },
	kobo: { what: m.own_source_kobo, cite: m.own_source_cite_kobo },
	umap: { what: m.own_source_umap, cite: m.own_source_cite_map },
	geoconfirmed: { what: m.own_source_geoconfirmed, cite: m.own_source_cite_map },
	'google-my-maps': { what: m.own_source_my_maps, cite: m.own_source_cite_map },
	'google-earth': { what: m.own_source_earth, cite: m.own_source_cite_map },
	hxl: { what: m.own_source_hxl, cite: m.own_source_cite_hxl }
};

/** “an ACLED export”. A file that was kept by another version may be of a source that this one does not know. */
export const sourceText = (id: SourceId): string | null =>
	Object.hasOwn(words, id) ? words[id].what() : null;

/** Who is to be cited. */
export const citeText = (id: SourceId | null): string =>
	id !== null && Object.hasOwn(words, id) ? words[id].cite() : m.own_source_cite_any();
