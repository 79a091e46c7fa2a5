import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ChosenBackground } from '../../../../src/lib/map/backgrounds/chosen.svelte';
import type { Background } from '../../../../src/lib/map/backgrounds/list';

const background = (id: string, hosts: string[] = []): Background => ({
	type: 'raster',
	id,
	name: { en: id },
	url: `${hosts[0] ?? ''}/{z}/{x}/{y}.png`,
	look: 'map',
	attribution: [{ text: `© ${id}`, url: 'https://example.org' }],
	licence: { name: 'CC0', url: 'https://example.org' },
	hosts
});
const far = 'https://tiles.example.org';
const all = [background('here'), background('far', [far]), background('farther', [far, 'https://b.example'])];

/** A map of a page whose address says this. */
function mapOf(said: string | null) {
	const page = { said, steps: [] as (readonly [string | null, boolean])[] };
	const map = new ChosenBackground(
		() => page.said,
		(id, replace) => {
			page.said = id;
			page.steps.push([id, replace]);
		},
		all
	);
	return { page, map };
}

describe('the background of a map', () => {
	beforeEach(() => {
		const kept = new Map<string, string>();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => kept.set(key, value),
			removeItem: (key: string) => kept.delete(key)
		});
		return () => vi.unstubAllGlobals();
	});

	it('is the one of the address: beside the site at once, of another host once the reader agrees', () => {
		const here = mapOf('here').map;
		here.start();
		expect([here.shown?.id, here.asks]).toEqual(['here', false]);
		const { map } = mapOf('far');
		map.start();
		expect([map.shown, map.asks, map.unasked]).toEqual([null, true, [far]]);
		map.agree();
		expect([map.shown?.id, map.asks, map.credits]).toEqual(['far', false, ['© far']]);
	});

	it('asks about a host once, and about another again', () => {
		const first = mapOf('far').map;
		first.start();
		first.agree();
		const { map, page } = mapOf('far');
		map.start();
		expect(map.asks).toBe(false);
		map.choose('farther');
		expect(page.said).toBe('farther');
		expect([map.asks, map.unasked]).toEqual([true, ['https://b.example']]);
	});

	it('is kept, and put into an address that says nothing', () => {
		const first = mapOf(null).map;
		first.start();
		first.choose('here');
		const { map, page } = mapOf(null);
		map.start();
		expect(page.steps).toEqual([['here', true]]);
		expect(map.shown?.id).toBe('here');
		map.choose(null);
		const next = mapOf(null);
		next.map.start();
		expect(next.page.steps).toEqual([]);
	});

	it('is not kept before the reader agrees, nor for following a link', () => {
		const first = mapOf(null).map;
		first.start();
		first.choose('far');
		mapOf('here').map.start();
		const { map, page } = mapOf(null);
		map.start();
		expect([page.steps, map.shown]).toEqual([[], null]);
	});

	it('is kept on maps of which no address speaks', () => {
		const page = mapOf(null).map;
		page.start();
		page.choose('here');
		const desk = new ChosenBackground(undefined, undefined, all);
		expect(desk.shown).toBeNull();
		desk.start();
		expect(desk.shown?.id).toBe('here');
		desk.choose(null);
		expect(desk.shown).toBeNull();
	});

	it('that the site does not have is told of, and the map’s own is shown', () => {
		const { map } = mapOf('elsewhere');
		expect(map.isUnknown).toBe(false);
		map.start();
		expect([map.isUnknown, map.shown, map.asks]).toEqual([true, null, false]);
	});

	it('works where storage is closed', () => {
		const closed = () => {
			throw new DOMException('closed', 'SecurityError');
		};
		vi.stubGlobal('localStorage', { getItem: closed, setItem: closed, removeItem: closed });
		const { map } = mapOf('far');
		map.start();
		map.agree();
		expect(map.shown?.id).toBe('far');
	});
});
