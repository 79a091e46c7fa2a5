/**
 * Where reports come from in the end. A chain runs from its first origin to what the article drew on; its root is
 * that origin, and reports with one root are one origin, however many articles carry them.
 */
import type { ReportView } from './views';
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

/** A root that draws on others in some chain, by their names. */
export interface DependentRoot {
	name: string;
	drawsOn: string[];
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

/** The roots that draw on others in some chain: why they are not independent. */
export function dependentRoots({ nodes, edges }: ChainTree): DependentRoot[] {
	return nodes.flatMap(({ key, root, name }) => {
		const sources = edges.filter(({ to }) => root && to === key).map(({ from }) => from);
		const drawsOn = nodes.filter(({ key }) => sources.includes(key)).map(({ name }) => name);
		return drawsOn.length > 0 ? [{ name, drawsOn }] : [];
	});
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
