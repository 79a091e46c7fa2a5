/**
 * Where reports come from in the end. A chain runs from its first origin to what the article drew on; its root is
 * that origin, and reports with one root are one origin, however many articles carry them.
 */
import type { ReportView } from './views';
import type { Locale } from './dates';
import { digits } from './numbers';
import type { SourceKind } from './vocabulary';

/** What is needed of a report to trace it. */
export type Traced = Pick<ReportView, 'id' | 'article' | 'chain'>;

/** A source of the records, or an article that states something itself. */
export type OriginKind = SourceKind | 'article';

export interface Origin {
	id: string;
	name: string;
	kind: OriginKind;
	/** Ids of the reports that go back to it. */
	reports: string[];
}

/**
 * `count` is the number of distinct roots. `independent` leaves out each root that itself draws on another of
 * these in some chain of the list (an article that also retells an agency, an agency that also quotes officials):
 * that much is independent as far as the chains can tell.
 */
export interface Origins {
	roots: Origin[];
	count: number;
	independent: number;
}

/** A node of the drawing. `layer` is 0 for an article and grows towards the origins. */
export interface ChainNode {
	key: string;
	id: string;
	name: string;
	kind: OriginKind;
	layer: number;
	root: boolean;
	reports: string[];
}

/** From a source to the one that drew on it, by the keys of the nodes. */
export interface ChainEdge {
	from: string;
	to: string;
	reports: string[];
}

/** `lines` is the drawing as text: the names of each distinct chain, the article first. */
export interface ChainTree {
	nodes: ChainNode[];
	edges: ChainEdge[];
	layers: number;
	lines: { names: string[]; reports: string[] }[];
}

/** The distinct roots of the chains of reports, in the order in which they first appear. */
export function originsOf(reports: readonly Traced[]): Origins {
	const roots = new Map<string, Origin>();
	for (const report of reports) {
		const { key, ...root } = stepsOf(report)[0]!;
		const origin = roots.get(key) ?? { ...root, reports: [] };
		add(origin.reports, report.id);
		roots.set(key, origin);
	}
	const { edges } = chainTree(reports);
	const drawsOnAnother = (root: string) => edges.some(({ from, to }) => to === root && from !== root);
	const separate = [...roots.keys()].filter((root) => !drawsOnAnother(root)).length;
	return {
		roots: [...roots.values()],
		count: roots.size,
		// Sources that draw on each other in a circle are still one origin.
		independent: Math.max(separate, Math.min(roots.size, 1))
	};
}

/**
 * The chains of reports as one drawing. Every edge runs from a higher layer to a lower one, whatever the lengths
 * of the chains; nodes come layer by layer, the articles first.
 */
export function chainTree(reports: readonly Traced[]): ChainTree {
	const nodes = new Map<string, ChainNode>();
	const edges = new Map<string, ChainEdge>();
	const lines = new Map<string, { names: string[]; reports: string[] }>();
	for (const report of reports) {
		const steps = stepsOf(report);
		for (const [index, step] of steps.entries()) {
			const node = nodes.get(step.key) ?? { ...step, layer: 0, root: false, reports: [] };
			node.root ||= index === 0;
			add(node.reports, report.id);
			nodes.set(step.key, node);
			const next = steps[index + 1];
			if (!next) continue;
			const edge = edges.get(`${step.key} ${next.key}`) ?? { from: step.key, to: next.key, reports: [] };
			add(edge.reports, report.id);
			edges.set(`${step.key} ${next.key}`, edge);
		}
		const path = steps.map(({ key }) => key).join(' ');
		const line = lines.get(path) ?? { names: steps.map(({ name }) => name).reverse(), reports: [] };
		add(line.reports, report.id);
		lines.set(path, line);
	}
	layOut(nodes, [...edges.values()]);
	const sorted = [...nodes.values()].sort((a, b) => a.layer - b.layer);
	return {
		nodes: sorted,
		edges: [...edges.values()],
		layers: sorted.length > 0 ? sorted.at(-1)!.layer + 1 : 0,
		lines: [...lines.values()]
	};
}

