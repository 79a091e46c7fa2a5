import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Gazetteer } from '../../../../src/lib/draft/gazetteer/gazetteer';
import type { Toponym } from '../../../../src/lib/draft/recognise/toponyms';
import { resolveToponyms, type ResolveOptions } from '../../../../src/lib/draft/resolve/resolve';
import { smallGazetteer } from '../gazetteers';

/** The names between square brackets, which the text then does not have. */
function toponymsIn(marked: string): { text: string; toponyms: Toponym[] } {
	const toponyms: Toponym[] = [];
	let text = '';
	for (const [index, part] of marked.split(/[[\]]/).entries()) {
		if (index % 2 === 1)
			toponyms.push({
				start: text.length,
				end: text.length + part.length,
				text: part,
				score: 0.9,
				by: 'tagger'
			});
		text += part;
	}
	return { text, toponyms };
}

function resolve(marked: string, options: ResolveOptions = {}, gazetteer = smallGazetteer) {
	const { text, toponyms } = toponymsIn(marked);
	return resolveToponyms(text, toponyms, gazetteer, options).map(({ candidates, ...rest }) => ({
		...rest,
		candidates,
		first: candidates[0] && gazetteer.place(candidates[0].row),
		codes: candidates[0]?.reasons.map(({ code }) => code) ?? []
	}));
}

it('takes the larger of two places where nothing else tells', () => {
	const [springfield] = resolve('near [Springfield]');
	expect(springfield!.first).toMatchObject({ division: 'MA' });
	expect(springfield!.candidates[0]!.reasons).toContainEqual({ code: 'largest', of: 2 });
	expect(springfield!.candidates).toHaveLength(2);
	expect(springfield!.margin).toBeCloseTo(
		springfield!.candidates[0]!.score - springfield!.candidates[1]!.score,
		9
	);
	expect(springfield!.margin).toBeGreaterThan(0);
});

it('takes a place that is in the country or the division that is named beside it', () => {
	const [paris, texas] = resolve('a fire in [Paris], [Texas], on Monday');
	expect(paris!.first).toMatchObject({ country: 'US' });
	expect(paris!.candidates[0]!.reasons[0]).toEqual({ code: 'within', place: texas!.candidates[0]!.row });
	expect(resolve('a fire in [Paris], [France]')[0]!.first).toMatchObject({ kind: 'capital' });
});

it('takes countries side by side for a list, and not for a town in the other', () => {
	expect(resolve('in [Turkey], [Syria] and [Russia]')[0]!.first).toMatchObject({ kind: 'country' });
	expect(resolve('in [Turkey], [Texas]')[0]!.first).toMatchObject({ kind: 'town', country: 'US' });
});

it('takes a capital before the state of its name, unless a place in the state stands before it', () => {
	expect(resolve('talks in [Washington] on Monday')[0]!.first).toMatchObject({ kind: 'capital' });
	const [, state] = resolve('a march in [Seattle], [Washington], on Monday');
	expect(state!.first).toMatchObject({ kind: 'division' });
	expect(state!.codes).toContain('holds');
});

it('takes the one of three that is nearest to the others', () => {
	const [, , hamidiyah] = resolve('from [Masyaf] by [Hama] to [Hamidiyah]');
	expect(hamidiyah!.first).toMatchObject({ country: 'SY' });
	expect(hamidiyah!.candidates[0]!.reasons).toContainEqual({ code: 'nearest', of: 3 });
	expect(hamidiyah!.candidates.map(({ row }) => smallGazetteer.place(row).country)).toHaveLength(3);
});

it('takes the country of the reader’s data', () => {
	expect(resolve('at [Hamidiyah]')[0]!.first).toMatchObject({ country: 'IQ' });
	const [home] = resolve('at [Hamidiyah]', { home: ['SY'] });
	expect(home!.first).toMatchObject({ country: 'SY' });
	expect(home!.candidates[0]!.reasons).toContainEqual({ code: 'home', country: 'SY' });
});

