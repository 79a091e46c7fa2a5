/** What looks through an article: in a worker, with its model and its gazetteer fetched when they are first needed. */
import { trustOwnScripts } from '../../base/trusted';
import { WorkerClient } from '../../base/worker';
import type { DraftArticle, PlaceCandidate } from '../../draft/article';
import { actorsIn, ownPlacesIn, recalled, type Memory } from '../../draft/memory';
import type { SearchRequest, Suggested, SuggestProgress, SuggestRequest } from '../../draft/suggest.worker';
import { idsOf, type DeskRecords } from './records';

export class Recogniser {
	/** How far it is; null before it says so. */
	progress = $state.raw<SuggestProgress | null>(null);
	state = $state<'idle' | 'working' | 'failed'>('idle');
	#worker: SuggestWorker | null = null;
	/** Ends with the worker: what it was asked and has not answered fails. */
	#life = new AbortController();

	readonly #memory: { readonly value: Memory };

	/** @param memory what is remembered of names, as it is at any time */
	constructor(memory: { readonly value: Memory }) {
		this.#memory = memory;
	}

	/** What it finds, with what is remembered first, or null where it fails, which `state` says. */
	async recognise(article: DraftArticle, records: DeskRecords) {
		const memory = this.#memory.value;
		this.state = 'working';
		try {
			this.#worker ??= start();
			const found = (await this.#worker.ask(
				{
					text: article.text,
					published: article.head.published.edtf || null,
					actors: [...records.actors.values(), ...actorsIn(memory, idsOf(records.actors))],
					places: [...records.places.values()],
					own: this.#own(records),
					home: memory.home ?? records.dataset.region.countries
				},
				{ onprogress: (progress) => (this.progress = progress) }
			)) as Suggested;
			this.state = 'idle';
			return recalled(found, article.text, memory, records.places);
		} catch {
			this.close();
			this.state = 'failed';
			return null;
		} finally {
			this.progress = null;
		}
	}

	/**
	 * The places that a name may mean, the likeliest first.
	 * @throws Error where the worker or what it needs can't be had
	 */
	search(name: string, records: DeskRecords): Promise<PlaceCandidate[]> {
		const worker = (this.#worker ??= start());
		const { signal } = this.#life;
		const places = [...records.places.values()];
		return new Promise((resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
			worker
				.ask({
					name,
					places,
					own: this.#own(records),
					home: this.#memory.value.home ?? records.dataset.region.countries
				})
				.then((found) => resolve(found as PlaceCandidate[]), reject);
		});
	}

	/** The author's own places that the data set lacks. */
	#own(records: DeskRecords) {
		return ownPlacesIn(this.#memory.value).filter(({ id }) => !records.places.has(id));
	}

	/** Ends what goes on: nothing comes of it then. */
	stop(): void {
		this.close();
		this.progress = null;
		this.state = 'idle';
	}

	close(): void {
		this.#worker?.close();
		this.#worker = null;
		this.#life.abort();
		this.#life = new AbortController();
	}
}

type SuggestWorker = WorkerClient<
	SuggestRequest | SearchRequest,
	Suggested | PlaceCandidate[],
	SuggestProgress
>;

function start(): SuggestWorker {
	trustOwnScripts();
	return new WorkerClient(
		new Worker(new URL('../../draft/suggest.worker.ts', import.meta.url), { type: 'module' })
	);
}
