/**
 * Sites as KML 2.2 (https://docs.ogc.org/is/12-007r2/12-007r2.html) for Google Earth: a folder for each actor, so
 * that each can be shown alone, and a site in the folder of every actor that has a mark there; those where nobody has one
 * are in a last folder.
 */
import { ownName } from '../../geodata/names';
import type { ActorView, ReportView, SiteView } from '../../geodata/views';
import type { Position } from '../../geodata/schema';
import type { Hue } from '../../geodata/vocabulary';
import { evidence } from '../../words/labels/en/evidence';
import { licenseLine, type ExportContext, stateLine } from '../about';
import { exportGeometry } from '../geometry';
import { boundsOf, siteProperties } from './siteProperties';
import { valueText } from './text';
import { element, elements, textElement, xmlDeclaration, type Markup } from './xml';

export interface KmlContext extends ExportContext {
	/** Colour of each hue as #rrggbb. */
	colours: Record<Hue, string>;
}

/** A KML document. Folders without sites are left out. */
export function sitesKml(sites: SiteView[], actors: ActorView[], context: KmlContext): string {
	const ofActors = actors.map((actor) => ({
		id: actor.id,
		name: ownName(actor.name),
		colour: context.colours[actor.hue],
		sites: sites.filter((site) => site.actors.some(({ id }) => id === actor.id))
	}));
	const ofNone = {
		id: withoutActor,
		name: 'No actor',
		colour: '#808080',
		sites: sites.filter((site) => site.actors.length === 0)
	};
	const folders = [...ofActors, ofNone].filter((folder) => folder.sites.length > 0);

	const kml = element(
		'kml',
		{ xmlns: 'http://www.opengis.net/kml/2.2', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
		element(
			'Document',
			{},
			element('name', {}, context.about.title),
			element('atom:author', {}, element('atom:name', {}, context.about.creator)),
			textElement('description', `Version ${context.version}. ${licenseLine}. ${spanNote}`),
			elements(folders.map(({ id, colour }) => style(id, colour))),
			elements(
				folders.map((folder) =>
					element(
						'Folder',
						{},
						element('name', {}, folder.name),
						elements(folder.sites.map((site) => placemark(site, folder.id, context)))
					)
				)
			)
		)
	);
	return `${xmlDeclaration}${kml.markup}\n`;
}

/** The folder of sites whose reports are about nobody; no actor has such an id. */
const withoutActor = '_';

const spanNote =
	'A time span runs from the first to the last day that the reports of a site may mean; between two reports the sources are silent.';

function placemark(site: SiteView, folder: string, context: KmlContext): Markup {
	const reports = site.reports.filter(
		({ attributed }) => folder === withoutActor || attributed.some(({ id }) => id === folder)
	);
	// Children stand in the order of the schema: name, description, time, style, data, geometry.
	return element(
		'Placemark',
		{ id: `${folder}-${site.id}` },
		element('name', {}, ownName(site.name)),
		element('description', {}, describe(site, reports)),
		timeSpan(reports),
		element('styleUrl', {}, `#actor-${folder}`),
		element('ExtendedData', {}, elements(extendedData(site, reports, context))),
		geometry(exportGeometry(site))
	);
}

function describe({ drawn, precision }: SiteView, reports: ReportView[]): string {
	const radius = precision.radius_km === null ? '' : `, within ${precision.radius_km} km`;
	return [
		`${evidence.drawnAs[drawn]}${radius}. ${evidence.precisions[precision.where_prec]}. ${precision.reason}`,
		...reports.map(
			({ summary, when, quotes, article }) =>
				`${summary} [${when.edtf}] “${quotes[0]!.exact}” (${article.publisher}). ${stateLine(article)}.`
		)
	].join('\n\n');
}

function extendedData(site: SiteView, reports: ReportView[], context: KmlContext): Markup[] {
	return Object.entries(siteProperties(site, context, reports)).flatMap(([name, value]) => {
		const text = valueText(value);
		return text ? [element('Data', { name }, element('value', {}, text))] : [];
	});
}

function timeSpan(reports: ReportView[]): Markup | null {
	const { earliest, latest } = boundsOf(reports);
	return earliest || latest
		? element('TimeSpan', {}, textElement('begin', earliest), textElement('end', latest))
		: null;
}

function style(folder: string, colour: string): Markup {
	return element(
		'Style',
		{ id: `actor-${folder}` },
		element(
			'IconStyle',
			{},
			element('color', {}, kmlColour(colour, 'ff')),
			element(
				'Icon',
				{},
				element('href', {}, 'https://maps.google.com/mapfiles/kml/shapes/placemark_circle.png')
			)
		),
		element('LineStyle', {}, element('color', {}, kmlColour(colour, 'ff')), element('width', {}, 2)),
		element('PolyStyle', {}, element('color', {}, kmlColour(colour, '40')))
	);
}

/**
 * A colour as KML writes it: alpha, blue, green, red.
 * @throws Error where the colour is not #rrggbb
 */
export function kmlColour(hex: string, alpha: string): string {
	const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex) ?? [];
	if (!red || !green || !blue) throw new Error(`${hex} is not a colour of the form #rrggbb`);
	return `${alpha}${blue}${green}${red}`.toLowerCase();
}

function geometry(shape: SiteView['geometry']): Markup {
	switch (shape.type) {
		case 'Point':
			return element('Point', {}, coordinates([shape.coordinates]));
		case 'LineString':
			return line(shape.coordinates);
		case 'MultiLineString':
			return element('MultiGeometry', {}, elements(shape.coordinates.map(line)));
		case 'Polygon':
			return polygon(shape.coordinates);
		case 'MultiPolygon':
			return element('MultiGeometry', {}, elements(shape.coordinates.map(polygon)));
	}
}

function line(positions: Position[]): Markup {
	return element('LineString', {}, element('tessellate', {}, 1), coordinates(positions));
}

function polygon([outer, ...holes]: Position[][]): Markup {
	const ring = (positions: Position[]) => element('LinearRing', {}, coordinates(positions));
	return element(
		'Polygon',
		{},
		element('tessellate', {}, 1),
		element('outerBoundaryIs', {}, ring(outer!)),
		elements(holes.map((hole) => element('innerBoundaryIs', {}, ring(hole))))
	);
}

function coordinates(positions: Position[]): Markup {
	return element('coordinates', {}, positions.map((position) => position.join(',')).join(' '));
}
