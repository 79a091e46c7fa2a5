/** The addresses in a setting such as `/reports.pmtiles, https://tiles.example/more.pmtiles`. */
export function addressesIn(setting: string | undefined): string[] {
	return [...new Set((setting ?? '').split(',').map((part) => part.trim()))].filter((part) => part !== '');
}

/** Of the archives that `VITE_TILES` named when the site was built; each page has them as an attribute of its root element. */
export const publishedArchives: readonly string[] = addressesIn(
	globalThis.document?.documentElement.dataset.tiles
);
