/** What the desk keeps is what the author sees, whatever fails to be written in between. */
import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import type { DraftArticle } from '../../../../src/lib/draft/article';
import type { Command } from '../../../../src/lib/draft/commands';
import { historyOf } from '../../../../src/lib/draft/history';
import { Desk } from '../../../../src/lib/features/desk/desk.svelte';
import type { DeskStore, Kept } from '../../../../src/lib/features/desk/store';
import { article, command } from '../../draft/desk';

// Without locks there is only one page.
beforeEach(() => void vi.stubGlobal('navigator', {}));

/** A store in memory that fails when it is told to. */
class FakeStore {
	fails = false;
	kept: Kept | null = null;
	first: DraftArticle | null = null;
	commands: Command[] = [];

	list = async () => (this.kept ? [this.kept] : []);
	get = async () =>
		this.kept && this.first && { kept: this.kept, first: this.first, commands: [...this.commands] };
	remove = async () => undefined;
	write: DeskStore['write'] = async (kept, first, at, added) => {
		if (this.fails) throw new DOMException('', 'QuotaExceededError');
		this.kept = kept;
		this.first = first ?? this.first;
		this.commands.splice(at, Infinity, ...added);
	};
}

/** After all that waits for nothing but promises. */
const written = () => new Promise((done) => setImmediate(done));

const deskOf = (store: FakeStore) => new Desk(store as unknown as DeskStore);

const act = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ command, fails: fc.boolean() }) },
	fc.record({ move: fc.constantFrom('undo' as const, 'redo' as const), fails: fc.boolean() })
);

it('is the same after a reload, though some of it could not be written at first', async () => {
	await fc.assert(
		fc.asyncProperty(fc.boolean(), fc.array(act, { maxLength: 15 }), async (isRefused, acts) => {
			const store = new FakeStore();
			store.fails = isRefused;
			const desk = deskOf(store);
			await desk.begin(article);
			for (const { fails, ...what } of acts) {
				store.fails = fails;
				if ('move' in what) desk[what.move]();
				else desk.do(what.command);
				await written();
			}
			store.fails = false;
			desk.do({ do: 'describe', head: { title: 'The last' } });
			const seen = desk.article;
			await desk.close();
			expect(desk.failure).toBeNull();

			const { kept, first, commands } = (await store.get())!;
			expect(historyOf(first, commands, kept.done).article).toEqual(seen);
			const again = deskOf(store);
			expect(await again.open(kept.id)).toBe(true);
			expect(again.article).toEqual(seen);
		}),
		{ numRuns: 60 }
	);
});

it('says what is not kept until it is', async () => {
	const store = new FakeStore();
	const desk = deskOf(store);
	await desk.begin(article);
	store.fails = true;
	desk.do({ do: 'describe', head: { title: 'One' } });
	await vi.waitFor(() => expect(desk.failure).toBe('full'));
	await desk.load();
	expect(desk.failure).toBe('full');
	store.fails = false;
	desk.do({ do: 'describe', head: { title: 'Two' } });
	await vi.waitFor(() => expect(desk.failure).toBeNull());
	expect(store.commands).toHaveLength(2);
});

it('works on where the browser refuses locks as it refuses all storage', async () => {
	const refused = () => Promise.reject(new DOMException('', 'SecurityError'));
	vi.stubGlobal('navigator', { locks: { request: refused } });
	const desk = deskOf(new FakeStore());
	await desk.begin(article);
	expect(desk.isElsewhere).toBe(false);
	desk.do({ do: 'describe', head: { title: 'One' } });
	expect(desk.article?.head.title).toBe('One');
});

it('does not open what is gone', async () => {
	expect(await deskOf(new FakeStore()).open('gone')).toBe(false);
});
