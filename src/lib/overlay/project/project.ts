/**
 * A reader's map as one file: the files of theirs as they came, what was corrected of each, how each is shown, and the
 * view. docs/project-file.md describes the format. Who wrote a file that is opened is not known: nothing in it is certain.
 */
import { fromBase64, toBase64 } from '../../base/base64';
import { packed, TooLarge, unpacked } from '../../base/compressed';
import type { FileLayerState } from '../fileLayerState';
import { isState } from '../kept';
import type { Choices } from '../read/read';
import { choicesOf } from './choices';

const format = 'attested-project';
/** Of the format; a file of a higher one is refused. */
export const projectVersion = 1;
export const projectEnding = '.attested.json';

/** A file of a reader's in a project. */
export interface ProjectFile {
	file: Blob;
	fileName: string;
	choices: Choices;
	/** How it is shown; null: as it is at first. */
	state: FileLayerState | null;
}

export interface Project {
	/** The data set of the site that it was saved on. */
	dataset: { id: string; title: string };
	/** The query string of the view, '' or with its '?'. */
	view: string;
	/** In the order in which they are shown. */
	files: ProjectFile[];
}

/** Why nothing of a project is shown. */
export type ProjectFault = 'no-project' | 'newer' | 'damaged' | 'too-large' | 'no-files';

/** What a text holds: a project, with how many of its files could not be had, or why there is none. */
export type OpenedProject =
	| { project: Project; lost: number; fault?: undefined }
	| { fault: ProjectFault; version: number; project?: undefined };

/** Texts up to so many bytes stand in a project as they are, so that people and programs can read them. */
const mostText = 1 << 20;
/** Whose data it is may take some sentences. */
const longestCitation = 2000;
/** Bytes of all files in a project, packed, that are written: a browser holds the whole text at once. */
export const mostWritten = 128 << 20;

export interface ProjectLimits {
	/** Bytes of the project. */
	whole: number;
	/** Bytes of all its files together, unpacked. */
	unpacked: number;
	files: number;
}

export const projectLimits: ProjectLimits = { whole: 400 << 20, unpacked: 1 << 30, files: 200 };

/** Whether a file begins as a project does. */
export async function isProject(file: Blob): Promise<boolean> {
	const head = await file.slice(0, 200).text();
	return new RegExp(`^\\ufeff?\\s*\\{\\s*"format"\\s*:\\s*"${format}"`).test(head);
}

/**
 * A project as JSON.
 * @param space what each level is indented by
 * @throws TooLarge where its files are larger than `mostWritten`
 */
export async function projectText(
	{ dataset, view, files }: Project,
	saved: Date | null,
	space = ''
): Promise<string> {
	let size = 0;
	const written = [];
	for (const { file, fileName, choices, state } of files) {
		const data = await dataOf(file);
		size += (data.text ?? data.gzip).length;
		if (size > mostWritten) throw new TooLarge(`more than ${mostWritten} bytes`);
		written.push({ fileName, choices, state, data });
	}
	const date = saved && { saved: saved.toISOString() };
	return JSON.stringify(
		{ format, version: projectVersion, ...date, dataset, view, files: written },
		null,
		space
	);
}

type Data = { text: string; gzip?: undefined } | { gzip: string; text?: undefined };

async function dataOf(file: Blob): Promise<Data> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (bytes.length <= mostText)
		try {
			return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
		} catch {
			// Not UTF-8.
		}
	return { gzip: toBase64(await packed(bytes, 'gzip')) };
}

/** Reads a project; it never throws. */
export async function readProject(file: Blob, limits: ProjectLimits = projectLimits): Promise<OpenedProject> {
	const no = (fault: ProjectFault, version = 0) => ({ fault, version });
	if (file.size > limits.whole) return no('too-large');
	let value: unknown;
	try {
		value = JSON.parse((await file.text()).replace(/^\ufeff/, ''));
	} catch {
		return no('damaged');
	}
	if (!isObject(value) || value.format !== format) return no('no-project');
	const { version, dataset, view, files } = value;
	if (!Number.isInteger(version) || Number(version) < 1) return no('damaged');
	if (Number(version) > projectVersion) return no('newer', Number(version));
	if (!Array.isArray(files)) return no('damaged');
	const given = isObject(dataset) ? dataset : {};
	const found: ProjectFile[] = [];
	let left = limits.unpacked;
	try {
		for (const each of files.slice(0, limits.files)) {
			const one = await fileOf(each, left);
			if (!one) continue;
			left -= one.file.size;
			found.push(one);
		}
	} catch (error) {
		if (error instanceof TooLarge) return no('too-large');
		throw error;
	}
	if (found.length === 0) return no(files.length === 0 ? 'no-files' : 'damaged');
	return {
		project: {
			dataset: { id: textOf(given.id), title: textOf(given.title) },
			view: typeof view === 'string' && /^\?[\x20-\x7e]{1,4000}$/.test(view) ? view : '',
			files: found
		},
		lost: files.length - found.length
	};
}

/** @throws TooLarge where it has more bytes than are allowed */
async function fileOf(value: unknown, most: number): Promise<ProjectFile | null> {
	if (!isObject(value) || !isObject(value.data)) return null;
	const bytes = await bytesOf(value.data, most);
	if (!bytes) return null;
	if (bytes.length > most) throw new TooLarge(`more than ${most} bytes`);
	const { fileName, state } = value;
	const name = textOf(fileName) || 'data';
	return {
		file: new Blob([bytes]),
		fileName: name,
		choices: choicesOf(value.choices),
		state: isState(state) ? shownAs(state, name) : null
	};
}

async function bytesOf(
	{ text, gzip }: Record<string, unknown>,
	most: number
): Promise<Uint8Array<ArrayBuffer> | null> {
	if (typeof text === 'string') return new TextEncoder().encode(text);
	if (typeof gzip !== 'string') return null;
	try {
		return await unpacked(fromBase64(gzip), 'gzip', most);
	} catch (error) {
		if (error instanceof TooLarge) throw error;
		return null;
	}
}

function shownAs(state: FileLayerState, fileName: string): FileLayerState {
	const citation = state.citation?.slice(0, longestCitation);
	return { ...state, name: textOf(state.name) || fileName, ...(citation !== undefined && { citation }) };
}

/** Anybody's text, no longer than a name is. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 300) : '');

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
