/** What a background adds to the style, where it lies in it, and what comes of its requests. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asked, draw, type Drawn } from '../../../../src/lib/map/backgrounds/draw';
import type { Background } from '../../../../src/lib/map/backgrounds/list';
import { Fault, Reception } from '../../../../src/lib/map/backgrounds/reception';
import { prepare } from '../../../../src/lib/map/data';
import { loadBasemap } from '../../../../src/lib/map/style/basemap';
import { buildStyle, layerOptions } from '../../../../src/lib/map/style/style';
import { actors, marks, overlays, shapes } from '../fixtures';

const host = 'https://tiles.example.org';
const common = {
	id: 'one',
	name: { en: 'One' },
	attribution: [{ text: 'Nobody', url: 'https://example.org' }],
	licence: { name: 'CC0', url: 'https://example.org' },
	hosts: [host]
};
const pictures: Background = {
	type: 'raster',
	...common,
	url: `${host}/{z}/{x}/{y}{ratio}.png`,
	look: 'imagery',
	maxzoom: 12
};
const styled: Background = { type: 'style', ...common, url: `${host}/maps/style.json`, look: 'map' };
const style = {
	version: 8,
	sources: { land: { type: 'vector', tiles: ['../tiles/{z}/{x}/{y}.pbf'] } },
	glyphs: '/letters/{fontstack}/{range}.pbf',
	sprite: 'signs',
	layers: [
		{ id: 'sea', type: 'background', paint: { 'background-color': '#0af' } },
		{ id: 'land', type: 'fill', source: 'land', 'source-layer': 'land', paint: { 'fill-color': '#fff' } },
		{
			id: 'names',
			type: 'symbol',
			source: 'land',
			'source-layer': 'names',
			layout: { 'text-field': ['get', 'name'], 'text-font': ['Noto Sans Regular'] }
		}
	]
};

type Answer = { status?: number; type?: string; body?: string | Uint8Array<ArrayBuffer> };
let answers: Record<string, Answer | Error>;
let requests: { address: string; referrerPolicy?: string; credentials?: string }[];
let reception: Reception;

beforeEach(() => {
	answers = { [`${host}/maps/style.json`]: { type: 'application/json', body: JSON.stringify(style) } };
	requests = [];
	reception = new Reception(() => undefined);
	reception.begin();
	vi.stubGlobal('location', new URL('https://site.example/map/'));
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('createImageBitmap', async (blob: Blob) => {
		if ((await blob.text()) !== 'picture') throw new Error('no picture');
		return 'bitmap';
	});
	vi.stubGlobal('fetch', async (address: string, { referrerPolicy, credentials }: RequestInit) => {
		requests.push({ address, referrerPolicy, credentials });
		const answer = answers[address] ?? { status: 404 };
		if (answer instanceof Error) throw answer;
		const { status = 200, type = 'image/png', body = '' } = answer;
		return new Response(body, { status, headers: { 'content-type': type } });
	});
	return () => {
		reception.end();
		vi.unstubAllGlobals();
	};
});

const drawIt = (background: Background) =>
	draw(background, { theme: 'light', language: 'en', day: '', reception, map: 'm1' });

/** The ids of the layers of the whole style, from the ground up. */
async function stackOf(drawn: Drawn, isShown = true) {
	const options = {
		theme: 'light' as const,
		language: 'en' as const,
		actors,
		data: prepare(marks, shapes, actors),
		measure: { type: 'FeatureCollection' as const, features: [] },
		overlays,
		background: { ...drawn, isShown }
	};
	const built = buildStyle(options, await loadBasemap('light', layerOptions(options)));
	expect(validateStyleMin(built)).toEqual([]);
	const ids = built.layers.map(({ id }) => id);
	return { built, at: (id: string) => ids.findIndex((each) => each === id || each.startsWith(`${id}-`)) };
}

