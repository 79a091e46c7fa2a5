import { describe, expect, it, vi } from 'vitest';
import type { StoredParts } from '../../../src/lib/overlay/store';
import { WorkerEnded } from '../../../src/lib/base/worker';
import { OverlayFiles } from '../../../src/lib/overlay/files.svelte';
import { read } from '../../../src/lib/overlay/read/read';
import { assertTable } from '../../../src/lib/overlay/tableCheck';
import { browser, csv, fileOf, indexes, layersOn, namesOf, settled } from './filesMade';
import { tableOf } from './made';

describe('what the store gives back damaged', () => {
	/** Three files as kept at an earlier visit, of which the second is damaged. */
	async function visit(damage: Partial<StoredParts & { table: unknown }>) {
		const { layers, store } = layersOn();
		for (const name of ['a', 'b', 'c']) layers.add(fileOf(csv), name);
		await settled(layers);
		const { id, state } = layers.all[1]!;
		await store.setState(id, { ...state, name: 'renamed' });
		store.damage.set(id, damage);
		const { layers: next, open } = layersOn(store);
		await next.restore();
		return { next, store, open };
	}

	const table = { rows: 2, columns: [] };
	it.each<[string, Partial<StoredParts & { table: unknown }>]>([
		['nothing about it', { kept: undefined }],
		['what is no record', { kept: 'x' }],
		['a record without how it was read', { kept: { id: 'x', added: 1, fileName: 'b', choices: {} } }],
		['no table', { table: null }],
		['a table without its arrays', { table }]
	])('hides no other file and is read again, or removed, where there is %s', async (_, damage) => {
		const { next, store, open } = await visit(damage);
		expect([namesOf(next), next.fault]).toEqual([['a', 'c'], null]);
		const [damaged] = next.damaged;
		expect(damaged).toMatchObject({ name: 'renamed', why: 'damaged' });
		expect(next.news).toEqual({ what: 'damaged', file: damaged });
		next.repair(damaged!);
		await settled(next);
		expect(next.damaged).toEqual([]);
		expect(namesOf(next)).toContain('renamed');
		expect([store.kept.has(damaged!.id), store.kept.size, open.size]).toEqual([false, 3, 3]);
	});

	it('is removed alone, and stays listed where that fails', async () => {
		const { next, store } = await visit({ kept: null, file: undefined });
		const [damaged] = next.damaged;
		expect(damaged!.file).toBeNull();
		store.fails.remove = new Error();
		await next.removeDamaged(damaged!);
		expect([next.damaged.length, next.fault]).toEqual([1, 'remove']);
		store.fails = {};
		await next.removeDamaged(damaged!);
		expect([next.damaged.length, namesOf(next), store.kept.size]).toEqual([0, ['a', 'c'], 2]);
	});

	it('stays listed where it cannot be read again either', async () => {
		const { next } = await visit({ kept: null, file: fileOf('%PDF-1.4') });
		next.repair(next.damaged[0]!);
		await settled(next);
		expect([next.jobs[0]!.state, next.damaged.length, namesOf(next)]).toEqual(['refused', 1, ['a', 'c']]);
	});

	it('is shown as at first where only how it was shown is lost, and without its bytes where those are', async () => {
		const { next } = await visit({ state: { name: 1 }, file: undefined });
		expect([namesOf(next), next.damaged]).toEqual([['a', 'b', 'c'], []]);
		const [, file] = next.files;
		expect(file!.file).toBeNull();
		next.readAgain(file!, { swap: true });
		expect(next.jobs).toEqual([]);
	});

	it('holds up no other where the store does not answer: it is told, and shown once it is there', async () => {
		const { layers, store } = layersOn();
		for (const name of ['a', 'b', 'c']) layers.add(fileOf(csv), name);
		await settled(layers);
		let answer = () => {};
		store.stuck.set(layers.all[0]!.id, new Promise((resolve) => (answer = resolve)));
		const { layers: next } = layersOn(store);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		try {
			void next.restore();
			await vi.advanceTimersByTimeAsync(60_000);
			expect([namesOf(next), next.damaged.map(({ why }) => why)]).toEqual([['b', 'c'], ['late']]);
			answer();
			await vi.advanceTimersByTimeAsync(1);
			expect([namesOf(next), next.damaged]).toEqual([['a', 'b', 'c'], []]);
		} finally {
			vi.useRealTimers();
		}
	});

	it('is not told of as damaged where what opens it ends without memory: it is opened once more', async () => {
		const { layers, store } = layersOn();
		layers.add(fileOf(csv), 'a');
		await settled(layers);
		const { make } = indexes(store);
		for (const [ends, names, whys] of [
			[1, ['a'], []],
			[2, [], ['ended']]
		] as const) {
			let left: number = ends;
			const next = new OverlayFiles({
				store,
				read: (...given) => read(...given),
				open: async (source) => {
					if (left-- > 0) throw new WorkerEnded();
					return make(source);
				},
				openTabs: browser()
			});
			await next.restore();
			expect([namesOf(next), next.damaged.map(({ why }) => why)]).toEqual([names, whys]);
		}
	});

	it('is a table in the form of any version, and none where its shapes are not in their arrays', async () => {
		const line = {
			type: 'LineString',
			coordinates: [
				[37, 36],
				[38, 37]
			]
		};
		const whole = await tableOf(JSON.stringify({ type: 'Feature', properties: { a: 1 }, geometry: line }));
		const { shapes } = whole;
		expect(shapes.rows).toHaveLength(1);
		expect(() => assertTable(whole)).not.toThrow();
		expect(() => assertTable({ ...whole, shapes: new Map([[0, line]]) })).not.toThrow();
		for (const damage of [
			{ shapes: undefined },
			{ shapes: {} },
			{ shapes: { ...shapes, starts: new Uint32Array([9, 9]) } },
			{ shapes: { ...shapes, rows: new Uint32Array([1]) } },
			{ longitude: new Float32Array(1) },
			{ roles: { ...whole.roles, name: 7 } }
		])
			expect(() => assertTable({ ...whole, ...damage })).toThrow('damaged');
	});
});
