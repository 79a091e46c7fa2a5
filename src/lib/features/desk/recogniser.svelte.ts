/** What looks through an article: in a worker, with its model and its gazetteer fetched when they are first needed. */
import { trustOwnScripts } from '../../base/trusted';
import { WorkerClient } from '../../base/worker';
import { homeCountries } from '../../geodata/home';
import type { DraftArticle, PlaceCandidate } from '../../draft/article';
import type { SearchRequest, Suggested, SuggestProgress, SuggestRequest } from '../../draft/suggest.worker';
import type { DeskRecords } from './records';

export class Recogniser {
	/** How far it is; null before it says so. */
	progress = $state.raw<SuggestProgress | null>(null);
	state = $state<'idle' | 'working' | 'failed'>('idle');
	#worker: SuggestWorker | null = null;
	/** Ends with the worker: what it was asked and has not answered fails. */
	#life = new AbortController();

	/** What it finds, or null where it fails, which `state` says. */
	async recognise(article: DraftArticle, records: DeskRecords): Promise<Suggested | null> {
		this.state = 'working';
		try {
			this.#worker ??= start();
			const found = (await this.#worker.ask(
				{
					text: article.text,
					published: article.head.published.edtf || null,
					actors: [...records.actors.values()],
					places: [...records.places.values()],
					home: homeCountries
				},
				{ onprogress: (progress) => (this.progress = progress) }
			)) as Suggested;
			this.state = 'idle';
			return found;
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
				.ask({ name, places, home: homeCountries })
				.then((found) => resolve(found as PlaceCandidate[]), reject);
		});
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
