/** What a page says of its article in JSON-LD (schema.org). */

export interface LinkedArticle {
	headline?: string;
	publisher?: string;
	authors: string[];
	datePublished?: string;
	inLanguage?: string;
	url?: string;
}

const articleType = /(?:Article|BlogPosting|Report|Posting)$/;
/** In characters and in levels; more is no description of an article. */
const longest = 1_000_000;
const deepest = 12;

/** The articles that the scripts of a page describe, in their order. Scripts that are no JSON are passed over. */
export function linkedArticles(scripts: readonly string[]): LinkedArticle[] {
	return scripts.flatMap((script) => {
		if (script.length > longest) return [];
		try {
			const value: unknown = JSON.parse(script.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''));
			return [...nodesIn(value, 0)].filter(isArticle).map(described);
		} catch {
			return [];
		}
	});
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function* nodesIn(value: unknown, depth: number): Generator<Node> {
	if (depth > deepest) return;
	if (Array.isArray(value)) for (const inner of value) yield* nodesIn(inner, depth + 1);
	else if (isNode(value)) {
		yield value;
		yield* nodesIn(value['@graph'], depth + 1);
		yield* nodesIn(value['mainEntity'], depth + 1);
	}
}

const isArticle = (node: Node) =>
	list(node['@type']).some((type) => typeof type === 'string' && articleType.test(type));

function described(node: Node): LinkedArticle {
	const page = node['mainEntityOfPage'];
	return {
		headline: text(node['headline']) ?? text(node['name']),
		publisher: names(node['publisher'])[0],
		authors: names(node['author']),
		datePublished: text(node['datePublished']),
		inLanguage: text(node['inLanguage']) ?? names(node['inLanguage'])[0],
		url:
			text(node['url']) ?? text(page) ?? (isNode(page) ? (text(page['@id']) ?? text(page['url'])) : undefined)
	};
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** The names of persons and organisations, which may be texts or nodes, one or several. */
function names(value: unknown): string[] {
	return list(value).flatMap((entry) => text(isNode(entry) ? entry['name'] : entry) ?? []);
}
