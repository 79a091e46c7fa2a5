import { beforeEach, expect, it, vi } from 'vitest';
import { onFirstHand } from '../../../src/lib/base/firstHand';

let page: EventTarget;
beforeEach(() => {
	page = new EventTarget();
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	return () => vi.unstubAllGlobals();
});

it.each(['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin'])('is heard of once: %s', (sign) => {
	const then = vi.fn();
	onFirstHand(then);
	page.dispatchEvent(new Event('load'));
	expect(then).not.toHaveBeenCalled();
	page.dispatchEvent(new Event(sign));
	expect(then).toHaveBeenCalledTimes(1);
	page.dispatchEvent(new Event('keydown'));
	page.dispatchEvent(new Event('pointermove'));
	expect(then).toHaveBeenCalledTimes(1);
});

it('is not waited for any more when the page has gone', () => {
	const then = vi.fn();
	onFirstHand(then)();
	page.dispatchEvent(new Event('keydown'));
	expect(then).not.toHaveBeenCalled();
});
