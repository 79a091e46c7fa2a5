import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canRedo, canUndo, historyOf, perform, redo, undo } from '../../../src/lib/draft/history';
import { article, command, place } from './desk';

it('undoes to the beginning and does all of it again', () => {
	fc.assert(
		fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
			let history = commands.reduce(perform, historyOf(article));
			const last = history.article;
			const own = history.commands.length;
			while (canUndo(history)) history = undo(history);
			const left = history.done;
			expect(history.commands.slice(0, left).every(({ do: what }) => what === 'suggest')).toBe(true);
			while (canRedo(history)) history = redo(history);
			expect(history.done).toBe(own);
			expect(history.article).toEqual(last);
		})
	);
});

it('is the same when it is read again from what was kept', () => {
	fc.assert(
		fc.property(fc.array(command, { maxLength: 20 }), fc.nat(20), (commands, steps) => {
			let history = commands.reduce(perform, historyOf(article));
			for (let step = 0; step < steps; step++) history = undo(history);
			const kept = structuredClone({ commands: history.commands, done: history.done });
			expect(historyOf(article, kept.commands, kept.done)).toEqual(history);
		})
	);
});

it('a new command ends what could be done again, and one that changes nothing is not kept', () => {
	const mark = { do: 'mark', start: 15, end: 19, value: place('hama') } as const;
	const one = perform(historyOf(article), mark);
	const other = perform(undo(one), { ...mark, value: place('homs') });
	expect(canRedo(other)).toBe(false);
	expect(other.commands).toHaveLength(1);
	expect(perform(other, { do: 'decide', id: 'm9', decision: 'accepted' })).toBe(other);
});
