import { describe, expect, it } from 'vitest';
import { aboutOf } from '../../../src/lib/geodata/about';
import { isInRegion } from '../../../src/lib/geodata/validate/places';
import { loadRecords } from '../../../src/lib/server/geodata';
import { validDirectory } from '../records';

describe('what is said of a data set', () => {
	it('is of the folder that it is read from', () => {
		expect(aboutOf(loadRecords(validDirectory).dataset)).toEqual({
			id: 'made-up-places',
			title: 'The Fixture: made-up places',
			description: 'What made-up articles report. None of it happened.',
			creator: 'The Fixture',
			keywords: ['made up'],
			languages: ['en', 'ar']
		});
	});
});

describe('a region', () => {
	const fiji = { box: [176, -20, -178, -15] } as const;
	const isIn = (longitude: number, latitude: number) =>
		isInRegion([longitude, latitude], { box: [...fiji.box] });

	it('may lie across the antimeridian', () => {
		expect([isIn(177, -18), isIn(180, -18), isIn(-179.5, -18)]).toEqual([true, true, true]);
		expect([isIn(-177, -18), isIn(175, -18), isIn(0, -18), isIn(179, -14)]).toEqual([
			false,
			false,
			false,
			false
		]);
	});
});
