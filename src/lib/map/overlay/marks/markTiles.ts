/**
 * The tiles of one overlay whose marks a picture needs: asks for them, and keeps those that are on the map until all of
 * another zoom or version have come. Tiles of the same zoom appear as they come.
 */
import type { MarkTile } from '$lib/base/markTile';
import type { OverlayLayer } from '../overlay';

/** A tile of the pyramid, and which copy of the world it is in: 0, unless the map goes on past 180°. */
export interface TilePlace {
	zoom: number;
	column: number;
	row: number;
	wrap: number;
}

export interface PlacedTile extends TilePlace {
	marks: MarkTile;
}

/** How many tiles of a large overlay are made at a time: what is not wanted any more when its turn comes is never made. */
const mostAtOnce = 2;
/** Of fewer rows all tiles are made at once: the picture has them a frame earlier, and none costs much. */
const manyRows = 50_000;
/** Tiles that are kept for who comes back. */
const mostKept = 64;

type Source = Pick<OverlayLayer, 'marks' | 'version' | 'rows'>;

const nameOf = ({ zoom, column, row }: TilePlace) => `${zoom}/${column}/${row}`;

export class MarkTiles {
	/** What is to be drawn, all of one zoom. Another list each time it changes. */
	shown: readonly PlacedTile[] = [];
	#source: Source;
	/** Grows with each version of the overlay, and when it was opened anew. */
	#edition = 0;
	#onchange: () => void;
	#onfail: () => void;
	#wanted: readonly TilePlace[] = [];
	/** Of this edition, by the tile's name; null where it has no marks. */
	#tiles = new Map<string, MarkTile | null>();
	#failed = new Set<string>();
	#running = new Set<string>();
	/** The edition and the zoom of what is shown. */
	#level = '';
	#isOver = false;

	/** @param onfail called when a tile could not be had; it is drawn without */
	constructor(source: Source, onchange: () => void, onfail: () => void) {
		this.#source = source;
		this.#onchange = onchange;
		this.#onfail = onfail;
	}

	/** Follows the overlay, another version of which has other tiles, as has one whose file was opened anew. */
	follow(source: Source): void {
		const { version, marks } = this.#source;
		this.#source = source;
		if (source.version === version && source.marks === marks) return;
		this.#edition++;
		this.#tiles.clear();
		this.#failed.clear();
		this.#running.clear();
		this.cover(this.#wanted);
	}

	/** Asks for the tiles of a picture. */
	cover(wanted: readonly TilePlace[]): void {
		this.#wanted = wanted;
		this.#ask();
		this.#settle();
	}

	/** Asks again for what could not be had. */
	retry(): void {
		this.#failed.clear();
		this.#ask();
	}

	end(): void {
		this.#isOver = true;
	}

	#ask(): void {
		for (const place of this.#wanted) {
			if (this.#source.rows >= manyRows && this.#running.size >= mostAtOnce) return;
			const name = nameOf(place);
			if (!this.#hasCome(name) && !this.#running.has(name)) void this.#make(name, place);
		}
	}

	async #make(name: string, { zoom, column, row }: TilePlace): Promise<void> {
		const edition = this.#edition;
		this.#running.add(name);
		const marks = await this.#source.marks(zoom, column, row).catch(() => 'failed' as const);
		// Who was removed meanwhile has nothing to answer with.
		if (this.#isOver || edition !== this.#edition) return;
		this.#running.delete(name);
		if (marks === 'failed') {
			this.#failed.add(name);
			this.#onfail();
		} else this.#tiles.set(name, marks);
		this.#ask();
		this.#settle();
	}

	#hasCome(name: string): boolean {
		return this.#tiles.has(name) || this.#failed.has(name);
	}

	#settle(): void {
		const level = `${this.#edition}/${this.#wanted[0]?.zoom}`;
		const haveCome = this.#wanted.every((place) => this.#hasCome(nameOf(place)));
		if (level !== this.#level && this.shown.length > 0 && !haveCome) return;
		const shown = this.#wanted.flatMap((place) => {
			const marks = this.#tiles.get(nameOf(place));
			return marks ? [{ ...place, marks }] : [];
		});
		this.#level = level;
		const isSame =
			shown.length === this.shown.length &&
			shown.every(({ marks, wrap }, at) => marks === this.shown[at]!.marks && wrap === this.shown[at]!.wrap);
		if (isSame) return;
		this.shown = shown;
		this.#forget();
		this.#onchange();
	}

	/** Forgets the tiles that were made first. */
	#forget(): void {
		const wanted = new Set(this.#wanted.map(nameOf));
		for (const name of this.#tiles.keys())
			if (this.#tiles.size > mostKept && !wanted.has(name)) this.#tiles.delete(name);
	}
}
