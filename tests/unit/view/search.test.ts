import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { loadRecords } from '$lib/server/geodata';
import { createSearch, foldWord, searchDocuments, searchGroups, type SearchDocument } from '$lib/view/search';

const records = loadRecords();
const dataset = compile(records);
const documents = searchDocuments(dataset, records.actors);
const { search, idsOf } = await createSearch(documents);
const firstSite = (query: string) => search(query).sites[0]?.id;

const made: SearchDocument[] = [
	{
		key: 'sites/a',
		group: 'sites',
		id: 'a',
		title: { en: 'Hmeimim', ar: 'حميميم' },
		texts: ['Hmeimim Air Base', 'قَاعِدَة حميميم']
	},
	{
		key: 'sites/b',
		group: 'sites',
		id: 'b',
		title: { en: 'Masyaf', ar: 'مصياف' },
		texts: ['Maşyāf', 'مصياف', 'إدلب']
	},
	{
		key: 'quotes/r/0',
		group: 'quotes',
		id: 'r',
		title: { en: 'A paper', ar: 'A paper' },
		texts: ['They said that Masyaf was hit; and Masyaf it was.']
	}
];
const small = await createSearch(made);
const marked = (query: string, group: 'sites' | 'quotes') => {
	const texts = small.search(query)[group].flatMap(({ marked }) => marked);
	return texts.flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end)));
};

