import { json } from '@sveltejs/kit';
import { isNewFilePage } from '$lib/draft/newFile';
import { records } from '$lib/server/dataset';

export const prerender = true;

/** Where a repository takes a new file: `VITE_NEW_FILE` at build time. */
const newFile: string | undefined = import.meta.env.VITE_NEW_FILE || undefined;

/**
 * The records that the site shows, as they are written: with them the desk names places, and checks and shows what is
 * drafted.
 */
export const GET = () => {
	if (newFile !== undefined && !isNewFilePage(newFile))
		throw new Error(
			`VITE_NEW_FILE is ${newFile}: give the address of the page for a new file in geodata, such as https://github.com/OWNER/REPOSITORY/new/main/geodata.`
		);
	const { dataset, actors, places, articles, sources, references, verifications, version, translations } =
		records();
	return json({
		dataset,
		actors,
		places,
		articles,
		sources,
		references,
		verifications,
		version,
		translations,
		newFile
	});
};
