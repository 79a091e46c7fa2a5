/**
 * Sites as waypoints of GPX 1.1 (https://www.topografix.com/GPX/1/1/). The format knows points alone, so the name of
 * a waypoint that is not a known place says so: a device shows little more than the name.
 */
import { ownName } from '../../geodata/names';
import type { SiteView } from '../../geodata/views';
import type { Position } from '../../geodata/schema';
import { kindName } from '../../geodata/kinds';
import { common } from '../../words/labels/en/common';
import { evidence } from '../../words/labels/en/evidence';
import { homepageOf, lastRecorded, recordLicense, siteLink, type ExportContext } from '../about';
import { siteProperties } from './siteProperties';
import { valueText } from './text';
import { valuesSpace } from './values';
import { element, elements, textElement, xmlDeclaration, type Markup } from './xml';

/** A GPX document with one waypoint for each site. */
export function sitesGpx(sites: SiteView[], context: ExportContext): string {
	const recorded = lastRecorded(sites);
	const homepage = homepageOf(context);
	const gpx = element(
		'gpx',
		{
			version: '1.1',
			creator: context.about.creator,
			xmlns: 'http://www.topografix.com/GPX/1/1',
			'xmlns:attested': valuesSpace
		},
		element(
			'metadata',
			{},
			element('name', {}, context.about.title),
			element(
				'desc',
				{},
				`Version ${context.version}. Where a name says “somewhere within”, the point is not the place.`
			),
			element('author', {}, element('name', {}, context.about.creator)),
			recorded
				? element(
						'copyright',
						{ author: context.about.creator },
						element('year', {}, recorded.slice(0, 4)),
						element('license', {}, recordLicense.url)
					)
				: null,
			homepage ? element('link', { href: homepage }) : null,
			recorded ? element('time', {}, `${recorded}T00:00:00Z`) : null
		),
		elements(sites.map((site) => waypoint(site, context)))
	);
	return `${xmlDeclaration}${gpx.markup}\n`;
}

function waypoint(site: SiteView, context: ExportContext): Markup {
	const [longitude, latitude] = waypointPosition(site);
	// Children stand in the order of the schema: name, desc, link, type, extensions.
	return element(
		'wpt',
		{ lat: latitude, lon: longitude },
		element('name', {}, waypointName(site)),
		element('desc', {}, description(site)),
		element('link', { href: siteLink(site.id, context) }, element('text', {}, context.about.title)),
		textElement('type', kindName(site, common.placeKinds)),
		element('extensions', {}, elements(values(site, context)))
	);
}

/** All that the format has no element for, such as when it was: the schema lets programs add elements of their own. */
function values(site: SiteView, context: ExportContext): Markup[] {
	return Object.entries(siteProperties(site, context)).flatMap(([name, value]) => {
		const text = valueText(value);
		return text ? [element(`attested:${name}`, {}, text)] : [];
	});
}

/**
 * A ring stands for its centre here, unlike on the map, since “within N km” must be true of the point; a region or
 * a line stands where its mark does.
 */
function waypointPosition(site: SiteView): Position {
	return site.geometry.type === 'Point' ? site.geometry.coordinates : site.position;
}

/** The name of a waypoint: what is not a point says how wide the place is. */
export function waypointName({ name, drawn, precision }: SiteView): string {
	switch (drawn) {
		case 'point':
			return ownName(name);
		case 'ring':
			return `${ownName(name)}: somewhere within ${precision.radius_km} km`;
		case 'region':
			return `${ownName(name)}: a region, somewhere in it`;
		case 'line':
			return `${ownName(name)}: a line, somewhere along it`;
	}
}

function description({ name, precision, reports, actors }: SiteView): string {
	const radius = precision.radius_km === null ? '' : ` Uncertainty ${precision.radius_km} km.`;
	return [
		...Object.values(name).slice(1),
		`${evidence.precisions[precision.where_prec]}.${radius} ${precision.reason}`,
		`Reported here: ${actors.map((actor) => ownName(actor.name)).join('; ') || 'no actor'}.`,
		...reports.map(
			({ summary, when, article }) =>
				`${summary} [${when.edtf}] (${article.publisher}${article.draft ? ', a draft' : ''})`
		)
	].join('\n');
}