describe('search', () => {
	it('gives the ids of all that it finds, and not of the best alone', () => {
		const ids = idsOf('syria');
		expect(search('syria', 2).quotes).toHaveLength(2);
		expect(ids.quotes.size).toBeGreaterThan(5);
		for (const { id } of search('syria').quotes) expect(ids.quotes).toContain(id);
		expect(idsOf('')).toEqual({
			sites: new Set(),
			actors: new Set(),
			articles: new Set(),
			quotes: new Set()
		});
	});

	it.each([
		['Khmeimim', 'hmeimim'],
		['Humaymim', 'hmeimim'],
		['Hmeymim', 'hmeimim'],
		['حميميم', 'hmeimim'],
		['Хмеймим', 'hmeimim'],
		['хмейм', 'hmeimim'],
		['latakia', 'latakia-region'],
		['Lattakia', 'latakia-region'],
		['لاذقية', 'latakia-region'],
		['latakia airport', 'latakia-airport'],
		['masiaf', 'masyaf-facility'],
		['Masyaf', 'masyaf-facility'],
		['مصياف', 'masyaf-facility'],
		['at tanf', 'tanf'],
		['altanf', 'tanf'],
		['al-tanf', 'tanf'],
		['الفوج ٤٩', 'regiment-49'],
		['regiment ۴۹', 'regiment-49'],
		['४९', 'regiment-49'],
		['S200', 's200-base-hama'],
		['S ۲۰۰', 's200-base-hama'],
		['deirezzor', 'eastern-syria'],
		['regiment 49', 'regiment-49']
	])('for “%s” finds %s first', (query, id) => {
		expect(firstSite(query)).toBe(id);
	});

	it.each(['Tartous', 'Tartus', 'tart', 'Tratus', 'TARTUSS', 'طرطوس'])(
		'for “%s” finds a site at Tartus first',
		(query) => {
			expect(firstSite(query)).toMatch(/^tartus-/);
		}
	);

	it('finds actors, articles and the words of quotes, each in its group', () => {
		expect(search('hezbolah').actors[0]?.id).toBe('hezbollah');
		expect(search('crystal').articles[0]?.id).toBe('crystal-eyes-2019');
		const quotes = search('fighter aircraft').quotes;
		expect(quotes[0]?.id).toBe('iran-focus-2015-3');
		for (const group of searchGroups) {
			for (const hit of search('iran')[group]) expect(hit.group).toBe(group);
		}
	});

	it('finds every site by each of its names', () => {
		for (const { id, name, aliases } of dataset.sites) {
			for (const text of [...Object.values(name), ...aliases]) {
				expect(search(text, 50).sites.map((hit) => hit.id)).toContain(id);
			}
		}
	});

	it.each([
		['IRGC', 'irgc'],
		['الحرس الثوري', 'irgc'],
		['Qods Force', 'quds-force'],
		['Hizballah', 'hezbollah'],
		['حزب\u200cالله', 'hezbollah'],
		['قسد', 'sdf'],
		['États-Unis', 'united-states'],
		['США', 'united-states'],
		['Türkiye', 'turkey'],
		['ترکیه', 'turkey']
	])('knows an actor as %s', (query, id) => {
		expect(search(query).actors[0]?.id).toBe(id);
	});

	it('finds every actor by each of its names', () => {
		for (const { id, name, aliases = [] } of records.actors) {
			for (const text of [...Object.values(name), ...aliases]) {
				expect(search(text, 50).actors.map((hit) => hit.id)).toContain(id);
			}
		}
	});

	it('finds all the words before it finds some', () => {
		expect(small.search('hmeimim base').sites.map(({ id }) => id)).toEqual(['a']);
		expect(small.search('masyaf hit').quotes).toHaveLength(1);
		expect(small.search('masyaf hit').sites).toEqual([]);
		expect(
			small
				.search('hmeimim masyaf')
				.sites.map(({ id }) => id)
				.sort()
		).toEqual(['a', 'b']);
	});

	it('forgives one slip and not a second', () => {
		expect(small.search('hmeimm').sites).toHaveLength(1);
		expect(small.search('hmiemim').sites).toHaveLength(1);
		expect(small.search('hnaimm').sites).toHaveLength(0);
		expect(small.search('bsx').sites).toHaveLength(0);
	});

	it('marks the words where they stand in the original', () => {
		expect(marked('masyaf', 'sites')).toEqual(['Maşyāf']);
		expect(marked('masiaf', 'quotes')).toEqual(['Masyaf', 'Masyaf']);
		expect(marked('قاعده', 'sites')).toEqual(['قَاعِدَة']);
		expect(marked('hm', 'sites')).toEqual(['Hmeimim']);
	});

	it('writes out what nobody sees, and marks the words where they then are', async () => {
		const { search } = await createSearch([
			{
				key: 'quotes/h/0',
				group: 'quotes',
				id: 'h',
				title: { en: 'A\u202e' },
				texts: ['a\u202eb base c\u200ed']
			}
		]);
		const [hit] = search('base').quotes;
		expect(hit!.title.en).toMatch(/^A⟨U\+202E [^⟩]+⟩$/);
		const { text, ranges } = hit!.marked[0]!;
		expect(text).toMatch(/^a⟨U\+202E [^⟩]+⟩b base c/);
		expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['base']);
	});

	it('marks a name that is written apart as one', async () => {
		const title = { en: 'Tanf' };
		const { search } = await createSearch([
			{ key: 'sites/c', group: 'sites', id: 'c', title, texts: ['Base at Al-Tanf', 'Altanf', 'دير الزور'] }
		]);
		const found = (query: string) =>
			search(query).sites.flatMap(({ marked }) =>
				marked.flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end)))
			);
		expect(found('altanf')).toEqual(['Al-Tanf', 'Altanf']);
		expect(found('al tanf')).toEqual(['Al-Tanf', 'Altanf']);
		expect(found('tanf')).toEqual(['Tanf']);
		expect(found('ديرالزور')).toEqual(['دير الزور']);
	});

	it('folds what is written in several ways', () => {
		expect(['أ', 'إ', 'آ', 'ٱ'].map(foldWord)).toEqual(['ا', 'ا', 'ا', 'ا']);
		expect(foldWord('قاعِدة')).toBe(foldWord('قاعده'));
		expect(foldWord('اللاذقيّة')).toBe('لاذقيه');
		expect(foldWord('حـمـيـمـيـم')).toBe('حميميم');
		expect(foldWord('Maşyāf')).toBe('masyaf');
		expect(small.search('ادلب').sites[0]?.id).toBe('b');
	});

	it('finds nothing for nothing, and no more than asked', () => {
		for (const query of ['', '   ', '“”', '…']) expect(Object.values(search(query)).flat()).toEqual([]);
		expect(search('iran', 2).quotes).toHaveLength(2);
	});

	it('never throws, and marks only what is there', () => {
		const odd = fc.constantFrom(
			'__proto__',
			'constructor',
			'toString',
			'\ud800',
			'ـ',
			'*',
			'iran',
			'ال',
			'\u0301'
		);
		const queries = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: 'grapheme' }),
			fc.array(odd, { maxLength: 20 }).map((words) => words.join(' ')),
			fc.string({ minLength: 200, maxLength: 3000 })
		);
		fc.assert(
			fc.property(queries, (query) => {
				for (const { marked } of Object.values(search(query)).flat()) {
					expect(marked.length).toBeGreaterThan(0);
					for (const { text, ranges } of marked) {
						let last = 0;
						for (const [start, end] of ranges) {
							expect(start).toBeGreaterThanOrEqual(last);
							expect(end).toBeGreaterThan(start);
							last = end;
						}
						expect(last).toBeLessThanOrEqual(text.length);
					}
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('is made of plain, small documents with keys of their own', () => {
		expect(JSON.parse(JSON.stringify(documents))).toEqual(documents);
		expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
		expect(documents.filter(({ group }) => group === 'sites')).toHaveLength(dataset.sites.length);
	});
});
