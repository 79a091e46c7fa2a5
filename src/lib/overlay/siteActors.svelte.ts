/** The actors of the site, as overlays know them: one that a value names has the same mark there as among the reports. */
import type { ActorView } from '../geodata/views';
import type { Hue } from '../geodata/vocabulary';
import { actorNames, actorsByName, folded } from './actorNames';
import type { Names } from './query/terms';

export type ActorMark = Pick<ActorView, 'id' | 'hue' | 'letter'>;

class SiteActors {
	#actors: readonly ActorView[] = $state.raw([]);
	/** `#rrggbb` by hue, in the theme that the page is drawn in. */
	#colours: Readonly<Partial<Record<Hue, string>>> = $state.raw({});
	/** Their other names, once they are there. */
	#names: Names = $state.raw([]);
	readonly #byName: ReadonlyMap<string, ActorMark> = $derived(actorsByName(this.#actors, this.#names));

	/** Who they are, and their colours by hue. */
	know(actors: readonly ActorView[], colours: Readonly<Record<Hue, string>>): void {
		this.#actors = actors;
		this.#colours = colours;
	}

	/** Fetches their other names, once. Without them their own names are known. */
	async knowNames(): Promise<void> {
		if (this.#names.length === 0) this.#names = (await actorNames()) ?? [];
	}

	/** The actor whose name, other name or id a value is, in whatever language and spelling. */
	named(value: string): ActorMark | undefined {
		return this.#byName.get(folded(value));
	}

	/** `#rrggbb` of the actor that a value names. */
	colourOf(value: string): string | undefined {
		const actor = this.named(value);
		return actor && this.#colours[actor.hue];
	}
}

export const siteActors = new SiteActors();
