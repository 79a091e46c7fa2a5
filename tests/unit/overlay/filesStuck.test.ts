/** Files of which one does not come to an end: it makes much work, says nothing, or what holds its rows ends. */
import { describe, expect, it } from 'vitest';
import { WorkerEnded } from '../../../src/lib/base/worker';
import { OverlayFiles } from '../../../src/lib/overlay/files.svelte';
import { choicesAfter } from '../../../src/lib/overlay/read/corrections';
import { read } from '../../../src/lib/overlay/read/read';
import { Work } from '../../../src/lib/overlay/read/work';
import { MemoryStore, browser, csv, fileOf, indexes, layersOn, namesOf, settled } from './filesMade';

describe("a reader's own files", () => {
	it('are not held up by one of which nothing is heard', async () => {
		const reads: typeof read = (file, choices, options) =>
			file.size === 5 ? new Promise<never>(() => {}) : read(file, choices, options);
		const { layers } = layersOn(undefined, reads, { patience: 0 });
		layers.add(fileOf('stuck'), 'stuck');
		layers.add(fileOf(csv), 'a');
		await expect.poll(() => namesOf(layers)).toEqual(['a']);
		expect(layers.jobs.map(({ state }) => state)).toEqual(['reading']);
		layers.stop(layers.jobs[0]!);
		layers.add(fileOf(csv), 'b');
		await settled(layers);
		expect(namesOf(layers)).toEqual(['a', 'b']);
	});

	it('that make too much work are read once the reader lets them go on', async () => {
		const { layers } = layersOn(undefined, (file, choices, options) =>
			read(file, choices, { ...options, work: new Work(100 * (choices?.effort ?? 1)) })
		);
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		const [job] = layers.jobs;
		expect(job!.refusal).toEqual({ reason: 'too-much-work', detail: null });
		layers.goOn(job!);
		await settled(layers);
		expect([layers.jobs, namesOf(layers)]).toEqual([[], ['a']]);
		// What is corrected later may make as much work.
		expect(
			choicesAfter(layers.files[0]!.choices, layers.files[0]!.guesses, layers.files[0]!.guesses)
		).toEqual({
			effort: 16
		});
	});

	it('are read again where what holds their rows ends by itself, and not for ever', async () => {
		const { layers, store, open, end } = layersOn();
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		const file = layers.files[0]!;
		file.layer.name = 'renamed';
		for (let times = 1; times <= 3; times++) {
			const before = file.layer;
			end();
			await expect.poll(() => file.layer === before).toBe(false);
			await settled(layers);
			expect(before.hasEnded).toBe('read-again');
			expect([file.layer.name, file.layer.hasEnded, file.keeping]).toEqual(['renamed', null, 'kept']);
		}
		const last = file.layer;
		end();
		await expect.poll(() => last.hasEnded).toBe('given-up');
		expect([layers.jobs, file.layer, open.size, store.kept.size]).toEqual([[], last, 1, 1]);
	});

	it('are read again where what is to hold their rows ends as it is begun, and told where it does again', async () => {
		for (const [failures, names] of [
			[1, ['a']],
			[2, []]
		] as const) {
			const store = new MemoryStore();
			const { make } = indexes(store);
			let opened = 0;
			const layers = new OverlayFiles({
				store,
				read: (...given) => read(...given),
				open: (source) => (++opened <= failures ? Promise.reject(new WorkerEnded()) : make(source)),
				openTabs: browser()
			});
			layers.add(fileOf(csv), 'a');
			await settled(layers);
			expect(namesOf(layers)).toEqual(names);
			expect(layers.jobs.map(({ state, hasEnded }) => [state, hasEnded])).toEqual(
				names.length > 0 ? [] : [['failed', true]]
			);
		}
	});
});
