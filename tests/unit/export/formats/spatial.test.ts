import { check } from '@placemarkio/check-geojson';
import { gpx as readGpx, kml as readKml } from '@tmcw/togeojson';
import { booleanPointInPolygon } from '@turf/turf';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { allLayer, reportFeatures, siteFeatures } from '../../../../src/lib/export/formats/geojson';
import { sitesGpx, waypointName } from '../../../../src/lib/export/formats/gpx';
import { kmlColour, sitesKml } from '../../../../src/lib/export/formats/kml';
import { linkedPlaces } from '../../../../src/lib/export/formats/linkedPlaces';
import { escapeXml, replaceForbidden } from '../../../../src/lib/export/formats/xml';
import type { Dataset, SiteView } from '../../../../src/lib/geodata/views';
import { first, anyText, context, fixtures, forSitesOfAnyText, real, withText } from '../data';

/** A parser that takes every fault for one. */
function parseXml(text: string) {
	const stop = (level: string, message: string) => {
		// U+FFFD is meant: it stands where XML can't hold what the record does.
		if (level !== 'warning' || !message.includes('replacement character')) throw new Error(message);
	};
	return new DOMParser({ onError: stop }).parseFromString(text, 'text/xml') as unknown as Document;
}

const properties = (collection: FeatureCollection<never> | FeatureCollection) =>
	collection.features.map((feature) => feature.properties as Record<string, string>);

/** A site for each actor with a mark there. */
const placemarks = (data: Dataset) =>
	data.actors.flatMap((actor) => data.sites.filter((site) => site.actors.some(({ id }) => id === actor.id)));

describe('KML, read by togeojson', () => {
	const comesBack = (data: Dataset) => {
		const read = readKml(parseXml(sitesKml(data.sites, data.actors, context)));
		const expected = placemarks(data);
		expect(properties(read as FeatureCollection).map(({ name }) => tidy(name!))).toEqual(
			expected.map(({ name }) => tidy(name.en!))
		);
		read.features.forEach((feature, index) => {
			const site = expected[index]!;
			const { precision_reason, name_ar, permalink, site: id } = feature.properties as Record<string, string>;
			expect({ precision_reason: tidy(precision_reason!), name_ar: tidy(name_ar!), permalink, id }).toEqual({
				precision_reason: tidy(site.precision.reason),
				name_ar: tidy(site.name.ar!),
				permalink: `https://attested.example/sites/${site.id}`,
				id: site.id
			});
			expect(feature.geometry).not.toBeNull();
			// What is only somewhere inside is never a point.
			expect(feature.geometry!.type === 'Point').toBe(site.drawn === 'point');
		});
	};

	it('gives back every placemark', () => {
		comesBack(real);
		comesBack(fixtures);
	});
	it('takes any text', () => forSitesOfAnyText(comesBack), 60_000);

	it('draws a ring around its centre, in the colour of the actor', () => {
		const site = real.sites.find(({ drawn }) => drawn === 'ring')!;
		const [feature] = readKml(parseXml(sitesKml([site], real.actors, context))).features;
		expect(
			booleanPointInPolygon(site.geometry.coordinates as [number, number], feature!.geometry as Polygon)
		).toBe(true);
		expect(feature!.properties!.stroke).toBe(context.colours[site.actors[0]!.hue]);
	});

	it('gives a time span only as far as the dates are bounded', () => {
		const spans = (site: SiteView) =>
			readKml(parseXml(sitesKml([site], real.actors, context))).features.map(
				({ properties }) => properties!.timespan
			);
		const meeting = first.sites.find(({ id }) => id === 'hama-military-airport')!;
		for (const span of spans(meeting)) expect(span).toEqual({ begin: '2022-08-31', end: '2022-08-31' });
		const open = {
			...meeting,
			reports: meeting.reports.map((report) => ({ ...report, when: { ...report.when, edtf: '../2015-09' } }))
		};
		for (const span of spans(open)) expect(span).toEqual({ begin: '', end: '2015-09-30' });
	});

	it('writes colours as alpha, blue, green, red', () => {
		expect(kmlColour('#12AbCd', '80')).toBe('80cdab12');
		expect(() => kmlColour('red', 'ff')).toThrow(/not a colour/);
	});

	it('exports a part as well', () => {
		expect(readKml(parseXml(sitesKml([], real.actors, context))).features).toEqual([]);
	});
});

describe('GPX, read by togeojson', () => {
	const comesBack = ({ sites }: Pick<Dataset, 'sites'>) => {
		const read = readGpx(parseXml(sitesGpx(sites, context)));
		expect(properties(read as FeatureCollection).map(({ name }) => tidy(name!))).toEqual(
			sites.map((site) => tidy(waypointName(site)))
		);
		read.features.forEach((feature, index) => {
			const site = sites[index]!;
			expect(tidy(feature.properties!.desc)).toContain(tidy(site.precision.reason));
			expect(feature.geometry).toMatchObject({
				type: 'Point',
				coordinates: site.geometry.type === 'Point' ? site.geometry.coordinates : site.position
			});
		});
	};

	it('gives back every waypoint', () => {
		comesBack(real);
		comesBack(fixtures);
	});
	it('takes any text', () => forSitesOfAnyText(comesBack), 60_000);

	it('says in the name of a ring, a region or a line that the point is not the place', () => {
		for (const site of real.sites.filter(({ drawn }) => drawn !== 'point')) {
			expect(waypointName(site)).toMatch(
				/: (somewhere within \d+(\.\d+)? km|a region, somewhere in it|a line, somewhere along it)$/
			);
		}
	});
});

