/** What a correction changes, in the language of the page. */
import { list, m, number } from '$lib/words';
import { evidenceLabels } from '$lib/words/evidence';
import { claimKindName } from '$lib/words/kinds';
import type { Difference, DifferentField } from '../../draft/differences';
import type { DraftArticle } from '../../draft/article';
import type { Role } from '../../geodata/vocabulary';
import type { DeskRecords } from './records';
import { actorName, placeName } from './words';

const fields: Record<DifferentField, () => string> = {
	title: m.desk_head_title,
	publisher: m.desk_head_publisher,
	author: m.desk_head_author,
	published: m.desk_head_published,
	url: m.desk_head_url,
	language: m.desk_head_language,
	chain: m.desk_field_chain,
	standing: m.desk_field_standing,
	rights: m.desk_field_rights,
	text: m.desk_text,
	passages: m.desk_field_passages,
	place: m.desk_field_place,
	wording: m.desk_field_wording,
	summary: m.desk_summary,
	claim: m.desk_field_claim,
	actors: m.desk_who,
	when: m.desk_field_when,
	quotes: m.desk_field_quotes,
	attribution: m.desk_field_attribution,
	caveats: m.desk_field_caveats,
	review: m.review_reviewed,
	other: m.desk_field_other
};

const whole: Record<Exclude<Difference['what'], 'changed'>, () => string> = {
	added: m.desk_difference_added,
	gone: m.desk_difference_gone,
	withdrawn: m.desk_difference_withdrawn,
	restored: m.desk_difference_restored
};

/** What has changed: a field by its name, or what became of a report. */
export const differenceName = ({ what, field }: Difference): string =>
	what === 'changed' ? fields[field ?? 'other']() : whole[what]();

/** A value of a field in words; null where it has none that say more than that it changed. */
export function differenceValue(
	field: DifferentField | null,
	value: unknown,
	article: DraftArticle,
	records: DeskRecords
): string | null {
	const nothing = m.desk_difference_none();
	if (value === undefined || value === null || value === '') return nothing;
	switch (field) {
		case 'place':
			return placeName(value as string, article, records);
		case 'claim':
			return claimKindName(value as string);
		case 'actors':
			return list(
				(value as { actor: string; role: Role }[]).map(
					({ actor, role }) => `${actorName(actor, article, records)} (${evidenceLabels().roles[role]})`
				)
			);
		case 'when':
		case 'published':
			return (value as { edtf: string }).edtf || nothing;
		case 'publisher':
		case 'author':
		case 'review':
			return (value as { name: string | null }).name ?? nothing;
		case 'standing':
			return (value as { note: string }).note;
		case 'text':
			return m.desk_difference_characters({ n: number((value as { length: number }).length) });
		case 'chain':
			return (
				list(
					(value as string[]).map((id) => records.sources.find((source) => source.id === id)?.name ?? id)
				) || nothing
			);
		case 'caveats':
			return list((value as { note: string }[]).map(({ note }) => note)) || nothing;
		case 'wording':
			return list(value as string[]) || nothing;
		default:
			return typeof value === 'string' ? value : null;
	}
}
