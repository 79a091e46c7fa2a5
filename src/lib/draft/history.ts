/** What was done to an article, in order: undone and done again without end, since each state follows from the first. */
import type { DraftArticle } from './article';
import { apply } from './commands';
import type { Command } from './commands';

export interface History {
	/** The article as it came in. */
	readonly first: DraftArticle;
	/** All that was done; what stands after `done` was undone and can be done again. */
	readonly commands: readonly Command[];
	readonly done: number;
	readonly article: DraftArticle;
}

/** The history of an article, from what was kept of it. `done` counts the commands that are not undone. */
export function historyOf(
	first: DraftArticle,
	commands: readonly Command[] = [],
	done = commands.length
): History {
	return { first, commands, done, article: replay(first, commands, done) };
}

/** After one more command; what was undone can't be done again. A command that changes nothing is not kept. */
export function perform(history: History, command: Command): History {
	const article = apply(history.article, command);
	if (article === history.article) return history;
	const commands = [...history.commands.slice(0, history.done), command];
	return { ...history, commands, done: commands.length, article };
}

/** One command back. What a program suggested first is the beginning, and stays. */
export function undo(history: History): History {
	return canUndo(history) ? at(history, history.done - 1) : history;
}

export function redo(history: History): History {
	return canRedo(history) ? at(history, history.done + 1) : history;
}

export const canUndo = ({ commands, done }: History): boolean =>
	done > 0 && commands.slice(0, done).some(({ do: what }) => what !== 'suggest');

export const canRedo = ({ commands, done }: History): boolean => done < commands.length;

const at = ({ first, commands }: History, done: number): History => ({
	first,
	commands,
	done,
	article: replay(first, commands, done)
});

const replay = (first: DraftArticle, commands: readonly Command[], done: number): DraftArticle =>
	commands.slice(0, done).reduce(apply, first);
