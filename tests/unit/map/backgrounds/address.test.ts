import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFor, isFromSouth, tilesOf, type Tiled } from '../../../../src/lib/map/backgrounds/address';

const common = {
	id: 'one',
	name: { en: 'One' },
	look: 'map' as const,
	attribution: [],
	licence: { name: 'CC0', url: 'https://example.org' },
	hosts: []
};
const raster = (url: string, more: object = {}) => ({ type: 'raster', ...common, url, ...more }) as Tiled;
const wmts = (url: string, more: object = {}) => ({ type: 'wmts', ...common, url, ...more }) as Tiled;
const tiles = (background: Tiled, day = '') => tilesOf(background, day, 'https://site.example/map/');

describe('addresses of tiles', () => {
	it('are as MapLibre takes them: {r} is {ratio}, subdomains are addresses of their own', () => {
		expect(tiles(raster('https://{s}.t.example/{z}/{x}/{y}{r}.png', { subdomains: ['a', 'b'] }))).toEqual([
			'https://a.t.example/{z}/{x}/{y}{ratio}.png',
			'https://b.t.example/{z}/{x}/{y}{ratio}.png'
		]);
	});

	it('of files beside the site are on its host', () => {
		expect(tiles(raster('/map/tiles/{z}/{x}/{y}.png'))).toEqual([
			'https://site.example/map/tiles/{z}/{x}/{y}.png'
		]);
	});

	it('may count from the south', () => {
		const background = raster('https://t.example/{z}/{x}/{-y}.png');
		expect([tiles(background), isFromSouth(background)]).toEqual([
			['https://t.example/{z}/{x}/{y}.png'],
			true
		]);
		expect(isFromSouth(raster('https://t.example/{z}/{x}/{y}.png'))).toBe(false);
	});

	it('have the day in them', () => {
		expect(tiles(raster('https://t.example/{date}/{z}/{x}/{y}.png'), '2018-04-14')).toEqual([
			'https://t.example/2018-04-14/{z}/{x}/{y}.png'
		]);
	});

	it('of WMTS have the tile where its matrix, row and column stand', () => {
		const url = 'https://t.example/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.jpg';
		expect(tiles(wmts(url, { matrixSet: 'g', days: { from: '2000-01-01' } }), '2018-04-14')).toEqual([
			'https://t.example/default/2018-04-14/g/{z}/{y}/{x}.jpg'
		]);
	});

	it.each([
		['https://t.example/wmts', 'https://t.example/wmts?'],
		['https://t.example/wmts?map=a', 'https://t.example/wmts?map=a&'],
		['https://t.example/wmts?', 'https://t.example/wmts?']
	])('of WMTS by query ask for a tile: %s', (url, before) => {
		const [address] = tiles(wmts(url, { layer: 'a b', matrixSet: 'g' }));
		expect(address).toBe(
			`${before}SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=a%20b&STYLE=default&FORMAT=image%2Fjpeg&TILEMATRIXSET=g&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`
		);
	});
});

const day = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('the day of a picture', () => {
	it('is the wanted one, or the nearest that there is', () => {
		const days = { from: '2000-02-24', to: '2020-12-31' };
		expect(dayFor(days, '2018-04-14', '2026-11-30')).toBe('2018-04-14');
		expect(dayFor(days, '1999-01-01', '2026-11-30')).toBe('2000-02-24');
		expect(dayFor(days, '2024-01-01', '2026-11-30')).toBe('2020-12-31');
		expect(dayFor({ from: '2000-02-24' }, null, '2026-11-29')).toBe('2026-11-29');
	});

	it('never lies outside of the days that there are', () => {
		fc.assert(
			fc.property(day, fc.option(day), day, fc.option(day), (from, to, yesterday, wanted) => {
				fc.pre(from <= yesterday && (to === null || from <= to));
				const found = dayFor({ from, to }, wanted, yesterday);
				expect(found >= from && found <= yesterday && (to === null || found <= to)).toBe(true);
			})
		);
	});
});
