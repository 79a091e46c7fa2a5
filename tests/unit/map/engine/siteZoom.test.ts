import { describe, expect, it } from 'vitest';
import { nearestZoom, zoomTo } from '../../../../src/lib/map/engine/siteZoom';
import { zoomForWidth } from '../../../../src/lib/map/scale';

const point = { position: [36, 35] as [number, number], uncertainty: null };

describe('the zoom to a site', () => {
	it('is near for one that stands alone, and stays where the map is nearer already', () => {
		expect(zoomTo(point, [], 5, 600)).toBe(9);
		expect(zoomTo(point, [], 10.3, 600)).toBe(10.3);
	});

	it('parts it from its neighbours, but goes no nearer than the articles do', () => {
		const apart = zoomTo(point, [[36.04, 35]], 5, 600);
		expect(apart).toBeGreaterThan(9);
		expect(apart).toBeLessThan(nearestZoom);
		expect(zoomTo(point, [[36.0001, 35]], 5, 600)).toBe(nearestZoom);
		expect(zoomTo(point, [], 14, 600)).toBe(nearestZoom);
	});

	it('shows the circle of uncertainty on a quarter to a third of the clear part', () => {
		const wide = { ...point, uncertainty: [35, 34, 37, 36] as [number, number, number, number] };
		expect(zoomTo(wide, [], 12, 600)).toBe(zoomForWidth(35, 37, 200));
		const slim = { ...point, uncertainty: [35.97, 34.97, 36.03, 35.03] as [number, number, number, number] };
		expect(zoomTo(slim, [], 5, 600)).toBe(zoomForWidth(35.97, 36.03, 150));
	});
});
