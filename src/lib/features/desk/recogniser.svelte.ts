/** What looks through an article: in a worker, with its model and its gazetteer fetched when they are first needed. */
import { trustOwnScripts } from '../../base/trusted';
import { WorkerClient } from '../../base/worker';
import { homeCountries } from '../../geodata/home';
import type { DraftArticle } from '../../draft/article';
import { actorsIn, noMemory, ownPlacesIn, recalled, type Memory } from '../../draft/memory';
import type { Suggested, SuggestProgress, SuggestRequest } from '../../draft/suggest.worker';
import { idsOf, type DeskRecords } from './records';

export class Recogniser {
	/** How far it is; null before it says so. */
	progress = $state.raw<SuggestProgress | null>(null);
	state = $state<'idle' | 'working' | 'failed'>('idle');
	#worker: WorkerClient<SuggestRequest, Suggested, SuggestProgress> | null = null;

	/** What it finds, with what is remembered first, or null where it fails, which `state` says. */
	async recognise(article: DraftArticle, records: DeskRecords, memory: Memory = noMemory) {
		this.state = 'working';
		try {
			this.#worker ??= start();
			const found = await this.#worker.ask(
				{
					text: article.text,
					published: article.head.published.edtf || null,
					actors: [...records.actors.values(), ...actorsIn(memory, idsOf(records.actors))],
					places: [...records.places.values()],
					own: ownPlacesIn(memory).filter(({ id }) => !records.places.has(id)),
					home: memory.home ?? homeCountries
				},
				{ onprogress: (progress) => (this.progress = progress) }
			);
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

	/** Ends what goes on: nothing comes of it then. */
	stop(): void {
		this.close();
		this.progress = null;
		this.state = 'idle';
	}

	close(): void {
		this.#worker?.close();
		this.#worker = null;
	}
}

function start(): WorkerClient<SuggestRequest, Suggested, SuggestProgress> {
	trustOwnScripts();
	return new WorkerClient(
		new Worker(new URL('../../draft/suggest.worker.ts', import.meta.url), { type: 'module' })
	);
}