/** “2 reports, 1 origin”, and how many of the origins draw on others of them in another chain. */
export function describeOrigins(
	origins: Pick<Origins, 'count' | 'independent'>,
	reports: number,
	locale: Locale
): string {
	const { report, origin, dependent, comma } = phrases[locale];
	const parts = [numbered(report, reports, locale), numbered(origin, origins.count, locale)];
	const drawn = origins.count - origins.independent;
	if (drawn > 0) parts.push(dependent(drawn, digits(drawn, locale)));
	return parts.join(comma);
}

/** All that is said about the origins of some reports. `careful` is null where every origin is independent. */
export interface OriginsSummary {
	/** “2 reports, 1 origin” */
	words: string;
	/** How many are independent, and why the others do not count. */
	careful: { words: string; reasons: string[] } | null;
	tree: ChainTree;
}

/** The origins of reports in words, with the drawing. */
export function summariseOrigins(reports: readonly Traced[], locale: Locale): OriginsSummary {
	const origins = originsOf(reports);
	const tree = chainTree(reports);
	const { independent, repeats, comma } = phrases[locale];
	const reasons = tree.nodes.flatMap(({ key, root, name }) => {
		const drawnOn = tree.edges.filter(({ to }) => root && to === key).map(({ from }) => from);
		const names = tree.nodes.filter(({ key }) => drawnOn.includes(key)).map(({ name }) => name);
		return names.length > 0 ? [repeats(name, names.join(comma))] : [];
	});
	return {
		words: describeOrigins(origins, reports.length, locale),
		careful:
			origins.independent < origins.count
				? { words: numbered(independent, origins.independent, locale), reasons }
				: null,
		tree
	};
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const phrases = {
	en: {
		report: { one: '# report', other: '# reports' } as Forms,
		origin: { one: '# origin', other: '# origins' } as Forms,
		dependent: (count: number, n: string) =>
			`${n} of which also ${count === 1 ? 'draws' : 'draw'} on another`,
		independent: { one: '# independent origin', other: '# independent origins' } as Forms,
		repeats: (name: string, source: string) =>
			`${name} names no source in one report and repeats ${source} in another, so nothing shows that it knew the first on its own.`,
		comma: ', '
	},
	ar: {
		report: {
			zero: 'لا تقارير',
			one: 'تقرير واحد',
			two: 'تقريران',
			few: '# تقارير',
			many: '# تقريرًا',
			other: '# تقرير'
		} as Forms,
		origin: {
			zero: 'لا مصادر أصلية',
			one: 'مصدر أصلي واحد',
			two: 'مصدران أصليان',
			few: '# مصادر أصلية',
			many: '# مصدرًا أصليًا',
			other: '# مصدر أصلي'
		} as Forms,
		dependent: (_: number, n: string) => `منها ${n} يستقي أيضًا من غيره`,
		independent: {
			zero: 'لا مصادر مستقلة',
			one: 'مصدر مستقل واحد',
			two: 'مصدران مستقلان',
			few: '# مصادر مستقلة',
			many: '# مصدرًا مستقلًا',
			other: '# مصدر مستقل'
		} as Forms,
		repeats: (name: string, source: string) =>
			`لا يذكر ${name} مصدرًا في تقرير وينقل عن ${source} في آخر، فلا شيء يدل على أنه علم بالأول بنفسه.`,
		comma: '، '
	}
};

function numbered(forms: Forms, count: number, locale: Locale): string {
	const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
	return form.replace('#', digits(count, locale));
}

type Step = Pick<ChainNode, 'key' | 'id' | 'name' | 'kind'>;

/** A chain from its root to the article, which is the root itself where the chain is empty. */
function stepsOf({ article, chain }: Traced): Step[] {
	return [
		...chain.map(({ id, name, kind }): Step => ({ key: `source/${id}`, id, name, kind })),
		{ key: `article/${article.id}`, id: article.id, name: article.publisher, kind: 'article' }
	];
}

/** Raises each node above all that draw on it. A circle would never end, so it stops after as many rounds as nodes. */
function layOut(nodes: Map<string, ChainNode>, edges: ChainEdge[]): void {
	for (let round = 0; round < nodes.size; round++) {
		let moved = false;
		for (const { from, to } of edges) {
			const [above, below] = [nodes.get(from)!, nodes.get(to)!];
			if (above.layer > below.layer) continue;
			above.layer = below.layer + 1;
			moved = true;
		}
		if (!moved) return;
	}
}

function add(list: string[], entry: string): void {
	if (!list.includes(entry)) list.push(entry);
}
