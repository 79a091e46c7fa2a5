/** What came of opening a project, in words. */
import { projectLimits, projectVersion, type OpenedProject } from '$lib/overlay/project/project';
import { counted, m, number } from '$lib/words';
import { shortText } from '$lib/base/shorten';
import { bytes } from './byteWords';

/** Why nothing of it is shown. @param isLink whether it came in a link */
export function faultText({ fault, version }: OpenedProject & { fault: string }, isLink: boolean): string {
	switch (fault) {
		case 'newer':
			return m.own_project_newer({ version: number(version), known: number(projectVersion) });
		case 'too-large':
			return isLink
				? m.own_link_too_large()
				: m.own_project_too_large({
						size: bytes(projectLimits.whole),
						unpacked: bytes(projectLimits.unpacked)
					});
		case 'no-files':
			return m.own_project_no_files();
		default:
			return isLink ? m.own_link_damaged() : m.own_project_damaged();
	}
}

/** What is shown of it, and what is not. */
export function openedText(
	{ project, lost }: OpenedProject & { fault?: undefined },
	isOfOther: boolean
): string {
	const title = shortText(project.dataset.title, 80);
	return [
		m.own_project_opened(counted(project.files.length)),
		...(lost > 0 ? [m.own_project_lost(counted(lost))] : []),
		...(!isOfOther ? [] : [title === '' ? m.own_project_other() : m.own_project_other_named({ title })])
	].join(' ');
}
