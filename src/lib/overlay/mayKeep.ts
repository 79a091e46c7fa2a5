/** Whether this browser may keep files of a reader: known without the store, whose code most readers never need. */
import { ownName } from '../base/home';

/** The database of the store. Readers have it in their browsers: its name must stay as it is. */
export const storeName = 'attested-own';

/** Whether there is a store. A browser that does not tell may have one. */
export async function mayKeepFiles(): Promise<boolean> {
	try {
		return (await indexedDB.databases()).some(({ name }) => name === ownName(storeName));
	} catch {
		return true;
	}
}
