import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/lib/draft/commands';
import {
	cardOf,
	isPending,
	itemsOf,
	placesWithoutReport,
	progressOf,
	step
} from '../../../src/lib/draft/review';
import { article, place, seed, text } from './desk';

const at = (words: string, from = 0) => {
	const start = text.indexOf(words, from);
	return { start, end: start + words.length };
};
const draft = apply(article, {
	do: 'suggest',
	marks: [
		{ ...at('Hama'), value: place('hama') },
		{ ...at('officer'), value: { sort: 'actor', actor: null, candidates: [] } },
		{ ...at('Tartus'), value: place('tartus') },
		{ ...at('Homs'), value: place('homs') }
	],
	reports: [
		seed(0, at('Friday.').end, { place: 0, inferred: ['when'] }),
		seed(at('An officer').start, at('struck.').end, { place: 2 })
	]
});
const idOf = (words: string) => draft.marks.find(({ start, end }) => text.slice(start, end) === words)!.id;
const [first, second] = draft.reports.map(({ id }) => id) as [string, string];

it('what is looked at comes in the order of the text, a report after the marks in its quote', () => {
	expect(itemsOf(draft).map(({ id }) => id)).toEqual([
		idOf('Hama'),
		first,
		idOf('officer'),
		idOf('Tartus'),
		second,
		idOf('Homs')
	]);
});

describe('the card', () => {
	it('of a place is that of its report, or its own where it has none', () => {
		expect(placesWithoutReport(draft).map(({ id }) => id)).toEqual([idOf('Homs')]);
		expect(['Hama', 'Tartus', 'Homs'].map((words) => cardOf(draft, idOf(words)))).toEqual([
			first,
			second,
			idOf('Homs')
		]);
	});

	it('of an actor is that of the report whose words it is among, and none where it is among none', () => {
		expect(cardOf(draft, idOf('officer'))).toBe(second);
		expect(cardOf({ ...draft, reports: [] }, idOf('officer'))).toBeNull();
		expect(cardOf(draft, first)).toBe(first);
	});
});

it('steps go on from what is looked at, to the ends and no further', () => {
	expect(step(draft, null, 1)!.id).toBe(idOf('Hama'));
	expect(step(draft, null, -1)!.id).toBe(idOf('Homs'));
	expect(step(draft, idOf('Homs'), 1)).toBeNull();
	const decided = apply(draft, { do: 'decide', id: second, decision: 'accepted' });
	expect(step(decided, first, 1, ({ id }) => [first, second].includes(id))!.id).toBe(second);
	expect(step(decided, first, 1, (item) => 'quote' in item && isPending(item))).toBeNull();
});

it('progress counts conclusions of accepted reports alone', () => {
	expect(progressOf(draft)).toMatchObject({
		reports: { accepted: 0, rejected: 0, pending: 2 },
		inferences: 0
	});
	const accepted = apply(draft, { do: 'decide', id: first, decision: 'accepted' });
	expect(progressOf(accepted)).toMatchObject({ reports: { accepted: 1, pending: 1 }, inferences: 1 });
});
