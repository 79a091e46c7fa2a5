/** No pattern of the desk can go back over a long text again and again: each is looked at, not tried. */
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import ts from 'typescript';
import { expect, it } from 'vitest';

const folder = new URL('../../../src/lib/draft/input/', import.meta.url);
const beside = ['anchor.ts', 'annotations.ts', 'edges.ts'].map((name) => new URL(`../${name}`, folder));
const files = [...readdirSync(folder).map((name) => new URL(name, folder)), ...beside];

/** Its patterns see lines that were cut to 300 characters before. */
const bounded = ['textHead.ts'];

const patternsOf = (file: URL) => {
	const found: { source: string; flags: string }[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const [, source, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text)!;
			found.push({ source: source!, flags: flags! });
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('module.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
	return found;
};

const named = files.map((file) => [file.pathname.split('/').at(-1)!, file] as const);

it.each(named.filter(([name]) => !bounded.includes(name)))('%s', (_, file) => {
	const slow = patternsOf(file).flatMap((pattern) =>
		analyse(pattern).reports.map(
			({ type, character }) => `/${pattern.source}/ ${type} ${String(character.literal)}`
		)
	);
	expect(slow).toEqual([]);
});
