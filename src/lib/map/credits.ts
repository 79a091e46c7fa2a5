/** Whose data the basemap is made of. It is bundled: it is small, and has to be on the map from the start. */

interface Credit {
	attribution: string;
	url: string;
}

const files = import.meta.glob<Credit[]>('$geodata/basemap/sources.json', { import: 'default', eager: true });

/** Each attribution once, though several layers of the basemap may have the same. */
export const credits: readonly Credit[] = [
	...new Map(
		Object.values(files)
			.flat()
			.map(({ attribution, url }) => [attribution, { attribution, url }])
	).values()
];
