/** Faults in the shape of a record, as sentences: what the schema says, put in words. */
import type { z } from 'zod';
import { quoted } from './problem';
import type { FaultCode, FaultValues } from './problem';

export interface ShapeFault {
	path: readonly PropertyKey[];
	message: string;
	fix: string;
	code: FaultCode;
	values?: FaultValues;
}

/** A value read by a schema: everything in which it differs, or the record that it is. */
export function readShape<Schema extends z.ZodType>(
	schema: Schema,
	value: unknown
): { faults: ShapeFault[]; record: z.infer<Schema> | null } {
	const result = schema.safeParse(value);
	const faults = result.success
		? trimmedTexts(value, result.data, [])
		: result.error.issues.flatMap((issue) => faultsOfIssue(issue, value));
	return { faults, record: result.success && faults.length === 0 ? result.data : null };
}

type Issue = z.core.$ZodIssue;

function faultsOfIssue(issue: Issue, value: unknown): ShapeFault[] {
	const { path } = issue;
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({
			path: [...path, key],
			message: 'is not a key that belongs here',
			fix: 'remove it or correct its name',
			code: 'shape' as const
		}));
	}
	if (issue.code === 'invalid_key') {
		const fix = issue.issues[0]?.message ?? 'give it another name';
		return [{ path, message: 'has a name that it may not have', fix, code: 'format' }];
	}
	const found = valueAt(value, path);
	if (found === undefined)
		return [{ path, message: 'is missing', fix: `add it${expectation(issue)}`, code: 'missing' }];
	return [{ path, ...sentences(issue, found) }];
}

function sentences(issue: Issue, found: unknown): Omit<ShapeFault, 'path'> {
	switch (issue.code) {
		case 'invalid_type':
			return { message: `is ${kindOf(found)}`, fix: `make it ${article(issue.expected)}`, code: 'shape' };
		case 'invalid_value':
		case 'invalid_union':
			return { message: `is ${shown(found)}`, fix: `use ${choice(allowedValues(issue))}`, code: 'shape' };
		case 'too_small':
		case 'too_big': {
			if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) {
				return { message: 'is empty', fix: 'fill it in', code: 'empty' };
			}
			if (!issue.message.startsWith('Too '))
				return { message: 'is empty', fix: issue.message, code: 'empty' };
			const size = Array.isArray(found) ? `has ${found.length} entries` : `is ${shown(found)}`;
			const isSmall = issue.code === 'too_small';
			const limit = String(isSmall ? issue.minimum : issue.maximum);
			return {
				message: size,
				fix: limitOf(issue),
				code: isSmall ? 'small' : 'large',
				values: { limit }
			};
		}
		case 'invalid_format':
			return { message: `is ${shown(found)}`, fix: formatFix(issue), code: 'format' };
		default:
			return { message: `is ${shown(found)}`, fix: issue.message, code: 'shape' };
	}
}

function limitOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
	const unit = issue.origin === 'array' ? ' entries' : '';
	if (issue.code === 'too_big') return `use at most ${issue.maximum}${unit}`;
	return `use ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit}`;
}

function formatFix(issue: Extract<Issue, { code: 'invalid_format' }>): string {
	return issue.format === 'date' ? 'use a day that exists, as YYYY-MM-DD' : issue.message;
}

function expectation(issue: Issue): string {
	if (issue.code === 'invalid_type') return ` (${article(issue.expected)})`;
	const values = allowedValues(issue);
	return values.length ? ` (${choice(values)})` : '';
}

function allowedValues(issue: Issue): unknown[] {
	if (issue.code === 'invalid_value') return issue.values;
	if (issue.code !== 'invalid_union') return [];
	if ('options' in issue && Array.isArray(issue.options)) return issue.options;
	return issue.errors.flat().flatMap(allowedValues);
}

function choice(values: unknown[]): string {
	const words = values.map(String);
	return words.length > 1 ? `one of ${words.join(', ')}` : (words[0] ?? 'what the schema says');
}

const kinds: Record<string, string> = {
	array: 'a list',
	tuple: 'a list',
	object: 'an object',
	record: 'an object',
	int: 'a whole number',
	null: 'null'
};

function article(type: string): string {
	return kinds[type] ?? `a ${type}`;
}

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (typeof value === 'number' && !Number.isInteger(value)) return `the number ${value}`;
	return Array.isArray(value) ? 'a list' : article(typeof value);
}

function shown(value: unknown): string {
	return typeof value === 'string'
		? quoted(value)
		: typeof value === 'number'
			? String(value)
			: kindOf(value);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	let found = value;
	for (const key of path) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
		found = (found as Record<PropertyKey, unknown>)[key];
	}
	return found;
}

/**
 * The schema trims texts. In a file they have to be trimmed already: a quote that lost a space on its way in
 * would no longer stand where its offsets say.
 */
function trimmedTexts(raw: unknown, parsed: unknown, path: PropertyKey[]): ShapeFault[] {
	if (typeof raw === 'string') {
		if (raw === parsed) return [];
		const message = 'begins or ends with white space';
		return [{ path, message, fix: 'remove the white space', code: 'shape' }];
	}
	if (typeof raw !== 'object' || raw === null || typeof parsed !== 'object' || parsed === null) return [];
	return Object.keys(parsed).flatMap((key) => {
		const step = Array.isArray(raw) ? Number(key) : key;
		const inner = (raw as Record<string, unknown>)[key];
		return trimmedTexts(inner, (parsed as Record<string, unknown>)[key], [...path, step]);
	});
}
