/**
 * The backgrounds that a reader may choose beside the offline one, in `geodata/basemaps.json`: whoever publishes the site
 * names them, ready ones (`readyBasemaps.json`) or others.
 */
import { z } from 'zod';
import ready from './readyBasemaps.json' with { type: 'json' };
import { day, id, name, schemaAddress, text, webAddress } from './schemaParts';

const readyIds = Object.keys(ready) as (keyof typeof ready)[];

/** What stands in the place of the id where a reader has none of them. */
const offline = 'offline';

/** Beside the site, or on a host that a page fetched over https may ask; the reader's own machine is for trying. */
const isAddress = (address: string) =>
	/^\/(?!\/)/.test(address) ||
	/^https:\/\/[\w.{}-]+(:\d+)?(\/|$)/i.test(address) ||
	/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//i.test(address);

const address = z
	.string()
	.refine(isAddress, 'begin it with https:// and the name of a host, or with / for a file beside the site');

const placeholders = (url: string) => [...url.matchAll(/\{([^}]*)\}/g)].map(([, inside]) => inside!);
const lacks = (url: string, ...wanted: string[]) => !wanted.every((each) => placeholders(url).includes(each));
const strange = (url: string, known: readonly string[]) =>
	placeholders(url).filter((each) => !known.includes(each));

const credit = z.strictObject({
	text: text.describe('As it stands at the foot of the map.'),
	url: webAddress
});

const shared = {
	id: id
		.refine((name) => name !== offline, `choose another: “${offline}” is the map’s own background`)
		.describe('Stands in the address of the map, so it stays as it is.'),
	name,
	attribution: z
		.array(credit)
		.min(1, 'say whose it is: every background has an attribution')
		.describe('Whose it is, as the licence asks to say it.'),
	licence: z.strictObject({ name: text, url: webAddress }).describe('The licence of what is drawn.'),
	terms: z
		.strictObject({ note: text, url: webAddress })
		.optional()
		.describe('What whoever runs the host asks of sites that use it.'),
	hosts: z
		.array(
			z
				.string()
				.regex(
					/^https:\/\/[\w-]+(\.[\w-]+)*(:\d+)?$/i,
					'write a host as https://tiles.example.org, without a path'
				)
		)
		.optional()
		.describe('Other hosts that it asks, as a style may for its tiles, letters and signs.'),
	referrer: z
		.literal('origin')
		.optional()
		.describe('With it the host is told which site asks, as some want. Else it is not.'),
	look: z
		.enum(['map', 'imagery'])
		.describe(
			'A drawn map, whose own names are seen, or pictures of the ground, on which names and borders of ours stay.'
		),
	minzoom: z.number().int().min(0).max(22).optional().describe('Its first zoom; without it 0.'),
	maxzoom: z.number().int().min(0).max(22).optional().describe('Its last zoom; nearer it is enlarged.')
};

const days = z
	.strictObject({
		from: day.describe('The first day that there is.'),
		to: day.optional().describe('The last; without it yesterday.')
	})
	.optional()
	.describe('The days of a background that has one picture a day; its address then has a place for the day.');

const tileSize = z
	.union([z.literal(256), z.literal(512)])
	.optional()
	.describe('Pixels of the page that a tile is wide; without it 256.');

const raster = z
	.strictObject({
		type: z.literal('raster'),
		...shared,
		url: address.describe(
			'With {z}, {x} and {y} (or {-y}, counted from the south); {ratio} is @2x on fine screens; {s} one of the subdomains; {date} the day.'
		),
		subdomains: z.array(z.string().regex(/^[\w-]+$/, 'use letters and digits')).optional(),
		tileSize,
		days
	})
	.superRefine(({ url, subdomains, days }, { addIssue }) => {
		const fault = (message: string) => addIssue({ code: 'custom', path: ['url'], message });
		const odd = strange(url, ['z', 'x', 'y', '-y', 'ratio', 'r', 's', 'date']);
		if (odd.length > 0) fault(`use only {z}, {x}, {y}, {-y}, {ratio}, {s} and {date} in it, not {${odd[0]}}`);
		else if (lacks(url, 'z', 'x') || (lacks(url, 'y') && lacks(url, '-y')))
			fault('put {z}, {x} and {y} where the zoom and the tile stand');
		else if (placeholders(url).includes('s') !== Boolean(subdomains))
			fault('give subdomains where it has {s}, and only there');
		else if (placeholders(url).includes('date') !== Boolean(days))
			fault('give days where it has {date}, and only there');
	});

