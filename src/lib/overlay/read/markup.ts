/** Formats of XML of any size, read as they stream past. */
import { FeatureSink } from './featureSink';
import { Feed } from './feed';
import { Gml } from './gml';
import { Gpx } from './gpx';
import { Kml } from './kml';
import { Osm } from './osm';
import { Refusal, type Problems } from './problem';
import type { Rows } from './rows';
import { Tcx } from './tcx';
import type { Work } from './work';
import { XmlStream, type XmlFormat } from './xml';

const formats = {
	kml: Kml,
	gpx: Gpx,
	gml: Gml,
	feed: Feed,
	tcx: Tcx,
	osm: Osm
} satisfies Record<string, new (sink: FeatureSink) => XmlFormat>;

/** The formats of XML that are read. */
export type MarkupFormat = keyof typeof formats;

/** Reads all elements of a text. @throws Refusal where it declares a document type, or has no element at all */
export async function readMarkup(
	text: AsyncIterable<string>,
	format: MarkupFormat,
	rows: Rows,
	problems: Problems,
	work: Work
): Promise<void> {
	const sink = new FeatureSink(rows, problems, work);
	const stream = new XmlStream(new formats[format](sink), work);
	for await (const piece of text) stream.push(piece);
	stream.end();
	if (stream.isCutOff) problems.add('truncated');
	if (rows.count === 0 && !sink.hasAny) throw new Refusal('no-rows');
}
