/** Most maps have no overlay: what a map has for overlays alone comes with the first of them. */
import type { OverlayLayer } from '../overlay/overlay';
import { sourceOf } from '../overlay/source';
import type { Overlaid } from './overlaid';
import type { View } from './types';

type Code = typeof import('./overlaid');

const none: readonly OverlayLayer[] = [];

export class Overlaying {
	/** Null until its code is there; till then a view is shown without its overlays. */
	current: Overlaid | null = null;
	#wanted: View | null = null;
	#coming: Promise<void> | null = null;
	#isEnded = false;
	readonly #make: (code: Code) => Overlaid;
	readonly #show: (view: View) => void;
	readonly #onfail: (source: string) => void;
	readonly #load: () => Promise<Code>;

	/**
	 * @param make readies the map, once the code is there
	 * @param show shows the view that was last asked for, once that can have its overlays
	 * @param onfail called for the source of each overlay where the code does not come
	 */
	constructor(
		make: (code: Code) => Overlaid,
		show: (view: View) => void,
		onfail: (source: string) => void,
		load: () => Promise<Code> = () => import('./overlaid')
	) {
		this.#make = make;
		this.#show = show;
		this.#onfail = onfail;
		this.#load = load;
	}

	/** The part of a view that can be shown now; what it lacks follows by `show`. */
	of(view: View): View {
		this.#wanted = view;
		if (this.current) return view;
		if (view.overlays.length > 0) void (this.#coming ??= this.#bring());
		return { ...view, overlays: none };
	}

	/** Asks for the code again where it did not come. */
	retry(): void {
		if (this.current || !this.#wanted) return;
		this.#coming = null;
		this.of(this.#wanted);
	}

	/** The map is gone. */
	end(): void {
		this.#isEnded = true;
		this.current?.overlays.destroy();
	}

	async #bring(): Promise<void> {
		const code = await this.#load().catch(() => null);
		if (this.#isEnded) return;
		if (code) {
			this.current = this.#make(code);
			this.#show(this.#wanted!);
		} else for (const layer of this.#wanted!.overlays) this.#onfail(sourceOf(layer));
	}
}
