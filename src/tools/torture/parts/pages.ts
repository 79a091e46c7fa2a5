/**
 * Every file that pages ask for, missing, one after the other: the end-to-end tests that lose one of each kind, told to
 * lose them all.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, project, run, tail } from '../../command';
import type { Circumstances, Part, Row } from '../part';

const minutes = 20;

const part: Part = { title: 'Pages that lack a file', minutes, rows };
export default part;

/** What Playwright reports, as far as it is read here. */
interface Suite {
	suites?: Suite[];
	specs: Spec[];
}

interface Spec {
	title: string;
	ok: boolean;
	tests: {
		annotations: { type: string; description?: string }[];
		results: { error?: { message?: string } }[];
	}[];
}

async function* rows({ folder }: Circumstances): AsyncGenerator<Row> {
	if (!existsSync(join(project, 'build/index.html'))) throw new Error('Build the site first: npm run build');
	const report = join(folder, 'pages.json');
	const { output } = await run(
		process.execPath,
		[
			join(project, 'node_modules/@playwright/test/cli.js'),
			...['test', '--grep', '@every-file', '--reporter=json', '--output', join(folder, 'results')]
		],
		{ environment: { EVERY_FILE: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: report }, quiet: true, minutes }
	);
	const specs = existsSync(report) ? specsOf(JSON.parse(readFileSync(report, 'utf8')) as Suite) : [];
	if (specs.length === 0) throw new Error(tail(output, 3));
	for (const { title, ok, tests } of specs) {
		const [{ annotations, results }] = tests as [Spec['tests'][0]];
		const promise = 'the words stay, and the page says what is missing';
		// A test that fails before the end of a page has no number for it.
		if (!ok) {
			yield { input: title, promise, held: false, detail: results[0]?.error?.message ?? 'it did not run' };
			continue;
		}
		for (const { type, description } of annotations)
			yield {
				input: `${title}: ${type}`,
				promise,
				held: true,
				detail: `so with each of ${counted(Number(description), 'file')}`
			};
	}
}

const specsOf = ({ suites = [], specs = [] }: Suite): Spec[] => [...suites.flatMap(specsOf), ...specs];
