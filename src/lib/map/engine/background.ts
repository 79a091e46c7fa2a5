/**
 * The background that a reader chose, on the map: fetched beside the map's own, which is there at once and stays beneath.
 * What is drawn of it stands in the style; what comes of its requests is reported.
 */
import {
	addProtocol,
	type Map as MapLibre,
	type RasterTileSource,
	type RequestParameters
} from 'maplibre-gl';
import type { Tiled } from '../backgrounds/address';
import type { Drawn } from '../backgrounds/draw';
import { hostName } from '../backgrounds/list';
import { Fault, Reception } from '../backgrounds/reception';
import { basemapAddress } from '../style/basemap';
import type { Callbacks, EngineState, View } from './types';

type Code = typeof import('../backgrounds/draw');

/** Milliseconds for which a day has to stand before its pictures are asked for: a hand may be on its way along the timeline. */
const settled = 350;

/** The maps of the page that have a background, by the name that stands in their requests. */
const maps = new Map<string, MapBackground>();
let count = 0;

const goneBy = () => new Fault({ why: 'other', host: '' });

/** Answers all requests for parts of backgrounds, since a protocol is registered for all maps of a page. */
const answer: Drawn['answer'] = async (asked, control) => {
	const drawn = maps.get(/^\w+:\/\/([^/]*)/.exec(asked.url)?.[1] ?? '')?.drawn;
	if (!drawn) throw goneBy();
	return drawn.answer(asked, control);
};

export class MapBackground {
	/** What the style has of it; null while it has nothing. */
	drawn: Drawn | null = null;
	readonly #name = `m${++count}`;
	readonly #map: MapLibre;
	readonly #state: Readonly<EngineState>;
	readonly #onchange: () => void;
	readonly #reception: Reception;
	#code: Code | null = null;
	#hasBegun = false;
	/** Raised with each that is asked for: what an earlier one brings counts no more. */
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#day = '';

	/** @param onchange builds the style anew */
	constructor(map: MapLibre, state: Readonly<EngineState>, callbacks: Callbacks, onchange: () => void) {
		this.#map = map;
		this.#state = state;
		this.#onchange = onchange;
		let wasShown = false;
		this.#reception = new Reception((now) => {
			callbacks.onbackground?.(now);
			// A style hides what lies beneath it, and is let do so when there is something of it to see.
			if (this.isShown !== wasShown && this.drawn) onchange();
			wasShown = this.isShown;
		});
		maps.set(this.#name, this);
		addProtocol('background', answer);
	}

	/** Whether there is something of it to see. */
	get isShown(): boolean {
		return ['shown', 'partial'].includes(this.#reception.state.state);
	}

	/** Begins, once the map has drawn its own picture: nothing of another host is waited for. */
	begin(): void {
		this.#hasBegun = true;
		addEventListener('online', this.#retryLost);
		if (this.#state.view.background) void this.#load();
	}

	/** Follows the view. */
	update(before: View): void {
		if (!this.#hasBegun) return;
		const { background, day, theme, language } = this.#state.view;
		if (background?.id !== before.background?.id) void this.#load();
		// Other looks and other letters, of the same tiles.
		else if (background && (theme !== before.theme || language !== before.language)) void this.#load(true);
		else if (background && day !== before.day) this.#showDay();
	}

	/** Asks again for what failed. */
	retry(): void {
		void this.#load();
	}

	/** MapLibre can't draw what came of it, which then is taken off the map. */
	refuse(): void {
		this.drawn = null;
		this.#reception.missing({ why: 'other', host: hostName(this.#state.view.background?.hosts[0] ?? '') });
		this.#onchange();
	}

	/** Whether a source is one of it: what became of its requests is known here. */
	has(source: string): boolean {
		return source.startsWith('background');
	}

	/** Requests for what lies on other hosts go by our protocol, since a style names its own addresses. */
	request = (address: string, kind?: string): RequestParameters | undefined => {
		if (!this.drawn || !this.#code || !/^https?:/.test(address)) return undefined;
		const { origin } = new URL(address);
		if (origin === location.origin) return undefined;
		// The map's own ground may come from another host too, which whoever built the site chose.
		if (basemapAddress && !this.#state.view.background?.hosts.includes(origin)) return undefined;
		const what = kind === 'Tile' ? 'tile' : kind === 'Source' ? 'source' : 'part';
		return { url: this.#code.asked(this.#name, what, address) };
	};

	end(): void {
		maps.delete(this.#name);
		this.#attempt++;
		clearTimeout(this.#timer);
		removeEventListener('online', this.#retryLost);
		this.#reception.end();
	}

	/** @param isSame whether it is the one that is on the map: it stays until the other looks are there */
	async #load(isSame = false): Promise<void> {
		const attempt = ++this.#attempt;
		const { background, theme, language } = this.#state.view;
		clearTimeout(this.#timer);
		if (!isSame) {
			const hadAny = this.drawn !== null;
			this.drawn = null;
			if (background) this.#reception.begin();
			else this.#reception.end();
			if (hadAny) this.#onchange();
		}
		if (!background) return;
		try {
			this.#day = this.#dayNow;
			this.#code ??= await import('../backgrounds/draw');
			const drawn = await this.#code.draw(background, {
				theme,
				language,
				day: this.#day,
				reception: this.#reception,
				map: this.#name
			});
			if (attempt !== this.#attempt) return;
			this.drawn = drawn;
			this.#onchange();
		} catch (error) {
			if (attempt !== this.#attempt) return;
			this.#reception.missing((error instanceof Fault ? error : goneBy()).reason);
		}
	}

	#showDay(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const { background } = this.#state.view;
			const day = this.#dayNow;
			const source = this.#map.getSource('background') as RasterTileSource | undefined;
			if (!source || !this.#code || !background || day === this.#day) return;
			this.#day = day;
			const tiles = this.#code.tilesFor(background as Tiled, day, this.#name);
			this.#reception.renew();
			source.setTiles(tiles);
			// The style that is built next has them too.
			this.drawn!.sources.background = {
				...this.drawn!.sources.background!,
				tiles
			} as Drawn['sources'][string];
		}, settled);
	}

	/** The day whose picture is shown; '' of a background that has none. */
	get #dayNow(): string {
		return this.#state.view.day ?? '';
	}

	#retryLost = (): void => {
		if (this.#reception.state.state === 'missing') this.retry();
	};
}
