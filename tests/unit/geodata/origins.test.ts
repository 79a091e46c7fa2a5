import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import type { SourceView } from '$lib/geodata/views';
import { chainTree, dependentRoots, originsOf, type Traced } from '$lib/geodata/origins';
import { firstRecords } from '../records';

const { sites, reports } = compile(firstRecords());
const originsAt = (id: string) => originsOf(sites.find((site) => site.id === id)!.reports);

const source = (id: string): SourceView => ({
	id,
	name: id.toUpperCase(),
	kind: 'agency',
	date: null,
	references: []
});
const report = (id: string, article: string, ...chain: string[]): Traced => ({
	id,
	article: {
		id: article,
		sha256: '',
		checked: null,
		draft: false,
		title: article,
		language: 'en',
		publisher: `The ${article}`,
		url: 'https://example.org',
		published: { edtf: '2020', stated: null, inferred: null }
	},
	chain: chain.map(source)
});

describe('origins', () => {
	it('are the roots of the chains, whatever lies between', () => {
		const origins = originsOf([report('a-1', 'a', 'person', 'wire'), report('b-1', 'b', 'person')]);
		expect(origins).toEqual({
			roots: [{ id: 'person', name: 'PERSON', kind: 'agency', reports: ['a-1', 'b-1'] }],
			count: 1,
			independent: 1
		});
	});

	it('are the article itself where the chain is empty', () => {
		const origins = originsOf([report('a-1', 'a'), report('a-2', 'a'), report('b-1', 'b')]);
		expect(origins.roots.map(({ id, kind, name }) => [id, kind, name])).toEqual([
			['a', 'article', 'The a'],
			['b', 'article', 'The b']
		]);
		expect(origins).toMatchObject({ count: 2, independent: 2 });
	});

	it('does not call a root independent that draws on another elsewhere', () => {
		const wire = [report('a-1', 'a', 'official', 'wire'), report('b-1', 'b', 'wire')];
		expect(originsOf(wire)).toMatchObject({ count: 2, independent: 1 });
		const author = [report('a-1', 'a', 'official'), report('a-2', 'a')];
		expect(originsOf(author)).toMatchObject({ count: 2, independent: 1 });
	});

	it('tells an article from a source of the same id', () => {
		expect(originsOf([report('a-1', 'same'), report('b-1', 'b', 'same')]).count).toBe(2);
	});

	it('are none for no reports', () => {
		expect(originsOf([])).toEqual({ roots: [], count: 0, independent: 0 });
	});

	it('name what a root draws on, where it is not independent', () => {
		const wire = [report('a-1', 'a', 'person', 'wire'), report('b-1', 'b', 'wire')];
		expect(dependentRoots(chainTree(wire))).toEqual([{ name: 'WIRE', drawsOn: ['PERSON'] }]);
		expect(dependentRoots(chainTree([report('a-1', 'a'), report('b-1', 'b')]))).toEqual([]);
	});
});

describe('the drawing of chains', () => {
	it('has the articles at the bottom and every edge running down', () => {
		const tree = chainTree([report('a-1', 'a', 'x', 'y'), report('b-1', 'b', 'y'), report('b-2', 'b')]);
		expect(tree.nodes.map(({ key, layer, root }) => [key, layer, root])).toEqual([
			['article/a', 0, false],
			['article/b', 0, true],
			['source/y', 1, true],
			['source/x', 2, true]
		]);
		expect(tree.edges.map(({ from, to, reports }) => [from, to, reports])).toEqual([
			['source/x', 'source/y', ['a-1']],
			['source/y', 'article/a', ['a-1']],
			['source/y', 'article/b', ['b-1']]
		]);
		expect(tree.layers).toBe(3);
		expect(tree.lines.map(({ names }) => names)).toEqual([['The a', 'Y', 'X'], ['The b', 'Y'], ['The b']]);
	});

	it('holds for any chains without circles, and ends for those with', () => {
		const chains = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), { maxLength: 5 });
		const lists = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), chains), { maxLength: 8 });
		fc.assert(
			fc.property(lists, fc.boolean(), (entries, sorted) => {
				const list = entries.map(([article, chain], index) =>
					report(`${article}-${index}`, article, ...(sorted ? chain.toSorted() : chain))
				);
				const { nodes, edges } = chainTree(list);
				const layer = new Map(nodes.map((node) => [node.key, node.layer]));
				if (sorted) for (const { from, to } of edges) expect(layer.get(from)).toBeGreaterThan(layer.get(to)!);
				const { roots, count, independent } = originsOf(list);
				expect(roots.flatMap(({ reports }) => reports).sort()).toEqual(list.map(({ id }) => id).sort());
				expect(count).toBe(roots.length);
				expect(count).toBe(nodes.filter(({ root }) => root).length);
				expect(independent).toBeLessThanOrEqual(count);
				expect(independent > 0).toBe(list.length > 0);
			})
		);
	});
});

describe('the origins of the records', () => {
	it('counts three reports on Latakia as one origin', () => {
		expect(originsAt('latakia-region')).toMatchObject({ count: 1, independent: 1 });
		expect(originsAt('latakia-region').roots[0]).toMatchObject({
			id: 'unnamed-us-and-middle-eastern-officials-2015',
			kind: 'unnamed-officials'
		});
	});

	it('finds two in eastern Syria, from two articles of different years', () => {
		expect(originsAt('eastern-syria').roots.map(({ id }) => id)).toEqual([
			'reuters-2019-03-18',
			'leaked-us-documents'
		]);
		expect(originsAt('eastern-syria').independent).toBe(2);
	});

	it('finds at Masyaf an agency’s source and the article itself, which also draws on it', () => {
		expect(originsAt('masyaf-facility').roots.map(({ id }) => id)).toEqual([
			'ynet-2022',
			'naija-on-point-2022'
		]);
		expect(originsAt('masyaf-facility').independent).toBe(1);
	});

	it('takes the author of the 2022 article as the root of what is said of the naval base', () => {
		expect(originsAt('tartus-naval-facility').roots).toMatchObject([
			{ id: 'naija-on-point-2022', kind: 'article' }
		]);
	});

	it('draws all of them with every edge running down', () => {
		const { nodes, edges } = chainTree(reports);
		const layer = new Map(nodes.map((node) => [node.key, node.layer]));
		for (const { from, to } of edges) expect(layer.get(from)).toBeGreaterThan(layer.get(to)!);
	});
});