describe('where a background lies', () => {
	it('of pictures: on the ground, beneath borders, names and marks of ours', async () => {
		const { built, at } = await stackOf(await drawIt(pictures));
		expect(built.sources.background).toMatchObject({
			type: 'raster',
			tiles: [asked('m1', 'tile', `${host}/{z}/{x}/{y}{ratio}.png`)],
			maxzoom: 12
		});
		const order = [
			'sea',
			'land',
			'lakes',
			'background',
			'borders',
			'overlay',
			'city-names',
			'site-names'
		].map(at);
		expect(order).toEqual([...order].sort((a, b) => a - b));
		expect(order).not.toContain(-1);
		// Dashed rings have a dark line beneath them.
		expect(at('ring-halo')).toBeGreaterThan(at('background'));
		expect(at('ring-halo')).toBeLessThan(at('ring-edge'));
	});

	it('a drawn map: on our ground and on our names, with its own names above the reader’s data', async () => {
		const { built, at } = await stackOf(await drawIt(styled));
		expect(at('background-land')).toBeGreaterThan(at('city-names'));
		expect(at('overlay')).toBeGreaterThan(at('background-land'));
		expect(at('background-names')).toBeGreaterThan(at('overlay'));
		expect(at('site-names')).toBeGreaterThan(at('background-names'));
		expect(built.glyphs).toBe(`${host}/letters/{fontstack}/{range}.pbf`);
		expect(built.sprite).toBe(`${host}/maps/signs`);
		expect(built.sources['background-land']).toMatchObject({ tiles: [`${host}/tiles/{z}/{x}/{y}.pbf`] });
	});

	it('hides nothing of ours until there is something of it to see', async () => {
		const drawn = await drawIt(styled);
		const opacity = async (isShown: boolean) => {
			const { built, at } = await stackOf(drawn, isShown);
			return (built.layers[at('background-sea')]!.paint as Record<string, unknown>)['background-opacity'];
		};
		expect([await opacity(false), await opacity(true)]).toEqual([0, undefined]);
		const { at } = await stackOf(await drawIt(pictures), false);
		expect(at('ring-halo')).toBe(-1);
	});
});

describe('what is asked for', () => {
	const tile = async (address: string, background = pictures, signal = new AbortController()) => {
		const { answer } = await drawIt(background);
		return answer({ url: asked('m1', 'tile', address), type: 'image' }, signal);
	};

	it('is told no page, sends no cookie, and is a picture', async () => {
		answers[`${host}/1/0/0.png`] = { body: 'picture' };
		expect(await tile(`${host}/1/0/0.png`)).toMatchObject({ data: 'bitmap' });
		expect(requests).toEqual([
			{ address: `${host}/1/0/0.png`, referrerPolicy: 'no-referrer', credentials: 'omit' }
		]);
		expect(reception.state).toEqual({ state: 'shown' });
		await tile(`${host}/1/0/0.png`, { ...pictures, referrer: 'origin' });
		expect(requests[1]).toMatchObject({ referrerPolicy: 'origin' });
	});

	it.each<[string, Answer | Error, string]>([
		['an error', { status: 503 }, 'status'],
		['a page', { type: 'text/html; charset=utf-8', body: '<p>Sign in</p>' }, 'other'],
		['a page that calls itself a picture', { body: '<p>Sign in</p>' }, 'other'],
		['nobody', new TypeError('Failed to fetch'), 'unreachable']
	])('is missing where %s answers', async (_, answer, why) => {
		answers[`${host}/1/0/0.png`] = answer;
		await expect(tile(`${host}/1/0/0.png`)).rejects.toBeInstanceOf(Fault);
		expect(reception.state).toMatchObject({ state: 'missing', reason: { why } });
	});

	it('is missing for want of a network', async () => {
		vi.stubGlobal('navigator', { onLine: false });
		answers[`${host}/1/0/0.png`] = new TypeError('Failed to fetch');
		await expect(tile(`${host}/1/0/0.png`)).rejects.toThrow();
		expect(reception.state).toEqual({ state: 'missing', reason: { why: 'offline' } });
	});

	it('is never asked of a host that the background does not name', async () => {
		await expect(tile('https://elsewhere.example/1/0/0.png')).rejects.toThrow();
		expect(requests).toEqual([]);
		expect(reception.state).toMatchObject({
			state: 'missing',
			reason: { why: 'unnamed', host: 'elsewhere.example' }
		});
	});

	it('and not wanted any more counts for nothing', async () => {
		const control = new AbortController();
		control.abort();
		answers[`${host}/1/0/0.png`] = new DOMException('aborted', 'AbortError');
		await expect(tile(`${host}/1/0/0.png`, pictures, control)).rejects.toThrow();
		expect(reception.state).toEqual({ state: 'waiting' });
	});

	it('in parts of a style may lack letters, and not what names its tiles', async () => {
		const { answer } = await drawIt(styled);
		const control = new AbortController();
		await expect(
			answer({ url: asked('m1', 'part', `${host}/letters/a.pbf`), type: 'arrayBuffer' }, control)
		).rejects.toThrow();
		expect(reception.state).toMatchObject({ state: 'partial' });
		await expect(
			answer({ url: asked('m1', 'source', `${host}/tiles.json`), type: 'json' }, control)
		).rejects.toThrow();
		expect(reception.state).toMatchObject({ state: 'missing', reason: { why: 'status', status: 404 } });
	});

	it.each<[string, Answer, string]>([
		['is no JSON', { type: 'application/json', body: '{' }, 'other'],
		['is no style', { type: 'application/json', body: '{"sources": {}}' }, 'other'],
		['is a page', { type: 'text/html', body: '<p>' }, 'other'],
		['is not there', { status: 404 }, 'status']
	])('as a style that %s gives the reason', async (_, answer, why) => {
		answers[`${host}/maps/style.json`] = answer;
		await expect(drawIt(styled)).rejects.toMatchObject({ reason: { why } });
	});
});
