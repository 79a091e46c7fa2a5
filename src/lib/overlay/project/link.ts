/**
 * A small project in the fragment of an address, which browsers keep to themselves: neither the request for the page nor
 * its Referer has it. The project is packed (zlib's format, RFC 1950, whose checksum tells a link that was cut off).
 */
import { fromBase64Url, toBase64Url } from '../../base/base64';
import { packed, TooLarge, unpacked } from '../../base/compressed';
import { projectText, readProject, type OpenedProject, type Project } from './project';

/** How the fragment begins. */
export const linkKey = '#data=';
/** Characters of a fragment that are written: programs that pass links on cut longer ones. */
export const mostCharacters = 16_000;
/** From this many on some programs cut it. */
export const manyCharacters = 2_000;
/** Bytes of files that are tried at all: more of them never fit. */
const mostBytes = 1 << 20;

/** What a link that is opened may hold; others may have been written by another program. */
const limits = { whole: 4 << 20, unpacked: 4 << 20, files: 20 };
const mostRead = 400_000;

/** The fragment of a project, with its '#', or null where its files are far too large for one. */
export async function linkFragment(project: Project): Promise<string | null> {
	if (project.files.reduce((sum, { file }) => sum + file.size, 0) > mostBytes) return null;
	const text = await projectText(project, null);
	return linkKey + toBase64Url(await packed(text, 'deflate'));
}

/** What a fragment holds; it never throws. */
export async function readFragment(fragment: string): Promise<OpenedProject> {
	const text = fragment.slice(linkKey.length);
	if (!fragment.startsWith(linkKey)) return { fault: 'no-project', version: 0 };
	if (text.length > mostRead) return { fault: 'too-large', version: 0 };
	try {
		return await readProject(
			new Blob([await unpacked(fromBase64Url(text), 'deflate', limits.whole)]),
			limits
		);
	} catch (error) {
		return { fault: error instanceof TooLarge ? 'too-large' : 'damaged', version: 0 };
	}
}
