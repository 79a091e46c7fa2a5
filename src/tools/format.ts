/** Texts as `npm run lint` wants them: one form for every tool that writes or mends a file of the project. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormatConfig } from 'oxfmt';
import { project } from './command';

/**
 * A text as the formatter of the project would have it, wherever it lies.
 * @param kind what the name of such a file ends in
 * @throws Error where it is not of that kind
 */
export async function formatted(text: string, kind: 'json' | 'md' = 'json'): Promise<string> {
	// A command that writes nothing needs no formatter.
	const { format } = await import('oxfmt');
	const settings = JSON.parse(readFileSync(join(project, '.oxfmtrc.json'), 'utf8')) as FormatConfig;
	const { code, errors } = await format(`text.${kind}`, text, settings);
	if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
	return code;
}

/** A record as the text of a file, each of its objects on lines of their own. */
export function recordText(record: unknown): Promise<string> {
	return formatted(JSON.stringify(record, null, '\t'));
}
