import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { contestedOf, groupReasons } from '$lib/geodata/contested';
import { chainTree, type Traced } from '$lib/geodata/origins';
import { checkEach, type QuoteCheck } from '$lib/geodata/quotes';
import { drawChains, wrapped, type ChainDrawing } from '$lib/features/evidence/chainDrawing';
import { summaryOf, wordsOf } from '$lib/features/evidence/checkWords';
import { largestFile, readText } from '$lib/features/evidence/readerText';
import { doubtLabels } from '$lib/words/doubts';
import { evidenceLabels } from '$lib/words/evidence';
import { firstRecords } from '../../records';

const { sites, reports, articles } = compile(firstRecords());
const site = (id: string) => sites.find((one) => one.id === id)!;
const groupsOf = (id: string) => groupReasons(contestedOf(site(id), sites).reasons);

const traced = (id: string, article: string, ...chain: string[]): Traced => ({
	id,
	article: { ...reports[0]!.article, id: article, publisher: article },
	chain: chain.map((id) => ({ id, name: id, kind: 'agency', date: null, references: [] }))
});

describe('the contested columns', () => {
	const { columns: headings, matters, relationKinds } = evidenceLabels('en');
	const kindNames = { ...doubtLabels('en').caveatKinds, ...relationKinds };

	it('say all that is against the same report in one pair', () => {
		const [group, ...rest] = groupsOf('hama-military-airport');
		expect(rest).toEqual([]);
		const [reported, against] = group!.columns;
		expect(reported.reports.map(({ id }) => id)).toEqual(['naija-on-point-2022-3']);
		expect(against.notes.map(({ kind }) => kindNames[kind])).toEqual(['Disputed', 'Date corrected']);
		expect(group!.matters.map((matter) => matters[matter])).toEqual(['What happened', 'When']);
	});

	it('lose no reason, no report and no note, and quote each report once', () => {
		for (const one of sites) {
			const { reasons } = contestedOf(one, sites);
			const groups = groupReasons(reasons);
			const notes = groups.flatMap(({ columns }) => columns[1].notes.map(({ text }) => text));
			expect(notes).toHaveLength(reasons.flatMap(({ columns }) => columns[1].notes).length);
			const shown = groups.flatMap(({ columns }) => columns.flatMap(({ reports }) => reports));
			const meant = reasons.flatMap(({ columns }) => columns.flatMap(({ reports }) => reports));
			expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(meant.map(({ id }) => id)));
			const quoted = shown.filter(({ words }) => words.length > 0).map(({ id }) => id);
			expect(quoted).toEqual([...new Set(quoted)]);
			expect(new Set(quoted)).toEqual(new Set(shown.map(({ id }) => id)));
		}
	});

	it('put a question of reading last, and call it unclear and not contradicted', () => {
		const titles = groupsOf('masyaf-facility').map(({ columns }) => headings[columns[1].title]);
		expect(titles).toEqual([
			'What speaks against it',
			'What is reported of the other place',
			'What is unclear about it'
		]);
	});
});

