import { browser } from '$app/environment';
import { draftIn } from './address';
import type { DraftData } from './lay';

/** The records with a draft over them. Only a browser has drafts: the page from the server has none, and says so. */
export const load = async (): Promise<DraftData> => {
	if (!browser) return {};
	const id = draftIn(location.hash);
	if (id === null) return { failure: 'gone' };
	try {
		const { lay } = await import('./lay');
		return await lay(id);
	} catch {
		return { failure: 'records' };
	}
};
