/** A file of records with what changes put into it, and every line that stays as it was written. Pure. */
import { getNodeValue, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { isFields } from '../geodata/loose';
import { parseJson } from '../geodata/validate/json';
import { isSame } from './kept';

/**
 * The text of a file with its new values, and no other line changed. Entries of a list are told apart by their ids, or by
 * their places where they have none.
 * @param before the text that is there, or null @param after the whole file as JSON
 */
export function inPlace(before: string | null, after: string): string {
	const value: unknown = JSON.parse(after);
	const anew = `${JSON.stringify(value, null, '\t')}\n`;
	const root = before === null ? undefined : parseTree(before);
	if (before === null || !root) return anew;
	const text = before.slice(0, root.offset) + written(before, root, value) + before.slice(endOf(root));
	// A key that stood twice, or what was no JSON.
	return parseJson(before).value !== undefined && isSame(JSON.parse(text), value) ? text : anew;
}

/** The text of a node with another value. */
function written(text: string, node: Node, value: unknown): string {
	const was: unknown = getNodeValue(node);
	if (isSame(was, value)) return textOf(text, node);
	const [first] = node.children ?? [];
	if (first && isFields(was) && isFields(value)) {
		const there = new Map(node.children!.map((property) => [property.children![0]!.value, property]));
		const entries = keysInOrder([...there.keys()], Object.keys(value)).map(
			(key) => [key, value[key]] as const
		);
		return around(text, node, entries, ([key, inner], indent) => {
			const property = there.get(key);
			const [name, before] = property?.children ?? [];
			if (!property || !name || !before) return [`${JSON.stringify(key)}: ${fresh(inner, indent, text)}`];
			return [text.slice(property.offset, before.offset) + written(text, before, inner), property];
		});
	}
	if (first && Array.isArray(was) && Array.isArray(value)) {
		const [before, after] = [keysOf(was), keysOf(value)];
		return around(text, node, [...value.entries()], ([index, entry], indent) => {
			const there = node.children![before.indexOf(after[index])];
			return there ? [written(text, there, entry), there] : [fresh(entry, indent, text)];
		});
	}
	return fresh(value, indentAt(text, node.offset), text);
}

/** An object or a list with other members, each as its text and, where it was there, its node. */
function around<T>(
	text: string,
	node: Node,
	members: readonly T[],
	write: (member: T, indent: string) => [text: string, there?: Node]
): string {
	const before = node.children!;
	const [start, end] = [node.offset + 1, endOf(node) - 1];
	const lead = text.slice(start, before[0]!.offset);
	const indent = indentAt(text, before[0]!.offset);
	let all = '';
	let last: Node | undefined;
	for (const [index, member] of members.entries()) {
		const [inner, there] = write(member, indent);
		const at = there ? before.indexOf(there) : -1;
		const isNextTo = at > 0 && last === before[at - 1];
		all += isNextTo ? text.slice(endOf(before[at - 1]!), there!.offset) : (index > 0 ? ',' : '') + lead;
		all += inner;
		last = there;
	}
	if (members.length === 0) return text[node.offset]! + text[end]!;
	return text[node.offset]! + all + text.slice(endOf(before.at(-1)!), end) + text[end]!;
}

/** The keys that stay, in their order, each new one after that which it follows. */
function keysInOrder(before: readonly string[], after: readonly string[]): string[] {
	const [there, stays] = [new Set(before), new Set(after)];
	const all = before.filter((key) => stays.has(key));
	for (const [index, key] of after.entries())
		if (!there.has(key)) all.splice(index === 0 ? 0 : all.indexOf(after[index - 1]!) + 1, 0, key);
	return all;
}

/** What entries are told apart by: their ids where all have one of their own, or else their places. */
function keysOf(list: readonly unknown[]): readonly unknown[] {
	const ids = list.map((entry) => (isFields(entry) ? entry.id : undefined));
	const areIds = ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
	return areIds ? ids : [...list.keys()];
}

/** A value that was not there, its objects and lists on lines of their own. */
function fresh(value: unknown, indent: string, text: string): string {
	const eol = text.includes('\r\n') ? '\r\n' : '\n';
	return JSON.stringify(value, null, '\t').replaceAll('\n', `${eol}${indent}`);
}

const endOf = ({ offset, length }: Node) => offset + length;
const textOf = (text: string, node: Node) => text.slice(node.offset, endOf(node));
/** The white space that the line of an offset begins with. */
const indentAt = (text: string, offset: number) =>
	/^\s*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))![0];
