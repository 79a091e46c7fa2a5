import { describe, expect, it } from 'vitest';
import { OutOfWindow } from '../../../../src/lib/map/overlay/outOfWindow';
import type { OverlayLayer } from '../../../../src/lib/map/overlay/overlay';
import { overlayLayer } from '../fixtures';

const plain: OverlayLayer = { ...overlayLayer, off: new Set(), window: null, selected: null };

describe('what is outside a window', () => {
	/** A map with the features of its tiles, which keeps what it is told of them. */
	class StatefulMap {
		/** Whether each is out, by id; a row of the tiles has a day each. */
		readonly out = new Map<number, boolean>();
		days: Record<number, number> = { 1: 10, 2: 20, 3: 30 };
		changes = 0;
		getSource = () => ({});
		querySourceFeatures = (_: string, { sourceLayer }: { sourceLayer: string }) =>
			sourceLayer === 'shapes'
				? Object.entries(this.days).map(([id, day]) => ({
						id: Number(id),
						properties: { from: day, to: day }
					}))
				: [];
		setFeatureState = ({ id }: { id: number }, { out }: { out: boolean }) => {
			this.changes++;
			this.out.set(id, out);
		};
		removeFeatureState = () => this.out.clear();
		get hidden() {
			return [...this.out].filter(([, isOut]) => isOut).map(([id]) => id);
		}
	}
	const within = (from: number, to: number) => ({ ...plain, window: { from, to } });

	it('is hidden, follows the window, and only what changed is told to the map', () => {
		const map = new StatefulMap();
		const out = new OutOfWindow(map as never);
		out.update(within(15, 40));
		expect(map.hidden).toEqual([1]);
		out.update(within(15, 25));
		expect(map.hidden.sort()).toEqual([1, 3]);
		expect(map.changes).toBe(2);
		out.update(plain);
		expect(map.hidden).toEqual([]);
	});

	it('is hidden in tiles that come later, and after the style was built anew', () => {
		const map = new StatefulMap();
		const out = new OutOfWindow(map as never);
		out.update(within(15, 40));
		map.days = { ...map.days, 4: 5 };
		out.update(within(15, 40));
		expect(map.hidden.sort()).toEqual([1, 4]);
		out.clear();
		expect(map.hidden).toEqual([]);
		out.update(within(15, 40));
		expect(map.hidden.sort()).toEqual([1, 4]);
	});
});
