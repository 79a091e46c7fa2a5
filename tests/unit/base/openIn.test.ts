import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geoAddress, openLinks, pictureLink, zoomFor } from '../../../src/lib/base/openIn';

const base = { longitude: 35.94861, latitude: 35.40113, radius_km: 0.5 };
const hrefs = (place: typeof base | { longitude: number; latitude: number; radius_km: number | null }) =>
	Object.fromEntries(openLinks(place, 'ar').map(({ id, href }) => [id, href]));

describe('a place on other maps', () => {
	it('is opened as their documentation says, as near as it is known', () => {
		expect(hrefs(base)).toEqual({
			openstreetmap: 'https://www.openstreetmap.org/?mlat=35.4011&mlon=35.9486#map=16/35.4011/35.9486',
			'google-maps':
				'https://www.google.com/maps/@?api=1&map_action=map&center=35.4011%2C35.9486&zoom=16&basemap=satellite',
			'google-earth': 'https://earth.google.com/web/@35.4011,35.9486,0a,1905d,35y,0h,0t,0r',
			bing: 'https://www.bing.com/maps?cp=35.4011~35.9486&lvl=16&style=h&sp=point.35.4011_35.9486',
			apple: 'https://maps.apple.com/?ll=35.4011,35.9486&q=35.4011,35.9486&z=16&t=k',
			wikimapia: 'https://wikimapia.org/#lang=ar&lat=35.4011&lon=35.9486&z=16&m=w',
			geohack: 'https://geohack.toolforge.org/geohack.php?language=ar&params=35.4011_N_35.9486_E_dim:1200'
		});
		expect(geoAddress(base)).toBe('geo:35.4011,35.9486?z=16');
	});

	it('that is only somewhere about has no pin, and is seen from farther', () => {
		const about = hrefs({ ...base, radius_km: 25 });
		expect(about.openstreetmap).toBe('https://www.openstreetmap.org/#map=10/35.401/35.949');
		expect(about.bing).not.toContain('point');
		expect(about.apple).not.toContain('q=');
	});

	it('in the south and the west keeps its side', () => {
		const { geohack } = hrefs({ longitude: -58.4, latitude: -0.00001, radius_km: 2 });
		expect(geohack).toContain('params=0_N_58.4_W_');
		expect(hrefs({ longitude: -58.4, latitude: -34.6, radius_km: 2 }).geohack).toContain('34.6_S_58.4_W');
	});

	it('has addresses that browsers read as they are meant, wherever it is', () => {
		const place = fc.record({
			longitude: fc.double({ min: -180, max: 180, noNaN: true }),
			latitude: fc.double({ min: -85, max: 85, noNaN: true }),
			radius_km: fc.option(fc.double({ min: 0, max: 5000, noNaN: true }))
		});
		fc.assert(
			fc.property(place, (place) => {
				for (const { href } of openLinks(place, 'en')) {
					expect(new URL(href).protocol).toBe('https:');
					expect(href).not.toMatch(/e-\d|NaN|undefined|-0[^.\d]/);
				}
				expect(zoomFor(place)).toBeGreaterThanOrEqual(4);
				expect(zoomFor(place)).toBeLessThanOrEqual(17);
			})
		);
		expect(zoomFor({ latitude: 35, radius_km: 2 })).toBeLessThan(zoomFor({ latitude: 35, radius_km: 1 }));
	});

	it('has pictures about the days of a report, of the kind that there was, and none before the satellite', () => {
		const query = (from: string, to: string) => new URL(pictureLink(base, { from, to })!.href).searchParams;
		const then = query('2018-07-12', '2018-08-01');
		expect(Object.fromEntries(then)).toMatchObject({
			lat: '35.4011',
			lng: '35.9486',
			zoom: '16',
			datasetId: 'S2_L1C_CDAS',
			fromTime: '2018-07-12T00:00:00.000Z',
			toTime: '2018-08-01T23:59:59.999Z'
		});
		expect(query('2022-08-21', '2022-09-10').get('datasetId')).toBe('S2_L2A_CDAS');
		expect(pictureLink(base, { from: '2014-01-01', to: '2015-06-30' })).toBeNull();
	});
});
