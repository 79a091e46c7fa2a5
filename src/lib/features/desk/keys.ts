/** The keys of the desk: what each does, in one table, from which the help and the buttons take theirs. */

import type { Sort } from '../../draft/selecting';
import type { EdgeMove } from './edgeMoves';

export type Action =
	| 'next'
	| 'previous'
	| 'next-pending'
	| 'taken-over'
	| 'accept'
	| 'each'
	| 'reject'
	| 'spread'
	| 'place'
	| 'actors'
	| 'claim'
	| 'date'
	| 'source'
	| 'passage'
	| 'summary'
	| 'confirm'
	| EdgeMove
	| 'merge'
	| 'split'
	| 'report'
	| 'review'
	| 'again'
	| 'undo'
	| 'redo'
	| 'text'
	| 'map'
	| 'locate'
	| 'head'
	| 'out'
	| 'help';

interface Key {
	/** As `KeyboardEvent.key` has it, in small letters. */
	key: string;
	/** With Control, or with Command on a Mac. */
	control?: boolean;
	shift?: boolean;
	/** Shown to a person, where it is not the key itself. */
	shown?: string;
}

const keys: Record<Action, readonly Key[]> = {
	next: [{ key: 'j' }, { key: 'arrowdown', shown: '↓' }],
	previous: [{ key: 'k' }, { key: 'arrowup', shown: '↑' }],
	'next-pending': [{ key: 'n' }],
	'taken-over': [{ key: 'u' }],
	accept: [{ key: 'a' }],
	each: [{ key: 'e' }],
	reject: [{ key: 'x' }],
	spread: [{ key: 'g' }],
	place: [{ key: 'p' }],
	actors: [{ key: 'w' }],
	claim: [{ key: 'c' }],
	date: [{ key: 'd' }],
	source: [{ key: 'y' }],
	passage: [{ key: 'b' }],
	summary: [{ key: 's' }],
	confirm: [{ key: 'i' }],
	'start-earlier': [{ key: '[' }],
	'start-later': [{ key: '{' }],
	'end-earlier': [{ key: '}' }],
	'end-later': [{ key: ']' }],
	merge: [{ key: 'm' }],
	split: [{ key: '/' }],
	report: [{ key: 'r' }],
	review: [{ key: 'q' }],
	again: [{ key: 'o' }],
	undo: [{ key: 'z', control: true, shown: 'Z' }],
	redo: [
		{ key: 'z', control: true, shift: true, shown: 'Z' },
		{ key: 'y', control: true, shown: 'Y' }
	],
	text: [{ key: 't' }],
	map: [{ key: 'v' }],
	locate: [{ key: 'l' }],
	head: [{ key: 'h' }],
	out: [{ key: 'f' }],
	help: [{ key: '?' }]
};

/** What words that are selected in the text become by a key that elsewhere leads to a field of the report. */
export const sortOf: Partial<Record<Action, Sort>> = {
	place: 'place',
	actors: 'actor',
	date: 'date',
	source: 'source',
	passage: 'passage'
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * What a key does, or null. Where it writes another script or sign, its place on the keyboard counts, so that an Arabic
 * keyboard has the same keys.
 */
export function actionOf(pressed: Pressed): Action | null {
	if (pressed.altKey) return null;
	const control = pressed.ctrlKey || pressed.metaKey;
	const fits = (key: string) =>
		Object.entries(keys).find(([, all]) =>
			all.some(
				(wanted) =>
					wanted.key === key &&
					(wanted.control ?? false) === control &&
					// Which signs want the shift key depends on the keyboard.
					(!control || (wanted.shift ?? false) === pressed.shiftKey)
			)
		)?.[0] as Action | undefined;
	const written = pressed.key.toLowerCase();
	if (/^[a-z]$/.test(written)) return fits(written) ?? null;
	return fits(written) ?? fits(atPlace(pressed)) ?? null;
}

/** What the key writes on a keyboard for English. */
function atPlace({ code, shiftKey }: Pressed): string {
	const signs: Record<string, string> = { BracketLeft: '[{', BracketRight: ']}', Slash: '/?' };
	return signs[code]?.[shiftKey ? 1 : 0] ?? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

/** How the keys of an action are written: `Ctrl Z`. */
export function written(action: Action): string[] {
	return keys[action].map(({ key, control, shift, shown }) =>
		[control && 'Ctrl', shift && 'Shift', shown ?? key.toUpperCase()].filter(Boolean).join(' ')
	);
}
