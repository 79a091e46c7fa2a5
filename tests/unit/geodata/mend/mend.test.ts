/** Records of older schemas, and what follows from a rule: mended, and nothing else touched. */
import { describe, expect, it } from 'vitest';
import { inPlace } from '../../../../src/lib/draft/inPlace';
import { mend } from '../../../../src/lib/geodata/mend/mend';
import { schemaVersion } from '../../../../src/lib/geodata/schemaVersion';
import { formatProblem, validate, type SourceFile } from '../../../../src/lib/geodata/validate';
import { boundaries } from '../../../../src/lib/server/boundaries';
import { readSourceFiles } from '../../../../src/lib/server/geodata';
import { laidOver, validFiles } from '../../records';

const textOf = (path: string, files: readonly SourceFile[] = validFiles) =>
	files.find((file) => file.path === path)!.text;
const withDataset = (change: (dataset: Record<string, unknown>) => void): SourceFile[] => {
	const dataset = JSON.parse(textOf('dataset.json'));
	change(dataset);
	return laidOver(validFiles, [{ path: 'dataset.json', text: `${JSON.stringify(dataset, null, '\t')}\n` }]);
};
const linesOf = (files: SourceFile[]) => validate(files, boundaries()).problems.map(formatProblem);

it('records in order are left as they are', () => {
	expect(mend(validFiles, boundaries())).toEqual({ changed: [], done: [] });
});

describe('records of before schema 2', () => {
	it('are refused with the command that mends them, and are in order after it, each other line as it was', () => {
		const older = withDataset((dataset) => delete dataset.schemaVersion);
		expect(linesOf(older)).toEqual([
			'dataset.json  schemaVersion  the records are of schema 1, which is older than 2, the one that this version of the app reads — npm run check -- --fix brings them up to date; docs/schema-changelog.md says what changes'
		]);
		const { changed, done } = mend(older, boundaries());
		expect(done).toHaveLength(1);
		expect(changed.map(({ path }) => path)).toEqual(['dataset.json']);
		expect(linesOf(laidOver(older, changed))).toEqual([]);
		const after = inPlace(textOf('dataset.json', older), changed[0]!.text).split('\n');
		const before = textOf('dataset.json', older).split('\n');
		expect(after.filter((line) => !before.includes(line))).toEqual([`\t"schemaVersion": ${schemaVersion},`]);
		expect(after).toHaveLength(before.length + 1);
	});

	it('get a file that says what they are about, from where their places lie', () => {
		const ours = readSourceFiles('geodata');
		const older = ours.filter(({ path }) => path !== 'dataset.json');
		const { changed, done } = mend(older, boundaries());
		expect(done).toEqual([expect.stringContaining('Look it over')]);
		const [made, now] = [changed[0]!.text, textOf('dataset.json', ours)].map((text) => JSON.parse(text));
		// What this data set says of itself is what the app said before it could; only what came since is for people to say.
		expect({ ...made, region: null }).toEqual({ ...now, region: null, since: undefined });
		expect(made.region).toMatchObject({ where: now.region.where, countries: now.region.countries });
		const since = now.since.slice(0, 40);
		expect(linesOf([...older, ...changed])).toEqual([
			expect.stringContaining(`translations/ar.json  texts  no record says “${since}`)
		]);
	});
});

it('records of a newer schema are refused, and left to a newer version of the app', () => {
	const newer = withDataset((dataset) => (dataset.schemaVersion = schemaVersion + 1));
	expect(linesOf(newer)).toEqual([
		'dataset.json  schemaVersion  the records are of schema 3, which is newer than 2, the one that this version of the app reads — take a newer version of the app, as docs/updating.md says'
	]);
	expect(mend(newer, boundaries()).changed).toEqual([]);
});

it.each(['{', '[]', '"2"', '{"schemaVersion":"2"}'])(
	'what dataset.json holds is not written over: %s',
	(text) => {
		const files = laidOver(validFiles, [{ path: 'dataset.json', text }]);
		expect(mend(files, boundaries()).changed).toEqual([]);
		expect(linesOf(files)).not.toEqual([]);
	}
);
