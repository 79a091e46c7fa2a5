/**
 * `npm run messages`: compiles the messages of all languages. Where a language lacks one, that of the base language is
 * read; `npm run check` says which, and with --strict it is an error.
 */
import { compile, type CompilerOptions } from '@inlang/paraglide-js';
import fs from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isCommand, project } from './command';
import { geodataDirectory } from '../lib/server/geodata';
import { appLanguages, writeLanguages } from './languages';
import { readMessages, withBase, type Messages } from './messageFiles';
import { withDataset, withYears, yearsOfArticles } from './messageRecords';

/**
 * The files as the compiler reads them: messages with those that they lack, and with what the data set says of itself in them.
 * As parts of the sentences they weigh nothing in the first scripts of a page.
 */
const files = {
	...fs,
	promises: {
		...fs.promises,
		readFile: async (path: string, options?: Parameters<typeof fs.promises.readFile>[1]) => {
			const content = await fs.promises.readFile(path, options);
			const text = asCompiled(relative(project, resolve(path)), content.toString());
			if (text === null) return content;
			return typeof content === 'string' ? text : Buffer.from(text);
		}
	}
};

/** A file as the compiler is to read it; null where that is as it is. */
function asCompiled(path: string, content: string): string | null {
	const tag = /^messages[\\/]([\w-]+)\.json$/.exec(path)?.[1];
	if (tag === undefined) return null;
	const directory = geodataDirectory();
	const whole = JSON.stringify(withBase(JSON.parse(content) as Messages, readMessages(appLanguages()[0]!)));
	const dated = withYears(whole, yearsOfArticles(join(directory, 'articles')), tag);
	return withDataset(dated, directory, tag);
}

/**
 * How messages are compiled, for the build and for `npm run messages`. In a browser the language is that of the
 * document (src/lib/words/runtime.ts); on the server each page has its own (src/hooks.server.ts).
 */
export const compiling: CompilerOptions = {
	fs: files,
	project: join(project, 'project.inlang'),
	outdir: join(project, 'src/lib/words/compiled'),
	strategy: ['globalVariable', 'baseLocale'],
	isServer: 'import.meta.env.SSR',
	emitReadme: false
};

if (isCommand(import.meta.url)) {
	writeLanguages();
	await compile(compiling);
}