const wmts = z
	.strictObject({
		type: z.literal('wmts'),
		...shared,
		url: address.describe(
			'The ResourceURL of the tiles with {TileMatrix}, {TileRow} and {TileCol}; or the address that takes a query, with layer and matrixSet beside it. The matrices are those of Web Mercator (GoogleMapsCompatible).'
		),
		layer: text.optional().describe('Name of the layer, where the address takes a query.'),
		matrixSet: text.optional().describe('Name of the set of matrices, for {TileMatrixSet} or the query.'),
		style: text.optional().describe('Name of the style, for {Style} or the query; without it “default”.'),
		format: text.optional().describe('Media type that is asked for in a query; without it image/jpeg.'),
		tileSize,
		days
	})
	.superRefine(({ url, layer, matrixSet, days }, { addIssue }) => {
		const fault = (message: string) => addIssue({ code: 'custom', path: ['url'], message });
		const found = placeholders(url);
		const isQuery = found.length === 0;
		const odd = strange(url, ['TileMatrix', 'TileRow', 'TileCol', 'TileMatrixSet', 'Style', 'Time']);
		if (odd.length > 0)
			fault(
				`use only {TileMatrix}, {TileRow}, {TileCol}, {TileMatrixSet}, {Style} and {Time} in it, not {${odd[0]}}`
			);
		else if (isQuery && !(layer && matrixSet))
			fault('put {TileMatrix}, {TileRow} and {TileCol} where they stand, or give layer and matrixSet');
		else if (!isQuery && lacks(url, 'TileMatrix', 'TileRow', 'TileCol'))
			fault('put {TileMatrix}, {TileRow} and {TileCol} where they stand');
		else if (found.includes('TileMatrixSet') && !matrixSet)
			fault('give the matrixSet that {TileMatrixSet} stands for');
		else if (!isQuery && found.includes('Time') !== Boolean(days))
			fault('give days where it has {Time}, and only there');
	});

const plainAddress = address.refine((url) => placeholders(url).length === 0, 'write it without { and }');

const style = z.strictObject({
	type: z.literal('style'),
	...shared,
	url: plainAddress.describe('A MapLibre style (JSON). Addresses in it are whole.'),
	dark: plainAddress.optional().describe('The style for readers who read in the dark.')
});

const pmtiles = z.strictObject({
	type: z.literal('pmtiles'),
	...shared,
	url: plainAddress.describe(
		'One file of tiles: pictures, or vector tiles of the Protomaps basemap, version 4. Its host answers range requests.'
	)
});

const readyOne = z
	.strictObject({
		type: z.literal('ready'),
		id: z.enum(readyIds).describe('One of those that are ready.'),
		name: name.optional().describe('Another name for it.'),
		url: address.optional().describe('Another address for it, as with a key of yours.'),
		hosts: shared.hosts
	})
	.superRefine(({ id, url }, { addIssue }) => {
		if (url === undefined) return;
		const [gone] = placeholders(ready[id].url).filter((each) => lacks(url, each));
		if (gone)
			addIssue({ code: 'custom', path: ['url'], message: `put {${gone}} where it stands in the ready one` });
	});

export const basemapsFileSchema = z.strictObject({
	$schema: schemaAddress,
	basemaps: z
		.array(z.discriminatedUnion('type', [readyOne, raster, wmts, style, pmtiles]))
		.refine(
			(all) => new Set(all.map(({ id }) => id)).size === all.length,
			'name each background once, and give each an id of its own'
		)
		.describe('In the order in which they are offered, after the map’s own.')
});

/** A background as the file has it, ready ones written out. */
export type BasemapRecord =
	| z.infer<typeof raster>
	| z.infer<typeof wmts>
	| z.infer<typeof style>
	| z.infer<typeof pmtiles>;
