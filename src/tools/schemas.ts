/**
 * `npm run schemas [-- --check]`: writes the JSON Schema of each kind of file to `static/schemas/`, from where
 * the site publishes them and an editor reads them. With --check it only says which are out of date, exit code 1.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fileSchemas } from '../lib/geodata/schema';
import type { FileKind } from '../lib/geodata/schema';
import { draftsOf, lenientFiles, waiting } from '../lib/geodata/waiting';
import type { DraftKind } from '../lib/geodata/waiting';
import { isCommand, project } from './command';
import { writeOutputs } from './output';

const titles: Record<FileKind, string> = {
	actors: 'Actors of Attested',
	place: 'A place of Attested',
	article: 'An article of Attested, with its passages and reports',
	sources: 'Sources of Attested',
	references: 'References of Attested',
	dataset: 'What a data set of Attested says of itself',
	version: 'The version of the records of Attested',
	changes: 'A released version of the records of Attested, as later ones are compared with it',
	translations: 'What the records of Attested say in another language',
	verified: 'What of an article of Attested was compared with its full text',
	basemaps: 'The backgrounds that a reader of Attested may choose'
};

/** File names and texts of all JSON Schemas (draft 2020-12). */
export function schemaFiles(): Map<string, string> {
	return new Map(
		(Object.keys(fileSchemas) as FileKind[]).map((kind) => {
			const name = `${kind}.schema.json`;
			const { $schema, ...schema } = z.toJSONSchema(lenientFiles[kind], {
				target: 'draft-2020-12',
				io: 'input'
			});
			const document = { $schema, $id: name, title: titles[kind], ...withDrafts(kind, schema) };
			return [name, `${JSON.stringify(document, null, '\t')}\n`];
		})
	);
}

/** A schema by which what may wait in a draft is asked of all that are none. */
function withDrafts(kind: FileKind, schema: object): object {
	const [first, ...others] = draftsOf[kind] ?? [];
	if (!first) return schema;
	const required = (draft: DraftKind, list?: string) =>
		waiting[draft].map(({ at }) => requiring([...(list ? [list, '[]'] : []), ...at.split('.')]));
	const isDraft = { properties: { status: { const: 'draft' } }, required: ['status'] };
	if (first.list === undefined) {
		const asked = [...required(first.kind), ...others.flatMap(({ kind, list }) => required(kind, list))];
		return { ...schema, if: isDraft, else: { allOf: asked } };
	}
	const entries = { items: { if: isDraft, else: { allOf: required(first.kind) } } };
	return { ...schema, allOf: [{ properties: { [first.list]: entries } }] };
}

/** A schema that asks for the last key of a path, wherever there is what it stands in. */
function requiring([step, ...rest]: string[]): object {
	if (step === '[]') return { items: requiring(rest) };
	return rest.length === 0 ? { required: [step] } : { properties: { [step!]: requiring(rest) } };
}

/** Names of the schema files in a folder that are missing or differ from what they should be. */
export function outdatedSchemas(directory = schemaDirectory): string[] {
	return [...schemaFiles()]
		.filter(([name, text]) => textOf(join(directory, name)) !== text)
		.map(([name]) => name);
}

/** Writes the schema files that are out of date, and gives their names. */
export function writeSchemas(directory = schemaDirectory): string[] {
	const outdated = outdatedSchemas(directory);
	const files = schemaFiles();
	mkdirSync(directory, { recursive: true });
	writeOutputs(outdated.map((name) => ({ path: join(directory, name), content: files.get(name) ?? '' })));
	return outdated;
}

export const schemaDirectory = join(project, 'static', 'schemas');

function textOf(path: string): string | null {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return null;
	}
}

if (isCommand(import.meta.url)) {
	if (process.argv.includes('--check')) {
		const outdated = outdatedSchemas();
		for (const name of outdated) console.log(`static/schemas/${name}  is out of date — run npm run schemas`);
		if (outdated.length > 0) process.exitCode = 1;
		else console.log(`The ${schemaFiles().size} JSON Schemas are up to date.`);
	} else {
		const written = writeSchemas();
		console.log(written.length > 0 ? `Written: ${written.join(', ')}` : 'The JSON Schemas were up to date.');
	}
}
