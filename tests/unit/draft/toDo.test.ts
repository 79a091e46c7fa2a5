import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/lib/draft/commands';
import { headToDos, toDosOf } from '../../../src/lib/draft/toDo';
import type { Head } from '../../../src/lib/draft/article';
import { article, seed, text } from './desk';

const when = (edtf: string) => ({ edtf, stated: null, inferred: null });
const full: Partial<Head> = {
	title: 'Troops in Hama',
	publisher: 'The Fixture',
	published: when('2020-05-04'),
	url: 'https://fixture.example/1',
	site: 'fixture.example',
	author: 'A. Hand',
	chain: ['a-source'],
	standing: 'A fixture.',
	rights: '© The Fixture.'
};
const said = (head: Partial<Head>, beside = {}) =>
	headToDos(apply(article, { do: 'describe', head: { ...full, ...head } }), beside).map(
		({ field, code, isWrong }) => `${field} ${code}${isWrong ? '!' : ''}`
	);

describe('beside each field of an article', () => {
	it('is nothing where all is in order', () => {
		expect(said({}, { on: '2030-01-01', articles: [{ id: 'other', text: { length: 1 } }] })).toEqual([]);
	});

	it.each<[Partial<Head>, string]>([
		[{ title: ' \u200b' }, 'title title-missing!'],
		[{ title: 'M\u0430de up' }, 'title letters-mixed!'],
		[{ publisher: '' }, 'publisher publisher-missing!'],
		[{ published: when('') }, 'published published-missing!'],
		[{ published: when('4 May 2020') }, 'published date-wrong!'],
		[{ published: when('2031') }, 'published date-later!'],
		[{ language: '' }, 'language language-missing!'],
		[{ language: 'English' }, 'language language-missing!'],
		[{ id: 'Made Up' }, 'id id-missing!'],
		[{ id: 'taken' }, 'id id-taken!'],
		[{ url: 'fixture.example/1' }, 'url url-wrong!'],
		[{ url: 'ftp://fixture.example' }, 'url url-wrong!'],
		[{ url: '' }, 'url url-missing'],
		[{ site: '' }, 'site site-missing'],
		[{ author: '' }, 'author author-missing'],
		[{ chain: [] }, 'chain chain-missing'],
		[{ standing: '' }, 'standing standing-missing'],
		[{ rights: '' }, 'rights rights-missing']
	])('is what is missing or wrong: %j', (head, expected) => {
		const beside = { on: '2030-01-01', articles: [{ id: 'taken', text: { length: 1 } }] };
		expect(said(head, beside)).toEqual([expected]);
	});

	it('is not asked again for what the author says is not known', () => {
		const unknown = ['site', 'author', 'chain', 'standing', 'rights', 'url'] as const;
		const empty = { site: '', author: '', chain: [], standing: '', rights: '', url: '' };
		expect(said({ ...empty, unknown: [...unknown] })).toEqual([]);
	});
});

describe('beside each field of a report', () => {
	const todo = (over: Parameters<typeof seed>[2]) =>
		toDosOf(
			{
				...seed(0, text.indexOf('.') + 1, {
					actors: [{ actor: 'mu', role: 'met' }],
					when: when('2020-05'),
					summary: 'Said.',
					...over
				}),
				id: 'r1',
				decision: 'accepted',
				by: 'person',
				place: null
			},
			{ ...article, text: `${text} ${'word '.repeat(80)}` },
			{ on: '2030-01-01' }
		).map(({ field, code }) => `${field} ${code}`);

	it.each<[Parameters<typeof seed>[2], string[]]>([
		[{}, []],
		[{ quote: { start: 0, end: text.length + 400 } }, ['quote quote-long']],
		[{ passage: { start: 0, end: text.length + 400 } }, ['passage passage-long']],
		[{ actors: [] }, ['actors actor-missing']],
		[{ when: when('') }, ['date date-missing']],
		[{ when: when('soon') }, ['date date-wrong']],
		[{ when: when('2031-05') }, ['date date-later']],
		[{ inferred: ['claim'] }, ['inferred inferred']],
		[{ summary: '' }, ['summary summary-missing']],
		[{ summary: 'S\u0430id.' }, ['summary letters-mixed']]
	])('is what is missing or wrong: %j', (over, expected) => {
		expect(todo(over)).toEqual(expected);
	});
});
