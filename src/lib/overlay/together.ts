/** Files that came together: the parts of one Shapefile are one file, an archive of them. */
import { Zip, ZipPassThrough } from 'fflate';

const part = /^(.+?)\.(?:shp|dbf|shx|prj|cpg|cst|qpj|qmd|qix|sbn|sbx|ain|aih|atx|fbn|fbx|shp\.xml)$/i;
/** Bytes that are packed at once. */
const pieceSize = 1 << 20;

/** What is to be read of some files, in their order. A part that came alone stays alone. */
export async function together(files: readonly File[]): Promise<{ file: Blob; name: string }[]> {
	const stemOf = ({ name }: File) => part.exec(name)?.[1] ?? null;
	const groups = new Map<string, File[]>();
	for (const file of files) {
		// All else is one by itself, whatever it is called.
		const key = stemOf(file)?.toLowerCase() ?? `${groups.size}/`;
		groups.set(key, [...(groups.get(key) ?? []), file]);
	}
	return Promise.all(
		[...groups.values()].map(async (group) => {
			const [first] = group as [File];
			return group.length === 1
				? { file: first, name: first.name }
				: { file: await packed(group), name: `${stemOf(first) ?? first.name}.shp.zip` };
		})
	);
}

/** Files in an archive, as they are. */
async function packed(files: readonly File[]): Promise<Blob> {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	const zip = new Zip((error, piece) => {
		if (error) throw error;
		pieces.push(piece as Uint8Array<ArrayBuffer>);
	});
	for (const file of files) {
		const entry = new ZipPassThrough(file.name);
		zip.add(entry);
		for (let start = 0; start < file.size; start += pieceSize)
			entry.push(new Uint8Array(await file.slice(start, start + pieceSize).arrayBuffer()));
		entry.push(new Uint8Array(0), true);
	}
	zip.end();
	return new Blob(pieces, { type: 'application/zip' });
}
