/**
 * The tools of the map: what of them is open. Beside a large map they fold out in the panel, several at a time; on a
 * small screen each is a sheet of the whole screen, one at a time.
 */
import { createContext } from 'svelte';

export const toolNames = ['search', 'actors', 'filters', 'own', 'more'] as const;
export type ToolName = (typeof toolNames)[number];

/** The screens on which a tool is a sheet, and the timeline one row; the styles of pages have the same words. */
export const smallScreens = '(max-width: 800px), (max-height: 30rem)';

export class Tools {
	/** Whether they are sheets; the page of the map sees to it. */
	areSheets = $state(false);
	/** Whether there is a map, whose legend and buttons `more` has. */
	hasMap = $state(false);
	/** Whether the reader asked for the buttons that move the map, where fingers do. */
	withButtons = $state(false);
	#open = $state.raw<readonly ToolName[]>([]);

	isOpen(tool: ToolName): boolean {
		return this.areSheets ? this.#open.at(-1) === tool : this.#open.includes(tool);
	}

	open(tool: ToolName): void {
		if (this.isOpen(tool)) return;
		this.#open = this.areSheets ? [tool] : [...this.#open, tool];
	}

	close(tool: ToolName): void {
		if (this.isOpen(tool)) this.#open = this.#open.filter((other) => other !== tool);
	}

	toggle(tool: ToolName): void {
		if (this.isOpen(tool)) this.close(tool);
		else this.open(tool);
	}

	/** Another page is open, or what was looked for is found: no sheet may lie over it. */
	closeSheets(): void {
		if (this.areSheets) this.#open = [];
	}
}

export const [getTools, setTools] = createContext<Tools>();
