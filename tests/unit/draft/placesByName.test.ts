import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withOwnPlaces } from '../../../src/lib/draft/gazetteer/own';
import { readGazetteer } from '../../../src/lib/draft/gazetteer/read';
import { placesByName } from '../../../src/lib/draft/placesByName';

const gazetteer = readGazetteer(
	readFileSync(new URL('../../../src/lib/draft/data/gazetteer.bin', import.meta.url))
);
const own = withOwnPlaces(gazetteer, [
	{
		id: 'depot',
		name: 'Northern Depot',
		names: ['Northern Depot', 'المستودع الشمالي'],
		position: [38.9, 34.1]
	}
]);
const found = (...names: string[]) => placesByName(names, own, ['SY']);

describe('the place of a name', () => {
	it('is one of the data set before all others, then of its countries, then the largest', () => {
		const [depot, arabic, tripoli, paris] = found('northern depot', 'المستودع الشمالي', 'Idlib', 'Paris');
		expect(depot).toMatchObject({ name: 'Northern Depot', longitude: 38.9, latitude: 34.1 });
		expect(arabic).toEqual(depot);
		expect(tripoli?.country).toBe('SY');
		expect(paris?.country).toBe('FR');
	});

	it('is as wide as what it names', () => {
		const [town] = found('Palmyra');
		expect(town!.longitude).toBeCloseTo(38.28, 1);
		expect(town!.latitude).toBeCloseTo(34.55, 1);
		expect(town!.radius_km).toBeGreaterThanOrEqual(5);
		// A country is nowhere in particular.
		expect(found('Syria', 'Germany')).toEqual([null, null]);
	});

	it('may have more behind it', () => {
		const [plain] = found('Palmyra');
		expect(found('Palmyra, Homs', 'Palmyra (Tadmur)', 'Palmyra; xqz')).toEqual([plain, plain, plain]);
	});

	it('is none where nothing is called so', () => {
		expect(found('', '   ', 'xqzzv', '?,', 'a'.repeat(10_000))).toEqual([null, null, null, null, null]);
	});
});
