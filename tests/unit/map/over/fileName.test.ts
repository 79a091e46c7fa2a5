import { describe, expect, it } from 'vitest';
import { fileName } from '../../../../src/lib/map/over/fileName';
import { m } from '../../../../src/lib/words';

const overlays = [{ id: 'mine' }, { id: 'theirs', isPublished: true }];

describe('the name of a file that is missing', () => {
	it('is in words for our own files and those of the basemap', () => {
		expect(fileName('marks', [])).toBe(m.map_file_marks());
		expect(fileName('cities', overlays)).toBe(m.map_file_cities());
	});

	it('tells what the site publishes from what is the reader’s own', () => {
		expect(fileName('overlay-theirs', overlays)).toBe(m.own_tiles_file());
		expect(fileName('overlay-mine', overlays)).toBe(m.own_map_file());
		expect(fileName('overlay-gone', overlays)).toBe(m.own_map_file());
	});

	it('is the file’s own where there are no words for it', () => {
		expect(fileName('elsewhere', overlays)).toBe('elsewhere');
	});
});
