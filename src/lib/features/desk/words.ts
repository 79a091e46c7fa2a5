/** What the desk calls things, in the language of the page. */
import { anyName } from '../../draft/names';
import { intlTag, m, named } from '$lib/words';
import type {
	Decision,
	DraftArticle,
	DraftReport,
	Inference,
	PlaceCandidate,
	Reason
} from '../../draft/article';
import type { Finer } from '../../draft/fineness';
import type { Tool } from '../../draft/sketch';
import type { ToDo, ToDoCode } from '../../draft/toDo';
import type { RecordFault } from '../../draft/record';
import { refusedName } from './outWords';
import type { DeskRecords } from './records';

/** The name of a place of the draft or the data set. */
export function placeName(id: string | null, article: DraftArticle, records: DeskRecords): string {
	if (id === null) return m.desk_place_none();
	const drafted = article.places.find((place) => place.id === id);
	if (drafted) return anyName(drafted.name);
	const own = records.places.get(id);
	return own ? named(own.properties.name) : id;
}

export function actorName(id: string, article: DraftArticle, records: DeskRecords): string {
	const drafted = article.actors.find((other) => other.id === id);
	if (drafted) return anyName(drafted.name);
	const actor = records.actors.get(id);
	return actor ? named(actor.name) : id;
}

/** A suggested place with its country, so that two of a name can be told apart. */
export function candidateName({ id, name, country, kind }: PlaceCandidate, records: DeskRecords): string {
	const own = id === null ? undefined : records.places.get(id);
	if (own) return named(own.properties.name);
	if (country === '' || kind === 'country') return name;
	const countries = new Intl.DisplayNames(intlTag(), { type: 'region' });
	return m.desk_place_in({ place: name, country: countries.of(country) ?? country });
}

const states: Record<Decision, () => string> = {
	open: m.desk_state_suggested,
	same: m.desk_state_same,
	'same-rejected': m.desk_state_same_rejected,
	accepted: m.desk_state_accepted,
	rejected: m.desk_state_rejected
};
export const stateName = (decision: Decision): string => states[decision]();

const inferences: Record<Inference, (report: DraftReport) => string> = {
	place: () => m.desk_inferred_place(),
	when: ({ when }) => m.desk_inferred_when({ date: when.edtf }),
	claim: () => m.desk_inferred_claim(),
	actors: () => m.desk_inferred_actors()
};
export const inferenceName = (inference: Inference, report: DraftReport): string =>
	inferences[inference](report);

const toolNames: Record<Tool, () => string> = {
	point: m.desk_draw_point,
	ring: m.desk_draw_ring,
	line: m.desk_draw_line,
	region: m.desk_draw_region
};
export const toolName = (tool: Tool): string => toolNames[tool]();

const finerNames: Record<Finer, () => string> = {
	point: m.desk_finer_point,
	precision: m.desk_finer_precision,
	size: m.desk_finer_size
};
/** In what a place is finer than its words. */
export const finerName = (finer: Finer): string => finerNames[finer]();

const toDos: Record<ToDoCode, () => string> = {
	'quote-long': m.desk_todo_quote_long,
	'passage-long': m.desk_todo_passage_long,
	'place-open': m.desk_todo_place_open,
	'place-outside-quote': m.desk_todo_place_outside,
	'place-too-fine': m.desk_todo_place_too_fine,
	'actor-missing': m.desk_todo_actor,
	'date-missing': m.desk_todo_date,
	'date-wrong': m.desk_date_wrong,
	'date-later': m.desk_out_date_later,
	inferred: m.desk_todo_inferred,
	'summary-missing': m.desk_todo_summary,
	'letters-mixed': m.desk_todo_letters,
	'id-missing': m.desk_todo_id,
	'id-taken': m.desk_out_id_taken,
	'language-missing': m.desk_todo_language,
	'url-wrong': m.desk_todo_url_wrong,
	'site-missing': m.desk_todo_site,
	'author-missing': m.desk_todo_author,
	'chain-missing': m.desk_todo_chain,
	'standing-missing': m.desk_todo_standing,
	'rights-missing': m.desk_todo_rights,
	'title-missing': m.desk_todo_title,
	'publisher-missing': m.desk_todo_publisher,
	'published-missing': m.desk_todo_published,
	'url-missing': m.desk_todo_url,
	'name-missing': m.desk_todo_name,
	'reason-missing': m.desk_todo_reason,
	'reference-missing': m.desk_todo_reference
};
export const toDoName = ({ code }: Pick<ToDo, 'code'>): string => toDos[code]();

/** Why a place is suggested; nothing where the reason has no words here. */
export function reasonName(reason: Reason): string {
	switch (reason.code) {
		case 'own':
			return m.desk_reason_own();
		case 'own-near':
			return m.desk_reason_own_near();
		case 'nearest':
			return m.desk_reason_nearest({ count: Number(reason.of), n: String(reason.of) });
		case 'largest':
			return m.desk_reason_largest({ count: Number(reason.of), n: String(reason.of) });
		case 'within':
			return m.desk_reason_within();
		case 'kind':
			return m.desk_reason_kind();
		case 'home':
		case 'sameCountry':
			return m.desk_reason_country();
		case 'sameDivision':
			return m.desk_reason_division();
		case 'sameWords':
			return m.desk_reason_same();
		case 'only':
			return m.desk_reason_only();
		case 'remembered':
			return m.desk_reason_remembered();
		default:
			return '';
	}
}

/** What is wrong with what is kept around the quotes. */
export function passageFaultName(code: string): string {
	if (code === 'quote-repeated') return m.desk_out_repeated();
	return code === 'half-of-text' ? m.desk_out_half() : m.desk_todo_passage_long();
}

/** Why records can't be made. @param name of the place or actor that the fault is about; empty for the article */
export function outFaultName(fault: RecordFault, name = ''): string {
	switch (fault.code) {
		case 'quote-repeated':
		case 'half-of-text':
			return passageFaultName(fault.code);
		case 'report-missing':
			return m.desk_out_none();
		case 'text-damaged':
			return m.desk_out_damaged();
		case 'place-unknown':
			return m.desk_todo_place_open();
		case 'actor-unknown':
			return m.desk_todo_actor();
		case 'source-unknown':
			return m.desk_out_source();
		case 'reason-missing-withdrawn':
			return m.desk_out_withdrawn({ report: fault.id ?? '' });
		case 'recorder-missing':
			return m.desk_recorder_missing();
		case 'refused':
			return fault.problem ? refusedName(fault.problem, name) : m.desk_out_failed();
		default:
			return toDos[fault.code]();
	}
}
