/** KML and GPX of any size, read as they stream past. */
import { FeatureSink } from './featureSink';
import { Gpx } from './gpx';
import { Kml } from './kml';
import { Refusal, type Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';
import { XmlStream } from './xml';

/** Reads all elements of a text. @throws Refusal where it declares a document type, or has no element at all */
export async function readMarkup(
	text: AsyncIterable<string>,
	format: 'kml' | 'gpx',
	rows: Rows,
	problems: Problems,
	work: Work
): Promise<void> {
	const sink = new FeatureSink(rows, problems, work);
	const stream = new XmlStream(format === 'kml' ? new Kml(sink) : new Gpx(sink), work);
	for await (const piece of text) stream.push(piece);
	stream.end();
	if (stream.isCutOff) problems.add('truncated');
	if (rows.count === 0 && !sink.hasAny) throw new Refusal('no-rows');
}
