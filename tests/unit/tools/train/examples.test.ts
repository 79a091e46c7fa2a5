import { expect, it } from 'vitest';
import { entityLabels, toponymLabels } from '../../../../src/lib/draft/recognise/tagger';
import { documentOf, geoVirus, type CorpusDocument } from '../../../../src/tools/train/corpora';
import { exampleOf } from '../../../../src/tools/train/examples';
import { smallGazetteer } from '../../draft/gazetteers';

it('writes the tokens of a corpus as a text', () => {
	const { text, spans } = documentOf(
		{
			src: 'gum-news',
			sents: [
				{ t: ['-DOCSTART-'], sp: [] },
				{
					t: ['``', 'Do', "n't", 'go', ',', "''", 'Hama', "'s", 'mayor', '-LRB-', '52', '-RRB-', 'said', '.'],
					sp: [[6, 7, 'LOC']]
				},
				{ t: ['Deir', 'ez', '-', 'Zor', '!'], sp: [[0, 4, 'LOC']] }
			]
		},
		'a'
	);
	expect(text).toBe('"Don\'t go," Hama\'s mayor (52) said.\n\nDeir ez - Zor!');
	expect(spans.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
		['Hama', 'LOC'],
		['Deir ez - Zor', 'LOC']
	]);
});

const learn = (
	source: string,
	text: string,
	...names: [string, CorpusDocument['spans'][number]['kind']][]
) => {
	const spans = names.map(([name, kind]) => ({
		start: text.indexOf(name),
		end: text.indexOf(name) + name.length,
		kind
	}));
	const { tokens, entities, toponyms } = exampleOf(
		{ id: 'a', source, text, spans },
		smallGazetteer,
		new Set()
	);
	return tokens.map((token, index) => [
		token.text,
		entityLabels.filter((_, label) => (entities[index]! >> label) & 1).join(' '),
		toponyms[index] === -1 ? '?' : toponymLabels[toponyms[index]!]
	]);
};

it('has names of places as entities and as toponyms', () => {
	expect(learn('ewt', 'to New Homs by Ali', ['New Homs', 'LOC'], ['Ali', 'PER'])).toEqual([
		['to', 'O B-MISC I-MISC', 'O'],
		['New', 'B-LOC', 'B'],
		['Homs', 'I-LOC', 'I'],
		['by', 'O B-MISC I-MISC', 'O'],
		['Ali', 'B-PER', 'O']
	]);
});

it('does not say whether a known place within another name is a toponym', () => {
	expect(learn('wikigold', 'Hama Club', ['Hama Club', 'ORG'])).toEqual([
		['Hama', 'B-ORG', '?'],
		['Club', 'I-ORG', 'O']
	]);
});

it('leaves open what corpora count differently: peoples, and where toponyms alone are marked', () => {
	expect(learn('docred', 'Syrian', ['Syrian', 'LOC'])).toEqual([
		['Syrian', 'O B-LOC I-LOC B-MISC I-MISC', '?']
	]);
	expect(learn(geoVirus, 'a Hama', ['Hama', null])).toEqual([
		['a', 'O B-ORG I-ORG B-PER I-PER B-MISC I-MISC', 'O'],
		['Hama', 'B-LOC I-LOC B-ORG I-ORG', 'B']
	]);
});