describe('the drawing of the chains', () => {
	const overlap = ({ boxes }: ChainDrawing) =>
		boxes.some((a, index) =>
			boxes
				.slice(index + 1)
				.some(
					(b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
				)
		);

	it.each([
		['every site', sites.map(({ reports }) => reports as Traced[])],
		['all reports at once', [reports as Traced[]]],
		[
			'an arrow over a layer',
			[[traced('1', 'paper', 'official', 'wire'), traced('2', 'paper', 'official')]] as Traced[][]
		]
	])('keeps its boxes apart, inside and above their sources: %s', (_, lists) => {
		for (const list of lists) {
			const tree = chainTree(list);
			const drawing = drawChains(tree, 'en');
			const mirrored = drawChains(tree, 'ar');
			if (!drawing || !mirrored) {
				expect(mirrored).toBe(drawing);
				expect(tree.edges).toEqual([]);
				continue;
			}
			expect(drawing.boxes).toHaveLength(tree.nodes.length);
			expect(drawing.arrows).toHaveLength(tree.edges.length);
			expect(overlap(drawing)).toBe(false);
			expect(overlap(mirrored)).toBe(false);
			const box = new Map(drawing.boxes.map((one) => [one.key, one]));
			for (const { x, y, width, height } of drawing.boxes) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x + width).toBeLessThanOrEqual(drawing.width + 0.01);
				expect(y + height).toBeLessThanOrEqual(drawing.height);
			}
			for (const { from, to } of tree.edges) {
				expect(box.get(from)!.y).toBeGreaterThan(box.get(to)!.y + box.get(to)!.height);
			}
			expect(JSON.stringify(drawing)).not.toMatch(/null|NaN/);
		}
	});

	it('leads an arrow that passes a layer beside its boxes', () => {
		const drawing = drawChains(
			chainTree([traced('1', 'paper', 'official', 'wire'), traced('2', 'paper', 'official')]),
			'en'
		)!;
		const wire = drawing.boxes.find(({ key }) => key === 'source/wire')!;
		const { path } = drawing.arrows.find(({ key }) => key === 'source/official article/paper')!;
		const lane = Number(/ ([\d.]+) [\d.]+ V/.exec(path)![1]);
		expect(lane < wire.x || lane > wire.x + wire.width).toBe(true);
	});

	it('marks every first origin and nothing else', () => {
		const drawing = drawChains(chainTree(site('masyaf-facility').reports), 'en')!;
		expect(drawing.boxes.filter(({ origin }) => origin).map(({ key }) => key)).toEqual([
			'article/naija-on-point-2022',
			'source/ynet-2022'
		]);
	});

	it('begins on the right in Arabic, in the words of Arabic, with its arrows on its boxes', () => {
		const tree = chainTree([traced('1', 'paper', 'wire'), traced('2', 'weekly')]);
		const [english, arabic] = (['en', 'ar'] as const).map((locale) => drawChains(tree, locale)!) as [
			ChainDrawing,
			ChainDrawing
		];
		const textOf = ({ boxes }: ChainDrawing) => boxes[0]!.lines.map(({ text }) => text);
		expect(textOf(english)).toEqual(['paper', 'article']);
		expect(textOf(arabic)).toEqual(['paper', 'مقال']);
		for (const [index, { x, width }] of english.boxes.entries()) {
			expect(arabic.boxes[index]!.x).toBeCloseTo(english.width - x - width);
		}
		expect(arabic.boxes[0]!.x).toBeGreaterThan(arabic.boxes[1]!.x);
		const wire = arabic.boxes.find(({ key }) => key === 'source/wire')!;
		expect(Number(/^M([\d.]+)/.exec(arabic.arrows[0]!.path)![1])).toBeCloseTo(wire.x + wire.width / 2);
	});

	it('wraps words and loses no letter', () => {
		expect(wrapped('A source of Asharq al-Awsat', 12)).toEqual(['A source of', 'Asharq', 'al-Awsat']);
		expect(wrapped('incomprehensibilities', 8).join('')).toBe('incomprehensibilities');
		expect(wrapped('  ', 8)).toEqual([]);
		// Marks stand on their letters, take no room and are never parted from them.
		expect(wrapped('لم يُسَمَّ', 7)).toEqual(['لم يُسَمَّ']);
		expect(wrapped('يُسَمَّ', 1)).toEqual(['يُ', 'سَ', 'مَّ']);
		for (const { chain } of reports)
			for (const { name } of chain) {
				const lines = wrapped(name, 11);
				expect(lines.every((line) => line.length <= 11)).toBe(true);
				expect(lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
			}
	});
});

describe('the check of a reader', () => {
	const quotes = articles
		.find(({ id }) => id === 'naija-on-point-2022')!
		.reports.flatMap(({ quotes }) => quotes);

	it('goes quote by quote, and finds each as if it were alone', () => {
		const text = quotes.map(({ exact }) => exact).join('\n');
		expect([...checkEach(text, quotes)]).toEqual(quotes.flatMap((quote) => [...checkEach(text, [quote])]));
	});

	it('is summed up in a line', () => {
		const exact = { kind: 'exact' as const, moved: true, start: 0, end: 1 } satisfies QuoteCheck;
		const fuzzy = {
			kind: 'fuzzy' as const,
			errors: 1,
			difference: [],
			start: 0,
			end: 1
		} satisfies QuoteCheck;
		const typography = { kind: 'typography' as const, difference: [], start: 0, end: 1 } satisfies QuoteCheck;
		expect(summaryOf([exact, exact])).toBe('2 of 2 quotes found word for word.');
		expect(summaryOf([exact, typography, fuzzy, { kind: 'missing' }])).toBe(
			'1 of 4 quotes found word for word, 1 but for spacing or typography, 1 with other words, 1 not found.'
		);
		expect(wordsOf({ ...exact, moved: false })).toEqual({ sign: '✓', words: 'Word for word, at its place' });
		expect(wordsOf({ kind: 'missing' })).toEqual({ sign: '✗', words: 'Not found' });
	});

	const file = (name: string, bytes: BlobPart) => new File([bytes], name);

	it('reads text in the encodings that a file names', async () => {
		expect(await readText(file('a.txt', 'حميميم'))).toBe('حميميم');
		expect(await readText(file('a.txt', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x62, 0])))).toBe('ab');
	});

	it.each([
		['a picture', file('a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0]))],
		['what has a NUL in it', file('a.txt', 'a\0b')],
		['an unnamed encoding', file('a.txt', new Uint8Array([0x63, 0xe9, 0x20]))]
	])('says that %s is not text', async (_, picture) => {
		await expect(readText(picture)).rejects.toThrow('not a text file');
	});

	it('reads nothing of a file that is too large', async () => {
		const large = { name: 'a.txt', size: largestFile + 1, type: '', arrayBuffer: () => Promise.reject() };
		await expect(readText(large)).rejects.toThrow('larger than 5 MB');
	});
});
