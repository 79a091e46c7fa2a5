import { recordLicense } from '$lib/export/about';
import { dataPackageName } from '$lib/export/datapackage';
import type { DataFileName } from '$lib/export/registry';
import { packagedFiles } from '../../data/files';

export const load = async () => ({
	licence: recordLicense,
	/** With their lengths; the last describes the others and is as long as they are many. */
	files: [
		...(await packagedFiles()).map(({ name, bytes }) => ({ name: name as DataFileName, bytes: bytes! })),
		{ name: dataPackageName, bytes: null } as const
	]
});
