import { expect, it } from 'vitest';
import { actionOf } from '../../../../src/lib/features/desk/keys';

const pressed = (key: string, code = '', over: Partial<KeyboardEvent> = {}) =>
	actionOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...over });

it('a key does what the table says, in small letters and large', () => {
	expect(['n', 'N', 'ArrowDown', '[', '{', '?', '/', 'q'].map((key) => pressed(key))).toEqual([
		'next-pending',
		'next-pending',
		'next',
		'start-earlier',
		'start-later',
		'help',
		'split',
		'review'
	]);
	expect([pressed('z'), pressed('Enter'), pressed('a', '', { altKey: true })]).toEqual([null, null, null]);
});

it('undoes with Control as with Command, and does again with the shift key or Y', () => {
	expect(pressed('z')).toBeNull();
	expect(pressed('z', '', { ctrlKey: true })).toBe('undo');
	expect(pressed('z', '', { metaKey: true })).toBe('undo');
	expect(pressed('Z', '', { ctrlKey: true, shiftKey: true })).toBe('redo');
	expect(pressed('y', '', { ctrlKey: true })).toBe('redo');
});

it('counts the place of a key where it writes another script', () => {
	expect(pressed('ش', 'KeyA')).toBe('accept');
	expect(pressed('ف', 'KeyT')).toBe('text');
	expect([pressed('م', 'KeyL'), pressed('ر', 'KeyV')]).toEqual(['locate', 'map']);
	expect(pressed('ئ', 'KeyZ', { ctrlKey: true })).toBe('undo');
	expect(pressed('ج', 'BracketLeft')).toBe('start-earlier');
	expect(pressed('<', 'BracketLeft', { shiftKey: true })).toBe('start-later');
	expect(pressed('د', 'BracketRight')).toBe('end-later');
	expect(pressed('؟', 'Slash', { shiftKey: true })).toBe('help');
});
