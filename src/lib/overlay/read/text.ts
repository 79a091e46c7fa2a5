/** The rows of a text, whichever format it is in. */
import type { Encoding } from '../../base/encoding';
import { decoded, resumed, type Bytes } from './bytes';
import { readCsv, type CsvForm } from './csv';
import { sampleOf } from './encodings';
import type { Form } from './form';
import { readJson, readJsonLines } from './json';
import type { Given } from './layer';
import { readMarkup } from './markup';
import type { Rows } from './rows';
import { headSize, sniffText } from './sniff';

/** A text that was not read yet. */
export interface Text {
	bytes: Bytes;
	/** The first bytes. */
	head: Uint8Array;
	encoding: Encoding;
	/** Whether the bytes allow for the encoding but do not prove it. */
	isGuess: boolean;
}

/**
 * Reads all rows of a text.
 * @param proof the bytes from which its encoding was guessed, where the reader did not choose it
 * @throws Refusal where it is of no format that has rows; OtherEncoding as `decoded` does
 */
export async function readText(
	{ bytes, head, encoding, isGuess }: Text,
	rows: Rows,
	{ problems, work, choices, ownPlaces }: Given,
	proof: Uint8Array | null
): Promise<Form> {
	const sample = sampleOf(proof ?? head, encoding);
	if (encoding !== 'utf-8' && (isGuess || proof))
		problems.add('encoding', { instead: encoding, found: new TextDecoder(encoding).decode(sample) });
	const all = decoded(bytes, encoding, isGuess && encoding === 'utf-8', problems);
	const { first, text } = await begun(all);
	const format = sniffText(first);
	let form: CsvForm | null = null;
	if (format === 'csv') form = await readCsv(text, rows, problems, work, choices);
	else if (format === 'json') await readJson(text, rows, problems, work, ownPlaces);
	else if (format === 'json-lines') await readJsonLines(text, rows, problems, work);
	else await readMarkup(text, format, rows, problems, work);
	const { delimiter = null, header = null, firstLine = null } = form ?? {};
	return { format, encoding, sample: [...sample], delimiter, header, firstLine };
}

/** A text whose beginning can be looked at. */
async function begun(text: AsyncIterable<string>): Promise<{ first: string; text: AsyncIterable<string> }> {
	const iterator = text[Symbol.asyncIterator]();
	let head = '';
	let isOver = false;
	while (head.trim() === '' && !isOver) {
		const { done, value } = await iterator.next();
		if (done) isOver = true;
		else head += value;
	}
	return { first: head.slice(0, headSize), text: resumed([head.replace(/^\ufeff/, '')], iterator) };
}
