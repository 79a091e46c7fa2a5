/** Projects that are opened, from a file or from the fragment of a link. */
import { id, title } from '$geodata/dataset.json';
import { overlayFiles } from '$lib/overlay/files.svelte';
import { readFragment } from '$lib/overlay/project/link';
import { readProject, type OpenedProject, type Project } from '$lib/overlay/project/project';

/** The data set of this site, as a project names it. */
export const datasetHere: Project['dataset'] = { id, title };

/** A project that is being read, or that was; it stays until the reader dismisses it. */
class Opening {
	/** Null while it is being read. */
	opened = $state.raw<OpenedProject | null>(null);
	/** Whether it is of another data set: its rows are shown, its view is not. */
	readonly isOfOther = $derived(!!this.opened?.project && this.opened.project.dataset.id !== datasetHere.id);

	constructor(readonly name: string) {}
}

class Projects {
	all = $state.raw<readonly Opening[]>([]);
	/** What the fragment of the address brings; null where it brings nothing. */
	linked = $state.raw<Opening | null>(null);
	/** The fragment that was read last: it stays in the address, and is read once. */
	#fragment = '';

	/** Opens a file. @param onview gets the query string of its view, where that is of this data set */
	async open(file: Blob, name: string, onview: (query: string) => void): Promise<void> {
		const opening = new Opening(name);
		this.all = [...this.all, opening];
		opening.opened = await readProject(file);
		const { project } = opening.opened;
		if (!project) return;
		show(project, true);
		if (!opening.isOfOther) onview(project.view);
	}

	/** Shows what a fragment brings; this browser keeps it once the reader says so. */
	async openLink(fragment: string): Promise<void> {
		if (fragment === this.#fragment) return;
		this.#fragment = fragment;
		const opening = new Opening('');
		this.linked = opening;
		opening.opened = await readFragment(fragment);
		if (opening.opened.project && this.linked === opening) show(opening.opened.project, false);
	}

	dismiss(opening: Opening): void {
		this.all = this.all.filter((other) => other !== opening);
		if (this.linked === opening) this.linked = null;
	}
}

function show({ files }: Project, isKept: boolean): void {
	for (const { file, fileName, choices, state } of files)
		overlayFiles.addBrought(file, fileName, choices, { state, isKept });
}

/** One for a document: what was opened stays opened on its next page. */
export const projects = new Projects();