describe('GeoJSON, read by check-geojson', () => {
	const reports = reportFeatures(real, context);
	const sites = siteFeatures(real.sites, context);

	it('has a feature for each report and for each site', () => {
		const read = check(JSON.stringify(reports)) as FeatureCollection;
		expect(read.features.map(({ id }) => id)).toEqual(real.reports.map(({ id }) => id));
		expect((check(JSON.stringify(sites)) as FeatureCollection).features.map(({ id }) => id)).toEqual(
			real.sites.map(({ id }) => id)
		);
		expect(allLayer(real, context).features).toHaveLength(
			real.reports.flatMap(({ actors }) => actors).length
		);
	});

	it('draws no report finer than its site, and says why one is not drawn', () => {
		for (const { geometry, properties: shown } of reports.features) {
			if (geometry) {
				expect(geometry.type === 'Point').toBe(shown.drawn === 'point');
				expect(shown.precision_reason).toBeTruthy();
			} else {
				expect(shown.unmapped_reason).toBeTruthy();
			}
		}
	});

	it('takes any text', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const data = withText(text);
				const read = check(JSON.stringify(reportFeatures(data, context))) as FeatureCollection;
				expect(properties(read).map(({ quote }) => quote)).toEqual(
					data.reports.map(({ quotes }) => quotes[0]!.exact)
				);
				const places = check(JSON.stringify(siteFeatures(data.sites, context))) as FeatureCollection;
				expect(properties(places).map(({ name }) => name)).toEqual(data.sites.map(({ name }) => name.en));
			}),
			{ numRuns: 50 }
		);
	});
});

describe('Linked Places', () => {
	const places = linkedPlaces(real.sites, context);

	it('is valid GeoJSON with a place for each site', () => {
		const read = check(JSON.stringify(places)) as FeatureCollection;
		expect(read.features).toHaveLength(real.sites.length);
	});

	it('names, dates and describes each place', () => {
		places.features.forEach((place, index) => {
			const site = real.sites[index]!;
			expect(place['@id']).toBe(`https://attested.example/sites/${site.id}`);
			expect(place.names.map(({ toponym }) => toponym)).toEqual([
				site.name.en,
				site.name.ar,
				...site.aliases
			]);
			expect(place.names.slice(0, 2).map(({ lang }) => lang)).toEqual(['en', 'ar']);
			expect(place.descriptions).toHaveLength(site.reports.length);
			expect(place.geometry.certainty === 'certain').toBe(site.precision.where_prec === 1);
			for (const { start } of place.when?.timespans ?? [])
				expect(Object.keys(start).length).toBeGreaterThan(0);
		});
	});

	it('links to gazetteers by the identifiers of the record', () => {
		const site = {
			...real.sites[0]!,
			identifiers: { GeoNames: '163345', Wikidata: 'Q574818', ICAO: 'OSLK' }
		};
		expect(
			linkedPlaces([site], context).features[0]!.links.filter(({ type }) => type === 'closeMatch')
		).toEqual([
			{ type: 'closeMatch', identifier: 'https://www.geonames.org/163345' },
			{ type: 'closeMatch', identifier: 'http://www.wikidata.org/entity/Q574818' }
		]);
	});

	it('opens a span where the date is open', () => {
		const dated = (edtf: string) => {
			const site = fixtures.sites[0]!;
			const report = { ...site.reports[0]!, when: { edtf, stated: null, inferred: null } };
			return linkedPlaces([{ ...site, reports: [report] }], context).features[0]!.when?.timespans[0];
		};
		expect(dated('2022-08-31')).toEqual({ start: { in: '2022-08-31' } });
		expect(dated('2022-09')).toEqual({ start: { earliest: '2022-09-01', latest: '2022-09-30' } });
		expect(dated('../2015-09-24')).toEqual({ start: { latest: '2015-09-24' } });
		expect(dated('2015-07/2015-09-24')).toEqual({
			start: { earliest: '2015-07-01', latest: '2015-07-31' },
			end: { in: '2015-09-24' }
		});
	});
});

describe('text in XML', () => {
	it('keeps every kind of line end', () => {
		const text = 'a\r\nb\rc\nd\u0085e\u2028f\u2029g\th';
		const root = parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`).documentElement;
		expect([root.textContent, root.getAttribute('b')]).toEqual([text, text]);
	});

	it('reads back as it was, but for what XML forbids', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const root = parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`).documentElement;
				expect(root.textContent).toBe(replaceForbidden(text));
				expect(root.getAttribute('b')).toBe(replaceForbidden(text));
			}),
			{ numRuns: 2000 }
		);
	});
});

/** The reader trims names and joins white space, so it is joined on both sides. */
function tidy(text: string): string {
	return replaceForbidden(text).replaceAll(/\s+/gu, ' ').trim();
}
