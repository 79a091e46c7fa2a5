/** Fetches the map's code and what is drawn on it, says what is missing, and tries again. */
import { prepare, type MapActor, type MapData, type MapSite, type Marks, type Shapes } from './data';
import type { MapEngine } from './engine/engine';

type EngineCode = typeof import('./engine/engine');

/** Fetched beside the first map's component, not after it. A map that is put together reports a failure. */
const engineCode = import('./engine/engine');
engineCode.catch(() => undefined);

export type MapStatus = 'loading' | 'ready' | 'no-webgl' | 'no-code';

interface MapFiles {
	/** GeoJSON, or its address: points with `MarkProperties`, and what lies beneath them with `ShapeProperties`. */
	marks: string | Marks;
	shapes: string | Shapes;
	actors: MapActor[];
	/** Ids of the sites to keep; without it all. */
	only?: readonly string[];
}

export class MapLoader {
	status = $state<MapStatus>('loading');
	/** Names of the files that could not be loaded: `marks`, `shapes`, and those of the engine's sources. */
	failed = $state.raw<readonly string[]>([]);
	/** None until the file of the marks is there. */
	sites = $state.raw<MapSite[]>([]);
	/** Null until its code is there, where it can't run, and once it was ended. */
	engine: MapEngine | null = null;
	readonly #files: () => MapFiles;
	#isEnded = false;

	constructor(files: () => MapFiles) {
		this.#files = files;
	}

	/**
	 * Fetches the code and the data beside each other; each may fail without the other.
	 * @param create puts the map together; it isn't called once the map was ended
	 */
	async start(create: (code: EngineCode) => MapEngine): Promise<void> {
		const data = this.#loadData();
		let code: EngineCode;
		try {
			code = await engineCode;
		} catch {
			this.status = 'no-code';
			return;
		}
		if (this.#isEnded) return;
		try {
			this.engine = create(code);
		} catch (error) {
			this.status = code.lacksWebgl(error) ? 'no-webgl' : 'no-code';
			return;
		}
		const loaded = await data;
		if (loaded) this.engine?.setData(loaded);
	}

	/** Loads again what failed. */
	async retry(): Promise<void> {
		const names = this.failed;
		this.failed = [];
		for (const name of names) if (!isOurs(name)) this.engine?.retry(name);
		if (!names.some(isOurs)) return;
		const data = await this.#loadData();
		if (data) this.engine?.setData(data);
	}

	/** Notes that a file could not be loaded. */
	fail(name: string): void {
		if (!this.failed.includes(name)) this.failed = [...this.failed, name];
		// With a part missing the map may never come to rest; the notice says enough.
		if (this.status === 'loading') this.status = 'ready';
	}

	/** Gives up a map that can draw nothing. Once there was a picture, one fault is no reason to take it away. */
	giveUp(): void {
		if (this.status === 'loading') this.takeAway();
	}

	/** Takes the map away, since it can draw nothing any more, and says so. */
	takeAway(): void {
		this.status = 'no-code';
		this.#destroy();
	}

	/** Ends the map for good. */
	end(): void {
		this.#isEnded = true;
		this.#destroy();
	}

	#destroy(): void {
		this.engine?.destroy();
		this.engine = null;
	}

	async #loadData(): Promise<MapData | null> {
		const { marks, shapes, actors, only } = this.#files();
		const [marksFile, shapesFile] = await Promise.all([
			this.#json<Marks>(marks, 'marks'),
			this.#json<Shapes>(shapes, 'shapes')
		]);
		if (!marksFile) return null;
		try {
			const data = prepare(marksFile, shapesFile ?? noShapes, actors, only);
			this.sites = [...data.sites.values()];
			return data;
		} catch {
			// It is JSON, but not what it should be.
			this.fail('marks');
			return null;
		}
	}

	async #json<T extends object>(address: string | T, name: string): Promise<T | null> {
		if (typeof address !== 'string') return address;
		try {
			const response = await fetch(address);
			if (!response.ok) throw new Error(`${address}: ${response.status}`);
			return (await response.json()) as T;
		} catch {
			this.fail(name);
			return null;
		}
	}
}

const noShapes: Shapes = { type: 'FeatureCollection', features: [] };

/** Whether a file is the site's own, and not one of the basemap or of an overlay. */
function isOurs(name: string): boolean {
	return name === 'marks' || name === 'shapes';
}
