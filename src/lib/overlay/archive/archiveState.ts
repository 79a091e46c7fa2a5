/** How an archive is shown, kept in this browser by its address. */
import type { Days } from '../../base/days';

export interface ArchiveLayerState {
	visible: boolean;
	/** Values that are turned off, as text: a new version of the archive may number them otherwise. */
	off: string[];
	window: Days | null;
}

const keyOf = (address: string) => `tiles:${address}`;

/** How a layer was left; null where that is not known, or not in a form that can be used. */
export function recalled(address: string): ArchiveLayerState | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf(address)) ?? 'null');
		return isState(kept) ? kept : null;
	} catch {
		return null;
	}
}

export function remember(address: string, state: ArchiveLayerState): void {
	try {
		localStorage.setItem(keyOf(address), JSON.stringify(state));
	} catch {
		// Without storage it holds until the page is closed.
	}
}

function isState(value: unknown): value is ArchiveLayerState {
	const { visible, off, window } = (value ?? {}) as Record<string, unknown>;
	return (
		typeof visible === 'boolean' &&
		Array.isArray(off) &&
		off.every((text) => typeof text === 'string') &&
		(window === null || isDays(window))
	);
}

function isDays(value: unknown): value is Days {
	const { from, to } = (value ?? {}) as Record<string, unknown>;
	return Number.isSafeInteger(from) && Number.isSafeInteger(to) && (from as number) <= (to as number);
}
