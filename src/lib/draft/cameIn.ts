/** What a file is that comes to the desk: an article, or something that left one: records, or a list of annotations. Pure. */
import { unzipSync } from 'fflate';
import type { ActorRecord, ArticleRecord, PlaceRecord } from '../geodata/schema';
import type { SourceFile } from '../geodata/validate';
import { pathText } from '../geodata/validate/problem';
import { readShape } from '../geodata/validate/shape';
import { lenientFiles } from '../geodata/waiting';
import { readAnnotations, type AnnotationList } from './annotations';
import type { Origin } from './article';
import { readZip, type ZipFault } from './zip';

export type CameIn =
	| { is: 'article' }
	| { is: 'records'; origin: Omit<Origin, 'base'> }
	| { is: 'annotations'; list: AnnotationList }
	| { is: 'refused'; fault: CameInFault };

/** Why records or annotations can't be opened. */
export interface CameInFault {
	code:
		| ZipFault['code']
		/** JSON that is neither; text that begins like JSON and is none. */
		| 'other-json'
		| 'broken-json'
		/** Of the articles in an archive, there is none, or there are several. */
		| 'no-article'
		| 'many-articles'
		/** A list of annotations without one on words. */
		| 'no-quotes'
		/** `message` says where and what, in English. */
		| 'record';
	path: string | null;
	message?: string;
}

/** In bytes: a record is a hundredth of it. */
const longestJson = 16 * 2 ** 20;

/** What a file is, by what is in it. @param name only tells whether broken JSON was to be JSON */
export function cameIn(bytes: Uint8Array, name: string): CameIn {
	if (isArchive(bytes)) return holdsRecords(bytes) ? archive(bytes) : { is: 'article' };
	const isNamed = /\.(?:json|jsonld)$/i.test(name);
	const [first] = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
	if (!isNamed && first !== '{' && first !== '[') return { is: 'article' };
	if (bytes.length > longestJson) return refused('large');
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		// An article may begin with a bracket.
		return isNamed ? refused('broken-json') : { is: 'article' };
	}
	if (isRecord(value)) return records([{ path: 'articles/article.json', text: JSON.stringify(value) }]);
	const list = readAnnotations(value);
	if (list) return list.quotes.length > 0 ? { is: 'annotations', list } : refused('no-quotes');
	return isNamed ? refused('other-json') : { is: 'article' };
}

const refused = (code: CameInFault['code'], path: string | null = null, message?: string): CameIn => ({
	is: 'refused',
	fault: { code, path, message }
});

const isArchive = (bytes: Uint8Array) =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Whether an archive has what the desk gives; a document of Word is an archive too. */
function holdsRecords(bytes: Uint8Array): boolean {
	let isThere = false;
	try {
		unzipSync(bytes, {
			filter({ name }) {
				isThere ||= /(?:^|\/)(?:articles|places)\/[^/]+\.(?:json|geojson)$/.test(name);
				return false;
			}
		});
	} catch {
		// It is told where it is read.
	}
	return isThere;
}

function archive(bytes: Uint8Array): CameIn {
	const { files, faults } = readZip(bytes);
	const [fault] = faults;
	return fault ? refused(fault.code, fault.path) : records(files);
}

const isRecord = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && 'passages' in value && 'reports' in value;

function records(files: readonly SourceFile[]): CameIn {
	const articles = files.filter(({ path }) => path.startsWith('articles/'));
	if (articles.length !== 1) return refused(articles.length === 0 ? 'no-article' : 'many-articles');
	const origin = {
		article: undefined as ArticleRecord | undefined,
		places: [] as PlaceRecord[],
		actors: [] as ActorRecord[],
		files: files.filter(({ path }) => !/^(?:articles|places|verified)\/|^actors\.json$/.test(path))
	};
	for (const { path, text } of files) {
		const kind = kindOf(path);
		if (kind === null) continue;
		let value: unknown;
		try {
			value = JSON.parse(text);
		} catch {
			return refused('broken-json', path);
		}
		// What may wait in a draft may be missing; the rest is what it has to be.
		const { faults } = readShape(lenientFiles[kind], value);
		const [fault] = faults;
		if (fault) return refused('record', path, `${pathText(fault.path)} ${fault.message}`.trim());
		if (kind === 'article') origin.article = value as ArticleRecord;
		if (kind === 'place') origin.places.push(value as PlaceRecord);
		if (kind === 'actors') origin.actors.push(...(value as { actors: ActorRecord[] }).actors);
	}
	return { is: 'records', origin: { ...origin, article: origin.article! } };
}

function kindOf(path: string) {
	if (path.startsWith('articles/')) return 'article';
	if (path.startsWith('places/')) return 'place';
	if (path.startsWith('translations/')) return 'translations';
	const list = /^(actors|sources|references)\.json$/.exec(path)?.[1];
	return (list as 'actors' | 'sources' | 'references' | undefined) ?? null;
}
