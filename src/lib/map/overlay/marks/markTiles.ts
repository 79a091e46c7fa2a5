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

const keyOf = ({ zoom, column, row }: TilePlace, version: number) => `${version}/${zoom}/${column}/${row}`;

export class MarkTiles {
	/** What is to be drawn, all of one zoom. Another list each time it changes. */
	shown: readonly PlacedTile[] = [];
	#source: Source;
	#onchange: () => void;
	#onfail: () => void;
	#wanted: readonly TilePlace[] = [];
	/** By key; null where a tile has no marks. */
	#tiles = new Map<string, MarkTile | null>();
	#running = new Set<string>();
	#failed = new Set<string>();
	/** The version and the zoom of what is shown. */
	#level = '';
	#isOver = false;

	/** @param onfail called when a tile could not be had; it is drawn without */
	constructor(source: Source, onchange: () => void, onfail: () => void) {
		this.#source = source;
		this.#onchange = onchange;
		this.#onfail = onfail;
	}

	/** Follows the overlay, another version of which has other tiles. */
	follow(source: Source): void {
		const isOther = source.version !== this.#source.version;
		this.#source = source;
		if (isOther) this.cover(this.#wanted);
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
		const { rows, version } = this.#source;
		for (const place of this.#wanted) {
			if (rows >= manyRows && this.#running.size >= mostAtOnce) return;
			const key = keyOf(place, version);
			if (!this.#tiles.has(key) && !this.#running.has(key) && !this.#failed.has(key))
				void this.#make(key, place);
		}
	}

	async #make(key: string, { zoom, column, row }: TilePlace): Promise<void> {
		this.#running.add(key);
		try {
			this.#tiles.set(key, await this.#source.marks(zoom, column, row));
		} catch {
			this.#failed.add(key);
			// An overlay that was removed meanwhile has nothing to answer with.
			if (!this.#isOver) this.#onfail();
		}
		this.#running.delete(key);
		if (this.#isOver) return;
		this.#ask();
		this.#settle();
	}

	#settle(): void {
		const { version } = this.#source;
		const level = `${version}/${this.#wanted[0]?.zoom}`;
		const hasCome = (place: TilePlace) => {
			const key = keyOf(place, version);
			return this.#tiles.has(key) || this.#failed.has(key);
		};
		if (level !== this.#level && this.shown.length > 0 && !this.#wanted.every(hasCome)) return;
		const shown = this.#wanted.flatMap((place) => {
			const marks = this.#tiles.get(keyOf(place, version));
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

	/** Forgets the tiles that were made first, and of older versions all. */
	#forget(): void {
		const { version } = this.#source;
		const wanted = new Set(this.#wanted.map((place) => keyOf(place, version)));
		for (const key of this.#tiles.keys()) {
			if (wanted.has(key)) continue;
			if (this.#tiles.size > mostKept || !key.startsWith(`${version}/`)) this.#tiles.delete(key);
		}
	}
}