it('takes a place of the reader’s own, unless the words beside it say otherwise', () => {
	const own = 100;
	const withOwn: Gazetteer = {
		...smallGazetteer,
		place: (row) =>
			row === own
				? {
						...smallGazetteer.place(4),
						name: 'Paris camp',
						kind: 'own',
						country: '',
						division: '',
						population: 0
					}
				: smallGazetteer.place(row),
		candidates: (key) =>
			key === 'paris'
				? [{ place: own, weight: 1 }, ...smallGazetteer.candidates(key)!]
				: smallGazetteer.candidates(key)
	};
	expect(resolve('at [Paris]', {}, withOwn)[0]).toMatchObject({
		candidates: [{ row: own, reasons: [{ code: 'own' }] }, {}, {}]
	});
	expect(resolve('at [Paris], [Texas]', {}, withOwn)[0]!.candidates[0]!.row).toBe(13);
});

it('takes the kind that the words beside it speak of', () => {
	expect(resolve('in [Hama] province')[0]!.first).toMatchObject({ kind: 'division' });
	expect(resolve('in the city of [Hama]')[0]!.first).toMatchObject({ kind: 'seat' });
});

it('takes the same words for the same place', () => {
	const found = resolve('[Paris], [Texas]. In [Paris] again.');
	expect(found[2]!.first).toMatchObject({ country: 'US' });
	expect(found[2]!.codes).toContain('sameWords');
	expect(found[0]!.codes).not.toContain('sameWords');
});

it('knows a people, a short form and a name with other words', () => {
	expect(
		resolve('[Syrians] in [Tex.] and the [Hama Countryside]').map(({ first, codes }) => [
			first!.name,
			codes[0]
		])
	).toEqual([
		['Syria', 'demonym'],
		['Texas', 'abbreviation'],
		['Hama', 'part']
	]);
});

it('suggests nothing for what no gazetteer has', () => {
	expect(resolve('at [Wadi Foo]')[0]).toMatchObject({ candidates: [], margin: null });
	expect(resolve('in [Damascus]')[0]!.codes).toContain('only');
});

it.each([
	['[Damascus] demanded that they leave', true],
	['[Moscow] has repeatedly said so', true],
	['ties with [Moscow]', true],
	['ties between [Damascus] and [Moscow]', true],
	['the [Damascus]-backed militia', true],
	['officials in [Damascus] said', false],
	['a meeting in [Damascus]', false],
	['near [Masyaf] said', false],
	['[Syria] demanded', false],
	['ولم تعلق [دمشق] على الخبر', true],
	['وطالبت [دمشق] بالانسحاب', true],
	['وصل إلى [دمشق] أمس', false],
	['في [دمشق] طالب السكان', false]
])('tells whether a capital stands for its government: %s', (marked, expected) => {
	expect(resolve(marked).some(({ metonym }) => metonym === true)).toBe(expected);
});

it('resolves whatever it is given, the best first', () => {
	const name = fc.constantFrom(
		'Hama',
		'Paris',
		'Texas',
		'Syrians',
		'Springfield',
		'Foo',
		'',
		'.',
		'😀',
		'Hama of Paris',
		'دمشق'
	);
	const between = fc.constantFrom(' ', ', ', ' in ', '. ', '\n', ' province ', '\ud800');
	fc.assert(
		fc.property(
			fc.array(fc.tuple(name, between), { maxLength: 20 }),
			fc.subarray(['SY', 'US', 'XX']),
			(parts, home) => {
				const { text, toponyms } = toponymsIn(parts.map(([words, gap]) => `[${words}]${gap}`).join(''));
				const found = resolveToponyms(text, toponyms, smallGazetteer, { home });
				expect(found.map(({ start }) => start)).toEqual(toponyms.map(({ start }) => start));
				for (const { candidates, margin } of found) {
					const scores = candidates.map(({ score }) => score);
					expect(scores).toEqual(scores.toSorted((one, other) => other - one));
					expect(scores.every(Number.isFinite)).toBe(true);
					expect(margin === null).toBe(candidates.length < 2);
				}
			}
		)
	);
});
