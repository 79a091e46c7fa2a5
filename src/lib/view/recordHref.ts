/** The addresses of articles and reports. */
import { link } from '../words';
import { shown } from './shown.svelte';

/** The page of an article or of a report; one that only this browser has is at the desk. @param id of either */
export function recordHref(kind: 'articles' | 'reports', id: string, fragment = ''): string {
	const { laid } = shown.data;
	return laid?.ids.has(id) ? link('/desk') + `?open=${laid.draft}` : link(`/${kind}/${id}`) + fragment;
}
