/**
 * `npm run new -- DIR`: makes the folder of a new data set, which passes the check: what it says of itself, actors, one
 * made-up article to replace, and the background of its map. It asks for what no option says, and writes nothing into a folder
 * that has something in it. Exit code 1 where it can't be made.
 */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { printable } from '../lib/base/printable';
import { mostFamilies } from '../lib/geodata/actorMarks';
import { formatProblem, validate } from '../lib/geodata/validate';
import { boundaries } from '../lib/server/boundaries';
import { makeBasemap } from './basemap/make';
import { check } from './check';
import { isCommand, project } from './command';
import { recordText } from './format';
import { appLanguages } from './languages';
import { newRecords } from './new/records';
import { regionFor, spotIn } from './new/region';
import { writeOutputs } from './output';

const help = `npm run new -- DIR [options]

Makes the folder of a new data set, with one made-up article to replace and the background of its map. What no option
says, it asks, where somebody is there to answer.

      --country SD,SS     the countries that it is about (ISO 3166-1), which the map shows first
      --bbox=W,S,E,N      what the map shows first, in degrees; W is larger than E across the antimeridian
      --where "in Sudan"  as in a sentence about what lies there
      --title TITLE       as in the middle of a sentence: reported military sites in Sudan
      --publisher NAME    who publishes it: the name at the top of each page
      --languages en,ar   those of the pages; the first is that of the records
      --actors "A, B"     who the reports will be about, by name; hues and letters are chosen
      --no-basemap        make no background now: npm run basemap does it later
`;

export interface NewOptions {
	country?: string;
	bbox?: string;
	where?: string;
	title?: string;
	publisher?: string;
	languages?: string;
	actors?: string;
}

/**
 * Writes the records of a new data set.
 * @param directory which may be missing or empty
 * @throws Error with a sentence; nothing is written then
 */
export async function makeRecords(
	directory: string,
	options: NewOptions,
	{ on = new Date().toISOString().slice(0, 10), say = (_: string) => {} } = {}
): Promise<ReturnType<typeof regionFor> & { languages: string[] }> {
	const taken = takenBy(directory);
	if (taken) throw new Error(taken);
	const region = regionFor(options, boundaries(), say);
	const spot = spotIn(region, boundaries());
	if (!spot) throw new Error('No part of the countries is in that box: correct --bbox or --country.');
	const languages = listOf(options.languages ?? 'en');
	const actors = listOf(options.actors ?? '');
	if (actors.length >= mostFamilies)
		throw new Error(
			`A map can tell ${mostFamilies} actors apart, the made-up one with them: name fewer, and add those that belong to others later, with a “parent”.`
		);
	const values = newRecords({
		title: options.title ?? `reported military sites ${region.where}`,
		publisher: options.publisher ?? 'Name of your group',
		region,
		languages,
		actors,
		spot,
		on,
		schemas: relative(directory, join(project, 'static/schemas')).split(sep).join('/')
	});
	const files = await Promise.all(
		[...values].map(async ([path, value]) => ({ path, text: await recordText(value) }))
	);
	const { problems } = validate(files, boundaries());
	if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
	const outputs = files.map(({ path, text }) => ({ path: join(directory, path), content: text }));
	for (const { path } of outputs) mkdirSync(dirname(path), { recursive: true });
	writeOutputs(outputs);
	return { ...region, languages };
}

const listOf = (text: string) => [
	...new Set(
		text
			.split(',')
			.map((one) => one.trim())
			.filter(Boolean)
	)
];

/** Why nothing may be written there, or null. */
function takenBy(directory: string): string | null {
	if (!existsSync(directory)) return null;
	if (!statSync(directory).isDirectory()) return `${directory} is a file: give another folder.`;
	return readdirSync(directory).length === 0
		? null
		: `${directory} has something in it: give a folder that is empty or not there yet.`;
}

/** Asks for what no option says. */
async function asked(options: NewOptions): Promise<NewOptions> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	try {
		const ask = async (question: string, usual = '') =>
			(await terminal.question(`${question}${usual && ` [${usual}]`}: `)).trim() || usual;
		const place =
			options.country || options.bbox
				? {}
				: {
						country: await ask(
							'Which country is it about? Two letters of ISO 3166-1, such as SD; several with commas'
						)
					};
		const region = regionFor({ ...options, ...place }, boundaries(), () => {});
		const title =
			options.title ??
			(await ask('Title, as in the middle of a sentence', `reported military sites ${region.where}`));
		return {
			...options,
			...place,
			title,
			publisher: options.publisher ?? (await ask('Who publishes it?', 'Name of your group')),
			languages:
				options.languages ??
				(await ask(
					`Languages of the pages, that of the records first (the app has ${appLanguages().join(', ')})`,
					'en'
				)),
			actors: options.actors ?? (await ask('Actors that reports will be about, with commas (or none yet)'))
		};
	} finally {
		terminal.close();
	}
}

/** The command: prints, and gives the exit code. */
export async function main(options: string[], isAnswered = Boolean(process.stdin.isTTY)): Promise<number> {
	try {
		const text = { type: 'string' } as const;
		const { values, positionals } = parseArgs({
			args: options,
			allowPositionals: true,
			options: {
				country: text,
				bbox: text,
				where: text,
				title: text,
				publisher: text,
				languages: text,
				actors: text,
				'no-basemap': { type: 'boolean' },
				help: { type: 'boolean', short: 'h' }
			}
		});
		if (values.help) {
			console.log(help);
			return 0;
		}
		const [given] = positionals;
		if (!given || positionals.length > 1) throw new Error(`Say where: npm run new -- DIR\n\n${help}`);
		const directory = resolve(given);
		const taken = takenBy(directory);
		if (taken) throw new Error(taken);
		const { 'no-basemap': isBare, ...said } = values;
		const say = (line: string) => console.log(printable(line));
		const made = await makeRecords(directory, isAnswered ? await asked(said) : said, { say });
		const failed = isBare ? null : await background(directory, made, say);
		console.log(['', ...check(directory).lines].join('\n'));
		if (failed) console.error(`\n${failed}`);
		console.log(next(given));
		return failed ? 1 : 0;
	} catch (error) {
		console.error(printable((error as Error).message));
		return 1;
	}
}

/** Makes the background; why there is none, where that fails. */
async function background(
	directory: string,
	{ box, view, countries, languages }: Awaited<ReturnType<typeof makeRecords>>,
	say: (line: string) => void
): Promise<string | null> {
	try {
		const { notes } = await makeBasemap({ directory, box, view, countries, languages, say });
		for (const note of notes) say(`- ${note}`);
		return null;
	} catch (error) {
		return `The background of the map could not be made (${printable((error as Error).message)})`;
	}
}

const next = (directory: string) => `
${directory} has one article, its place and its actor, all made up: replace them.

  npm start -- --data ${directory}     the map, and /desk, where an article becomes records
  npm run check -- --data ${directory} what is wrong, and what is still to do

docs/your-own-map.md says how to go on from here to a published map.`;

if (isCommand(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
