/** The files in a zip archive, one after another, while it streams past. */
import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import type { Bytes } from './bytes';
import { Refusal, type Problems } from './problem';

const dataInArchive = /\.(?:kml|gpx|geojson|geojsonl|geojsons|ndjson|topojson|json|csv|tsv)$/i;
/** Later files of an archive are not looked at. */
const mostFiles = 10_000;
/** Small, since one part can grow a thousandfold before it can be stopped. */
const partSize = 16_384;
/** Names of files are no longer on any system. */
const longestName = 4096;
/** Of an archive without data so many files are named. */
const mostNames = 5;

export class Archive {
	/** Files with data that have been found and not been opened. */
	private found: UnzipFile[] = [];
	private files = 0;
	/** Names of the first files, whatever they are. */
	private readonly firstNames: string[] = [];
	private hasOpened = false;
	/** Whether the archive itself is damaged. */
	private isDamaged = false;
	private readonly names = new ArchiveNames();
	private readonly source: AsyncIterator<Uint8Array<ArrayBuffer>>;
	private piece: Uint8Array<ArrayBuffer> = new Uint8Array(0);
	private readonly unzip = new Unzip((file) => this.find(file));

	constructor(bytes: Bytes) {
		this.source = bytes[Symbol.asyncIterator]();
		this.unzip.register(UnzipInflate);
		this.unzip.register(UnzipPassThrough);
	}

	/**
	 * The next file with a name of those that can be read, unpacked; null where there is no further one. The one before
	 * has to be read to its end.
	 * @throws Refusal where there is none at all, or the archive is a file of another kind
	 */
	async next(problems: Problems): Promise<Bytes | null> {
		while (this.found.length === 0) {
			const goesOn = await this.advance();
			const refusal = this.hasOpened ? null : this.names.refusal();
			if (refusal) throw refusal;
			if (goesOn) continue;
			if (this.hasOpened) return null;
			if (this.isDamaged) throw new Refusal('damaged-archive');
			for (const found of this.firstNames) problems.add('no-data-file', { found });
			if (this.files > this.firstNames.length)
				problems.add('no-data-file', {}, this.files - this.firstNames.length);
			throw new Refusal('archive-without-data', this.firstNames[0] ?? null);
		}
		this.hasOpened = true;
		return this.unpacked(this.found.shift()!, problems);
	}

	/** Reads the rest of the archive, and reports the files that were not opened. */
	async finish(problems: Problems): Promise<void> {
		do {
			for (const { name } of this.found) problems.add('other-file', { found: name });
			this.found = [];
		} while (await this.advance());
	}

	private find(file: UnzipFile): void {
		const { name } = file;
		if (name.endsWith('/') || name.startsWith('__MACOSX/')) return;
		this.files++;
		if (this.firstNames.length < mostNames) this.firstNames.push(name);
		if (name.length > longestName) return;
		if (!this.hasOpened) this.names.add(name);
		if (dataInArchive.test(name)) this.found.push(file);
	}

	/** Reads some more of the archive; whether there is more. */
	private async advance(): Promise<boolean> {
		if (this.isDamaged || this.files > mostFiles) return false;
		if (this.piece.length === 0) {
			const { done, value } = await this.source.next();
			if (done) return false;
			this.piece = value;
		}
		const part = this.piece.subarray(0, partSize);
		this.piece = this.piece.subarray(partSize);
		try {
			this.unzip.push(part);
		} catch {
			this.isDamaged = true;
		}
		return true;
	}

	private async *unpacked(file: UnzipFile, problems: Problems): Bytes {
		let out: Uint8Array<ArrayBuffer>[] = [];
		let [isOver, isBroken, hasAny] = [false, false, false];
		file.ondata = (error, data, final) => {
			if (error) isBroken = true;
			else out.push(data as Uint8Array<ArrayBuffer>);
			if (final) isOver = true;
		};
		try {
			file.start();
		} catch {
			// An unknown way of compressing, or a password.
			isBroken = true;
		}
		for (;;) {
			const ready = out;
			out = [];
			hasAny ||= ready.some(({ length }) => length > 0);
			yield* ready;
			if (isOver) return;
			if (!isBroken && (await this.advance())) continue;
			// What was read before a fault stays.
			if (!hasAny) throw new Refusal('damaged-archive');
			problems.add('truncated');
			return;
		}
	}
}

/** What the names of the files in an archive say that it is. */
class ArchiveNames {
	private first: string | null = null;
	private isOffice = false;
	private isDocument = false;
	private isSheet = false;
	private isShapefile = false;

	add(name: string): void {
		this.first ??= name;
		this.isOffice ||= /^(?:\[Content_Types\]\.xml|_rels\/|xl\/|word\/|ppt\/|docProps\/)/.test(name);
		this.isDocument ||= /^(?:word|ppt)\//.test(name);
		this.isSheet ||= name.startsWith('xl/');
		this.isShapefile ||= /\.(?:shp|dbf|shx)$/i.test(name);
	}

	/** Why the archive is not read, where it is a file of another kind. */
	refusal(): Refusal | null {
		if (this.isOffice) {
			if (this.isDocument) return new Refusal('other-type', 'document');
			return this.isSheet ? new Refusal('spreadsheet') : null;
		}
		if (this.first === 'mimetype') return new Refusal('spreadsheet');
		return this.isShapefile ? new Refusal('shapefile') : null;
	}
}
