import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { prepare, type MapSite } from '../../../../src/lib/map/data';
import {
	describeChange,
	describeMap,
	describeOverlays,
	mostDescribed
} from '../../../../src/lib/map/over/description';
import { overwriteGetLocale } from '../../../../src/lib/words/compiled/runtime.js';
import { actors, mark, marks, shapes } from '../fixtures';

const sites = [...prepare(marks, shapes, actors).sites.values()];
const arabic: Record<string, string> = { russia: 'روسيا', iran: 'إيران', israel: 'إسرائيل' };
const nameOf = (actor: string) => actor.toUpperCase();
/** What each site shows, as the map knows it. */
const present = (shown: Record<string, string[]>) => new Map(Object.entries(shown));

afterEach(() => overwriteGetLocale(() => 'en'));

describe('the description of the map', () => {
	it('counts what is shown and names each site with the actors that the filters leave', () => {
		expect(describeMap(sites, present({ a: ['russia'], d: ['united-states'] }), nameOf)).toBe(
			'2 sites shown, 0 contested. a: RUSSIA. d: UNITED-STATES.'
		);
	});

	it('has those first that most actors share, the others in their order', () => {
		const shown = { a: ['russia'], b: ['iran-militias'], c: ['iran', 'russia'] };
		expect(describeMap(sites, present(shown), nameOf)).toBe(
			'3 sites shown, 0 contested. c: IRAN, RUSSIA. a: RUSSIA. b: IRAN-MILITIAS.'
		);
	});

	it('says how many of those that are shown are contested', () => {
		const contested = sites.map((site): MapSite => ({ ...site, disputed: site.id !== 'b' }));
		expect(describeMap(contested, present({ a: ['russia'], b: ['iran-militias'] }), nameOf)).toContain(
			'2 sites shown, 1 contested.'
		);
	});

	it('says that nothing is left', () => {
		expect(describeMap(sites, present({ a: [] }), nameOf)).toBe('0 sites shown, 0 contested.');
	});

	it('names no more than it has to, and says how many more there are', () => {
		const many = Array.from({ length: mostDescribed + 2 }, (_, index) => mark(`s${index}`, 'russia'));
		const all = [...prepare({ ...marks, features: many }, shapes, actors).sites.values()];
		const text = describeMap(all, new Map(all.map(({ id }) => [id, ['russia']])), nameOf);
		expect(text.match(/RUSSIA/g)).toHaveLength(mostDescribed);
		expect(text).toMatch(/ And 2 more; the table has all of them\.$/);
	});

	it('never names a site that is not shown, nor leaves one out uncounted', () => {
		const choices = fc.array(fc.subarray(['russia', 'iran', 'israel']), { minLength: 12, maxLength: 12 });
		fc.assert(
			fc.property(choices, (shown) => {
				const all = shown.map((own, index): MapSite => ({
					...sites[0]!,
					id: `s${index}`,
					name: { en: `<s${index}>`, ar: '' },
					actors: own
				}));
				const text = describeMap(all, new Map(all.map((site) => [site.id, site.actors])), nameOf);
				const more = Number(/And (\d+) more/.exec(text)?.[1] ?? 0);
				const named = all.filter(({ name }) => text.includes(name.en));
				expect(named.every((site) => site.actors.length > 0)).toBe(true);
				expect(named.length + more).toBe(all.filter((site) => site.actors.length > 0).length);
				expect(text.startsWith(`${named.length + more} site`)).toBe(true);
			})
		);
	});

	it('is in the language of the reader', () => {
		overwriteGetLocale(() => 'ar');
		const [site] = sites.map((one): MapSite => ({
			...one,
			name: { en: 'Tartus', ar: 'طرطوس' },
			disputed: true
		}));
		expect(describeMap([site!], present({ a: ['russia', 'iran'] }), (actor) => arabic[actor]!)).toBe(
			'المواقع المعروضة: ١، منها ١ محل خلاف. طرطوس: روسيا، إيران.'
		);
	});
});

describe('what a change of the filters did', () => {
	it('is one short sentence', () => {
		expect(describeChange(12, 26)).toBe('12 of 26 sites shown');
		expect(describeChange(0, 1)).toBe('0 of 1 site shown');
		overwriteGetLocale(() => 'ar');
		expect(describeChange(12, 26)).toBe('المواقع المعروضة: ١٢ من ٢٦');
	});
});

describe('a reader’s own data in words', () => {
	it('is counted, and the table is named, since its marks have no links', () => {
		expect(describeOverlays([{ rows: 1200 }, { rows: 34 }])).toEqual([
			'And 1,234 rows of your own data, which the table has too.'
		]);
		expect(describeOverlays([{ rows: 1 }])).toEqual(['And 1 row of your own data, which the table has too.']);
	});

	it('is not there where there is none', () => {
		expect(describeOverlays([])).toEqual([]);
		expect(describeOverlays([{ rows: 0 }])).toEqual([]);
	});
});
