import { describe, expect, it } from 'vitest';
import sources from '../../../geodata/basemap/sources.json';
import { credits } from '../../../src/lib/map/credits';

describe('the credits of the map', () => {
	it('name each attribution of the basemap once', () => {
		const named = credits.map(({ attribution }) => attribution);
		expect(named).toEqual([...new Set(sources.map(({ attribution }) => attribution))]);
		expect(named.length).toBeGreaterThan(0);
	});
});
