/** Records as `npm run lint` wants them: one form for every tool that writes or mends one. */
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { project } from './command';

/** The text of a JSON file as the formatter of the project would have it, wherever it lies. @throws where it is not JSON */
export async function formatted(text: string): Promise<string> {
	const settings = await resolveConfig(join(project, 'geodata', 'any.json'));
	return format(text, { ...settings, parser: 'json', plugins: [] });
}

/** A record as the text of a file, each of its objects on lines of their own. */
export function recordText(record: unknown): Promise<string> {
	return formatted(JSON.stringify(record, null, '\t'));
}
