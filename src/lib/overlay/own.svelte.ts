/**
 * Overlays in a page. Most readers have none: what reads, keeps and shows them is fetched when there is one, or when
 * somebody is about to add one.
 */
type Code = typeof import('./code');

class Own {
	/** Null until it is there. */
	code = $state.raw<Code | null>(null);

	/** Fetches a part that shows overlays, and the code of overlays beside it. @throws where either does not come */
	async with<T>(part: () => Promise<T>): Promise<T> {
		const [loaded] = await Promise.all([part(), this.#bring()]);
		return loaded;
	}

	async #bring(): Promise<void> {
		const { archives, overlayFiles, siteActors, daysBetween } = await import('./code');
		this.code ??= { archives, overlayFiles, siteActors, daysBetween };
	}
}

/** One for the page. */
export const own = new Own();
