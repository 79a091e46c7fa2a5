/** Finds what is said in a language outside the room for it. */
import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';
import { scriptsOf, type Module } from './modules';

/** Words by which columns of files are guessed, and letters by which texts are compared: data, and never shown. */
const isData = /^lib\/(base\/fold|draft\/|overlay\/read\/|geodata\/schema)/;

/** Names that are the same in every language. */
const names = /Attested|MapLibre|PLOVER|EDTF|SHA-256|RFC 7946|CC BY 4\.0/g;

/**
 * What a module says in a language: texts in Arabic script, tables with an entry for each language, and words in the
 * markup of a component. A line for each; none for `words` itself and for the commands, which speak English.
 */
export function phrasesOf(module: Module): string[] {
	const { path, text } = module;
	if (/^(lib\/words|tools)\//.test(path) || isData.test(path)) return [];
	const found = scriptsOf(module).flatMap(inScript);
	const words = path.endsWith('.svelte') ? inMarkup(parse(text, { modern: true }).fragment) : [];
	return [...found, ...words].map((phrase) => `${path}  ${phrase}`);
}

function inScript(file: ts.SourceFile): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) && /\p{Script=Arabic}{2}/u.test(node.text)) found.push(node.text);
		if (ts.isObjectLiteralExpression(node)) {
			const said = node.properties.filter(isSaid).map(({ name }) => name.getText(file));
			if (said.includes('en') || said.includes('ar')) found.push(`a table by language: ${said.join(', ')}`);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

/** Whether a property has its text written beside it, and not taken from a record. */
function isSaid(property: ts.ObjectLiteralElementLike): property is ts.PropertyAssignment {
	if (!ts.isPropertyAssignment(property)) return false;
	const { initializer: value } = property;
	return ts.isStringLiteralLike(value) || ts.isObjectLiteralExpression(value) || ts.isFunctionLike(value);
}

function inMarkup(node: AST.Fragment): string[] {
	const found: string[] = [];
	const visit = (value: unknown): void => {
		if (Array.isArray(value)) value.forEach(visit);
		else if (value && typeof value === 'object') {
			const { type, data, name } = value as { type?: string; data?: string; name?: string };
			// Attributes are classes and the like, and what is code is the same in every language.
			if (type === 'Attribute' || name === 'code') return;
			if (type === 'Text' && /\p{L}{2}/u.test((data ?? '').replace(names, ''))) found.push(data!.trim());
			Object.values(value).forEach(visit);
		}
	};
	visit(node);
	return found;
}
