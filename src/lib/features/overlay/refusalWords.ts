/** Why a file was not read at all, in words. */
import { shortText } from '$lib/base/shorten';
import type { RefusalReason } from '$lib/overlay/read/problem';
import { list, m, number } from '$lib/words';
import { bytes } from './byteWords';
import { isolated } from './rowWords';

const types: Record<string, () => string> = {
	video: m.own_add_type_video,
	sound: m.own_add_type_sound,
	document: m.own_add_type_document,
	program: m.own_add_type_program
};

/** In one sentence or two; `detail` is a type of file, or a number of bytes. */
export function refusalText({ reason, detail }: { reason: RefusalReason; detail: string | null }): string {
	switch (reason) {
		case 'empty':
			return m.own_add_refused_empty();
		case 'picture':
			return m.own_add_refused_picture({ type: detail ?? '' });
		case 'pdf':
			return m.own_add_refused_pdf();
		case 'web-page':
			return m.own_add_refused_web_page();
		case 'script':
			return m.own_add_refused_script();
		case 'nmea':
			return m.own_add_refused_nmea();
		case 'shapefile-part': {
			const parts = detail ?? '';
			const missing = ['.shp', '.dbf', '.prj'].filter((part) => !parts.includes(part));
			return m.own_add_refused_shapefile_part({
				parts: isolated(parts),
				missing: list(missing.map(isolated))
			});
		}
		case 'other-type':
			return m.own_add_refused_other_type({ type: types[detail ?? '']?.() ?? detail ?? '' });
		case 'other-archive':
			return m.own_add_refused_other_archive({ type: detail ?? '' });
		case 'archive-without-data':
			return m.own_add_refused_archive_without_data();
		case 'damaged-archive':
			return m.own_add_refused_damaged_archive();
		case 'damaged':
			return m.own_add_refused_damaged({ type: detail ?? '' });
		case 'locked':
			return m.own_add_refused_locked();
		case 'too-large':
			return detail === null
				? m.own_add_refused_no_memory()
				: m.own_add_refused_too_large({ size: bytes(Number(detail)) });
		case 'too-much-work':
			return m.own_add_refused_too_much_work();
		case 'too-many-points':
			return m.own_add_refused_too_many_points({ n: number(Number(detail)) });
		case 'unpacks-too-large':
			return m.own_add_refused_unpacks_too_large({ size: bytes(Number(detail)) });
		case 'entities':
			return m.own_add_refused_entities();
		case 'other-markup':
			return detail === null
				? m.own_add_refused_other_markup()
				: m.own_add_refused_other_markup_named({ root: shortText(`<${detail}>`, 60) });
		case 'json-without-rows':
			return m.own_add_refused_json_without_rows();
		case 'unknown':
			return m.own_add_refused_unknown();
		case 'no-rows':
			return m.own_add_refused_no_rows();
	}
}
