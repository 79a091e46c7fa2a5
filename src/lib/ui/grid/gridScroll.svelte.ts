import {
	contentHeight,
	lastTopRow,
	maxHeight,
	scrollTopOf,
	topRowAt,
	topRowShowing,
	type Rows
} from './scrolling';

/** What a grid shows of its rows, and the element that it is scrolled in. */
export class GridScroll {
	/** All three in pixels, as the page has them. */
	scrollerHeight = $state(0);
	headHeight = $state(0);
	rowHeight = $state(32);
	/** The uppermost row, with the fraction of it that is scrolled away. */
	topRow = $state(0);
	readonly rows: Rows = $derived.by(() => ({
		count: this.#count(),
		rowHeight: this.rowHeight,
		viewportHeight: Math.max(0, this.scrollerHeight - this.headHeight)
	}));
	/** The first row in view, and how many are. */
	readonly first: number = $derived.by(() =>
		Math.max(0, Math.min(Math.floor(this.topRow), this.rows.count - 1))
	);
	readonly visible: number = $derived.by(() => {
		const { count, rowHeight, viewportHeight } = this.rows;
		return Math.min(count - this.first, Math.ceil(viewportHeight / rowHeight) + 1);
	});
	/** Rows that fit in whole. */
	readonly whole: number = $derived.by(() => Math.floor(this.rows.viewportHeight / this.rowHeight));

	readonly #count: () => number;
	readonly #scroller: () => HTMLElement;
	/** What `topRow` was set to in the scroller, in pixels. */
	#scrollTop = 0;

	constructor(count: () => number, scroller: () => HTMLElement) {
		this.#count = count;
		this.#scroller = scroller;
	}

	/** Makes a row the uppermost, as far as there are rows below it. */
	to(row: number): void {
		this.topRow = Math.min(lastTopRow(this.rows), Math.max(0, row));
		this.#scrollTop = scrollTopOf(this.topRow, this.rows);
		this.#scroller().scrollTop = this.#scrollTop;
	}

	/** Brings a row into view, and moves no further than that. */
	show(row: number): void {
		const next = topRowShowing(row, this.topRow, this.rows);
		if (next !== this.topRow) this.to(next);
	}

	/** Where there are fewer rows than before, the uppermost may be none. */
	clamp(): void {
		if (this.topRow > lastTopRow(this.rows)) this.to(lastTopRow(this.rows));
	}

	/** Follows the scroll bar. */
	scrolled(): void {
		const { scrollTop } = this.#scroller();
		// The browser rounds what was set: `topRow`, which it was set for, is more exact.
		if (Math.abs(scrollTop - this.#scrollTop) < 1) return;
		this.#scrollTop = scrollTop;
		this.topRow = topRowAt(scrollTop, this.rows);
	}

	/** Where a pixel of the scroll bar stands for several rows, the wheel still moves by what is visible. */
	wheel(event: Pick<WheelEvent, 'ctrlKey' | 'deltaY' | 'deltaMode' | 'preventDefault'>): void {
		const { count, rowHeight } = this.rows;
		if (event.ctrlKey || event.deltaY === 0 || count * rowHeight <= maxHeight) return;
		event.preventDefault();
		const isPixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL;
		this.to(this.topRow + (isPixels ? event.deltaY / rowHeight : event.deltaY));
	}

	/** What the styles of the grid are computed from: pixels. */
	get sizes() {
		return {
			row: this.rowHeight,
			room: this.rows.viewportHeight,
			height: contentHeight(this.rows),
			above: -(this.topRow - this.first) * this.rowHeight
		};
	}
}
