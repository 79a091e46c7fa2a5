/** What a hand does first on a page, whatever it holds. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin'] as const;

/** Calls something once, when a reader does the first thing on the page. @returns what stops waiting for it */
export function onFirstHand(then: () => void): () => void {
	const waiting = new AbortController();
	for (const sign of signs)
		addEventListener(
			sign,
			() => {
				waiting.abort();
				then();
			},
			{ signal: waiting.signal, passive: true, capture: true }
		);
	return () => waiting.abort();
}
