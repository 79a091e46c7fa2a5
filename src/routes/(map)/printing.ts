/** Puts the map on paper: what is printed of it is made when the browser begins to print, and taken away after it. */
import { flushSync, mount, unmount, type ComponentProps } from 'svelte';
import { windowText } from '$lib/features/timeline/words';
import type { ActorView } from '$lib/geodata/views';
import { credits } from '$lib/map/credits';
import type { Publisher } from '$lib/view/facetLabels';
import type { Facets } from '$lib/view/facets';
import { filterLines } from '$lib/view/filterWords';
import type { ViewState } from '$lib/view/view';
import { list, m, named, number } from '$lib/words';
import PrintSheet from './PrintSheet.svelte';

type SheetProps = ComponentProps<typeof PrintSheet>;
export { paperMap } from '$lib/map/picture/paperMap';

/**
 * Begins a page with a sheet, at once.
 * @param page what is printed
 * @returns what takes it away again
 */
export function putSheet(page: Element, props: SheetProps): () => void {
	const sheet = mount(PrintSheet, { target: page, anchor: page.firstChild ?? undefined, props });
	flushSync();
	return () => void unmount(sheet);
}

/** A copy of the still picture, where the map can't be drawn. */
export function stillCopy(): Element | null {
	const frame = document.querySelector('.still .frame')?.cloneNode(true) as Element | undefined;
	if (!frame) return null;
	// On the screen names stand beyond the frame too; on paper the credits are there.
	for (const name of frame.querySelectorAll('.names > svg')) {
		const shares = ['x', 'y'].map((side) => parseFloat(name.getAttribute(side) ?? '50'));
		if (shares.some((share) => share < 2 || share > 97)) name.remove();
	}
	const still = document.createElement('div');
	still.className = 'still';
	still.append(frame);
	return still;
}

/** Whose data the map is made of. */
export const creditLines = (): string[] => [...credits.map(({ attribution }) => attribution), 'MapLibre'];

/** What the sheet says of what is shown: how many sites, by which filters, and with which data of the reader's own. */
export function linesOf(
	view: ViewState,
	facets: Facets,
	{
		actors,
		publishers,
		left,
		all,
		own
	}: {
		actors: readonly ActorView[];
		publishers: readonly Publisher[];
		/** Sites that the filters leave, and all of them. */
		left: number;
		all: number;
		/** Names of the files of the reader's own that are on the map. */
		own: readonly string[];
	}
): string[] {
	const actorName = (id: string) => {
		const actor = actors.find((each) => each.id === id);
		return actor ? named(actor.name) : id;
	};
	const filters = filterLines(view, facets, { actorName, publishers });
	const hasTime = view.from !== null || view.to !== null;
	return [
		m.print_filter({ label: m.sites(), values: m.home_shown({ n: number(left), all: number(all) }) }),
		...(filters.length === 0 && !hasTime ? [m.print_all()] : filters),
		...(hasTime ? [m.print_filter({ label: m.timeline(), values: windowText(view) })] : []),
		...(own.length > 0 ? [m.print_own({ names: list([...own]) })] : [])
	];
}
