/** Shows, hides and lights sites by feature state: no source is touched and no tile laid out, so the next frame has it. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { MapData } from '../data';
import { hiddenActorState, hiddenState, marksSource, shapesSource } from '../style/sources';
import { visibleActorsAt } from '../visible';
import type { EngineState, View } from './types';

export class Sites {
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#onchange: () => void;
	/** The visible actors of each site, by its number, as last put on the map. */
	#visible: (readonly string[])[] = [];
	/** The sites that are lit, as last put on the map. */
	#lit: Pick<View, 'selected' | 'highlighted'> = { selected: null, highlighted: null };

	/** @param onchange called after the visible actors were put on the map */
	constructor(map: MapLibre, state: Readonly<EngineState>, onchange: () => void) {
		this.#map = map;
		this.#state = state;
		this.#onchange = onchange;
	}

	/** The visible actors of the site of a number. */
	visibleAt = (number: number): readonly string[] => this.#visible[number] ?? [];

	/** Takes over other sites, which the style is yet to have. */
	setData({ numbered }: MapData): void {
		this.#visible = numbered.map((site) => visibleActorsAt(site, this.#state.view));
	}

	/** Follows the view. */
	update(before: View): void {
		const { view } = this.#state;
		if (view.visibleActors !== before.visibleActors || view.actorsBySite !== before.actorsBySite)
			this.#showActors();
		this.#light();
	}

	/** Sets all state anew on a style that has none, such as one rebuilt after a lost context. */
	restore(): void {
		if (!this.#map.getSource(marksSource)) return;
		this.#lit = { selected: null, highlighted: null };
		this.#showActors(true);
		this.#light();
	}

	/** @param all sets the state of every site, and not only where it differs from what was set before */
	#showActors(all = false): void {
		const { data, view } = this.#state;
		if (!data || !this.#map.getSource(marksSource)) return;
		const before = this.#visible;
		this.#visible = data.numbered.map((site) => visibleActorsAt(site, view));
		data.numbered.forEach(({ id, actors }, number) => {
			const [was, now] = [before[number]!, this.#visible[number]!];
			if (!all && sameList(was, now)) return;
			const hidden = now.length === 0;
			this.#map.setFeatureState(
				{ source: marksSource, id },
				{
					[hiddenState]: hidden,
					...Object.fromEntries(actors.map((actor) => [hiddenActorState(actor), !now.includes(actor)]))
				}
			);
			if (all || hidden !== (was.length === 0))
				this.#map.setFeatureState({ source: shapesSource, id }, { [hiddenState]: hidden });
		});
		this.#onchange();
	}

	#light(): void {
		for (const name of ['selected', 'highlighted'] as const) {
			const [before, now] = [this.#lit[name], this.#state.view[name]];
			if (before === now || !this.#map.getSource(marksSource)) continue;
			if (before !== null) this.#setState(before, name, false);
			if (now !== null) this.#setState(now, name, true);
			this.#lit[name] = now;
		}
	}

	#setState(site: string, name: string, value: boolean): void {
		for (const source of [marksSource, shapesSource])
			this.#map.setFeatureState({ source, id: site }, { [name]: value });
	}
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
