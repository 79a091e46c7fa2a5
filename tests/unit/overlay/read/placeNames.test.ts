import { expect, it } from 'vitest';
import { isCalledPlace } from '../../../../src/lib/overlay/read/placeNames';

it('columns of names of places are known by a whole word of their name', () => {
	for (const name of ['location', 'Site location', 'city_name', 'Village', 'المدينة', 'Lieu'])
		expect(isCalledPlace(name), name).toBe(true);
	for (const name of ['velocity', 'website', 'placeholder', 'date', '', 'المدن'])
		expect(isCalledPlace(name), name).toBe(false);
});
