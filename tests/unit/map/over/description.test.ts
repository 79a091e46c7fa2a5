import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { prepare, type MapSite } from '../../../../src/lib/map/data';
import {
	describeChange,
	describeKind,
	describeMap,
	describeOverlays,
	mostDescribed
} from '../../../../src/lib/map/over/description';
import { overwriteGetLocale } from '../../../../src/lib/words/compiled/runtime.js';
import { actors, mark, marks, shapes } from '../fixtures';

const sites = [...prepare(marks, shapes, actors).sites.values()];
const arabic: Record<string, string> = { russia: 'روسيا', iran: 'إيران', israel: 'إسرائيل' };
const named = (id: string) => ({ name: { en: id.toUpperCase(), ar: arabic[id] ?? '' } });
/** The actors of each site that is on the map. */
const onMap = (actors: Record<string, string[]>) =>
	new Map(Object.entries(actors).map(([site, ids]) => [site, ids.map(named)]));

afterEach(() => overwriteGetLocale(() => 'en'));

describe('the description of the map', () => {
	it('counts what is shown and names each site with the actors that the filters leave', () => {
		expect(describeMap(sites, onMap({ a: ['russia'], d: ['united-states'] }))).toBe(
			'2 sites shown, 0 contested. a: RUSSIA. d: UNITED-STATES.'
		);
	});

	it('has those first that most actors share, the others in their order', () => {
		const shown = { a: ['russia'], b: ['iran-militias'], c: ['iran', 'russia'] };
		expect(describeMap(sites, onMap(shown))).toBe(
			'3 sites shown, 0 contested. c: IRAN, RUSSIA. a: RUSSIA. b: IRAN-MILITIAS.'
		);
	});

	it('says how many of those that are shown are contested', () => {
		const contested = sites.map((site): MapSite => ({ ...site, disputed: site.id !== 'b' }));
		expect(describeMap(contested, onMap({ a: ['russia'], b: ['iran-militias'] }))).toContain(
			'2 sites shown, 1 contested.'
		);
	});

	it('says of a site that only drafts report on it', () => {
		const [site] = sites.map((one): MapSite => ({ ...one, draft: true }));
		expect(describeMap([site!], onMap({ a: ['russia'] }))).toContain('a (draft): RUSSIA.');
		expect(describeKind(site!)).toContain('draft');
	});

	it('says that nothing is left', () => {
		expect(describeMap(sites, onMap({ a: [] }))).toBe('0 sites shown, 0 contested.');
	});

	it('names no more than it has to, and says how many more there are', () => {
		const many = Array.from({ length: mostDescribed + 2 }, (_, index) => mark(`s${index}`, 'russia'));
		const all = [...prepare({ ...marks, features: many }, shapes, actors).sites.values()];
		const text = describeMap(all, new Map(all.map(({ id }) => [id, [named('russia')]])));
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
				const text = describeMap(all, new Map(all.map((site) => [site.id, site.actors.map(named)])));
				const more = Number(/And (\d+) more/.exec(text)?.[1] ?? 0);
				const told = all.filter(({ name }) => text.includes(name.en!));
				expect(told.every((site) => site.actors.length > 0)).toBe(true);
				expect(told.length + more).toBe(all.filter((site) => site.actors.length > 0).length);
				expect(text.startsWith(`${told.length + more} site`)).toBe(true);
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
		expect(describeMap([site!], onMap({ a: ['russia', 'iran'] }))).toBe(
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
