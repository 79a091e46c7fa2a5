/**
 * `npm run add -- FILE.zip|article.txt [--data DIR] [--replace]`: takes the records of an archive from the desk into
 * `geodata/`, or those that it makes of a text. What is new is listed, and what of it is still to be written. Nothing is
 * written where the whole would have a problem, or where something is there already and differs; with --replace it takes
 * its place. Exit code 1 then.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printable } from '../lib/base/printable';
import { addition as additionOf } from '../lib/draft/addition';
import type { News } from '../lib/draft/merge';
import { readZip } from '../lib/draft/zip';
import type { ZipFault } from '../lib/draft/zip';
import { formatProblem, validate } from '../lib/geodata/validate';
import type { SourceFile } from '../lib/geodata/validate';
import { boundaries } from '../lib/server/boundaries';
import { geodataDirectory, readSourceFiles } from '../lib/server/geodata';
import { counted, isCommand } from './command';
import { draftRecords, faultLine, leftLine, recognition } from './draftRecords';
import type { Recognition, Said } from './draftRecords';
import { recordText } from './format';
import { writeOutputs } from './output';

const help = `npm run add -- FILE [--data DIR] [--replace]

Takes an article into geodata/: FILE.zip from the desk as it was reviewed there, or the article itself (.txt, .md,
.html), of which it makes a draft that nobody has looked at.

      --data DIR  the records; without it geodata/
      --replace  overwrite what is there already and differs

Of an article itself, where the text does not say it:

      --publisher NAME   --published DATE (EDTF)   --title TITLE   --url ADDRESS   --id ID   --language TAG
`;

const refusals: Record<ZipFault['code'], string> = {
	damaged: 'is no zip archive, or a damaged one — take the archive that the desk made',
	empty: 'has no records — take the archive that the desk made',
	large: 'is larger than any record — take the archive that the desk made',
	many: 'has more files than any article — take the archive that the desk made',
	name: 'is no path of a record — remove it from the archive, or correct its name',
	twice: 'is in the archive twice — remove one of the two',
	text: 'is not a text in UTF-8 — save it as one'
};

/**
 * Adds the records of an archive, or of a text, to those of a folder.
 * @throws Error with a sentence where something can't be read or written; nothing is written then
 */
export async function add(
	file: string,
	{
		directory = geodataDirectory(),
		replace = false,
		said = {} as Said,
		on = new Date().toISOString().slice(0, 10),
		recognise = recognition
	} = {}
): Promise<{ passed: boolean; lines: string[] }> {
	const before = readSourceFiles(directory);
	const made = /\.zip$/i.test(file) ? fromArchive(file) : await fromText(file, before, said, on, recognise);
	if (made.wrong) return failed(made.wrong);

	const { files: changed, ...addition } = additionOf(before, made.files, {
		replace,
		boundaries: boundaries()
	});
	const wrong = [...addition.conflicts, ...addition.problems];
	if (wrong.length > 0) return failed(wrong.map(formatProblem));

	const outputs = await Promise.all(
		changed.map(async ({ path, text }) => ({
			path: join(directory, path),
			content: await recordText(JSON.parse(text))
		}))
	);
	for (const { path } of outputs) mkdirSync(dirname(path), { recursive: true });
	writeOutputs(outputs, { reads: [file] });
	const left = addition.toDos.map(formatProblem);
	return {
		passed: true,
		lines: [
			...(addition.news.length > 0 ? addition.news.map(line) : ['All of it is there already.']),
			...made.notes,
			...(left.length > 0 ? ['', `Still to do: ${counted(left.length, 'thing')}.`, ...left] : [])
		]
	};
}

/** What a file gives: records, with lines about them; or what is wrong with it. */
type Made = { files: SourceFile[]; notes: string[]; wrong?: never } | { wrong: string[] };

function fromArchive(file: string): Made {
	const { files, faults } = readZip(readFileSync(file));
	if (faults.length === 0) return { files, notes: [] };
	return { wrong: faults.map(({ path, code }) => `${path ?? file}  ${refusals[code]}`) };
}

async function fromText(
	file: string,
	before: readonly SourceFile[],
	said: Said,
	on: string,
	recognise: () => Recognition
): Promise<Made> {
	const { problems, records } = validate([...before], boundaries());
	if (!records) return { wrong: problems.map(formatProblem) };
	const { files, taken, left, faults } = await draftRecords(file, records, said, on, recognise());
	const leftOut = left.map((each) => printable(leftLine(each)));
	if (faults.length > 0) return { wrong: [...faults.map((fault) => faultLine(file, fault)), ...leftOut] };
	const note = `${counted(taken, 'report')} as the program reads it, which nobody has looked at: compare each with the article, its quote, place, actors and date, before you write its summary.`;
	return { files, notes: ['', note, ...leftOut] };
}

const line = ({ path, entry, isReplaced }: News): string =>
	printable([path, entry, isReplaced ? 'replaced' : 'new'].filter((word) => word !== null).join('  '));

function failed(lines: string[]): { passed: boolean; lines: string[] } {
	const sum = `${counted(lines.length, 'problem')}. Nothing was written.`;
	return { passed: false, lines: [...lines.map(printable), '', sum] };
}

/** The command: prints, and gives the exit code. */
async function main(options: string[]): Promise<number> {
	try {
		const { values, positionals } = parseArgs({
			args: options,
			allowPositionals: true,
			options: {
				data: { type: 'string' },
				replace: { type: 'boolean', default: false },
				publisher: { type: 'string' },
				published: { type: 'string' },
				title: { type: 'string' },
				url: { type: 'string' },
				id: { type: 'string' },
				language: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
		if (values.help) {
			console.log(help);
			return 0;
		}
		const { data, replace, publisher, published, title, url, id, language } = values;
		const said = { publisher, published, title, url, id, language };
		const [file] = positionals;
		if (positionals.length !== 1 || !file) {
			console.error(`Say which archive or which text to add.\n\n${help}`);
			return 1;
		}
		const directory = data === undefined ? geodataDirectory() : resolve(data);
		const { passed, lines } = await add(file, { directory, replace, said });
		console.log(lines.join('\n'));
		return passed ? 0 : 1;
	} catch (error) {
		console.error(printable((error as Error).message));
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
