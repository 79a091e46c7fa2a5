import { beforeAll, describe, expect, it } from 'vitest';
import { aboutOf } from '$lib/geodata/about';
import { compile } from '$lib/geodata/compile';
import type { Dataset } from '$lib/geodata/views';
import { actorLayer, allLayer } from '$lib/export/formats/geojson';
import { markFeatures, shapeFeatures } from '$lib/export/mapData';
import { loadRecords } from '$lib/server/geodata';
import { HintError, check } from '@placemarkio/check-geojson';
import { booleanClockwise, featureEach } from '@turf/turf';
import type { FeatureCollection, Polygon } from 'geojson';
import { unfinishedLines } from '../../../src/tools/check';

const context = { origin: '', about: aboutOf(loadRecords().dataset) };
let dataset: Dataset;
beforeAll(() => {
	dataset = compile(loadRecords());
});

/** Throws with every problem where a text is not RFC 7946. */
function checkGeoJson(text: string): void {
	try {
		check(text);
	} catch (error) {
		throw error instanceof HintError
			? new Error(error.issues.map(({ message }) => message).join('; '))
			: error;
	}
}

describe('the records as they stand', () => {
	it.each([
		['Latakia', 'latakia-airport', ['russia']],
		['Latakia', 'latakia-region', ['irgc', 'hezbollah']],
		['Tartus', 'tartus-naval-facility', ['russia', 'israel']],
		['Tartus', 'tartus-port', ['iran']],
		['Hmeimim', 'hmeimim', ['russia']],
		['Masyaf', 'masyaf-facility', ['iran', 'syrian-government', 'israel']],
		['Hama', 'hama-military-airport', ['russia', 'iran']],
		['Tanf', 'tanf', ['united-states']],
		['Damascus airport', 'damascus-airport', ['israel', 'iran', 'russia']],
		['Aleppo airport', 'aleppo-airport', ['israel', 'iran']]
	])('has %s on the map (%s) with actor, source and quote', (_, id, actors) => {
		const site = dataset.sites.find((candidate) => candidate.id === id)!;
		expect(site.actors.map((actor) => actor.id)).toEqual(expect.arrayContaining(actors));
		for (const report of site.reports) {
			expect(report.quotes[0]!.exact.length).toBeGreaterThan(20);
			expect(report.article.url).toMatch(/^https?:/);
		}
	});

	it('has every quote stamped: its words were compared with the full text', () => {
		expect(unfinishedLines(loadRecords())).toEqual([]);
		for (const { id, article } of dataset.reports) expect(article.checked, id).toMatch(/^\d{4}-\d\d-\d\d$/);
	});

	it('keeps every report that was ever published: on the map, or with the reason why not', () => {
		const published = loadRecords().snapshots.flatMap(({ reports }) => reports.map(({ id }) => id));
		const kept = [...dataset.reports, ...dataset.withdrawn].map(({ id }) => id);
		expect(published.length).toBeGreaterThan(0);
		expect(kept).toEqual(expect.arrayContaining(published));
		const mapped = new Set(dataset.sites.flatMap((site) => site.reports.map(({ id }) => id)));
		for (const report of dataset.reports) expect(mapped.has(report.id)).toBe(report.unmapped === null);
	});

	it('draws as points only what is known that well, and no city and no government at all', () => {
		for (const site of dataset.sites) {
			if (site.drawn === 'point') expect(site.precision.where_prec, site.id).toBeLessThanOrEqual(2);
			expect(['city', 'country', 'governorate']).not.toContain(site.kind);
		}
	});

	it('says of one cluster and of one airfield that they are one', () => {
		const ties = (id: string) =>
			dataset.sites
				.find((site) => site.id === id)!
				.related.map(({ place, relation }) => `${relation} ${place.id}`);
		expect(ties('hmeimim')).toContain('same latakia-airport');
		expect(ties('regiment-49')).toEqual(
			expect.arrayContaining(['probably-same s200-base-hama', 'nearby iran-hq-hama'])
		);
	});

	it('marks what is contested', () => {
		const disputed = dataset.sites.filter((site) => site.disputed).map(({ id }) => id);
		expect(disputed).toEqual(
			expect.arrayContaining(['hama-military-airport', 'regiment-49', 'west-hama-positions', 'aleppo-battle'])
		);
	});
});

describe('the layers', () => {
	it('are valid RFC 7946, wound as it asks', () => {
		const files: FeatureCollection[] = [
			markFeatures(dataset.sites),
			shapeFeatures(dataset.sites),
			allLayer(dataset, { ...context, origin: 'https://example.org' }) as FeatureCollection,
			...dataset.actors.map(({ id }) => actorLayer(dataset, id, context) as FeatureCollection)
		];
		for (const file of files) {
			checkGeoJson(JSON.stringify(file));
			featureEach(file, ({ geometry }) => {
				if (geometry?.type === 'Polygon')
					expect(booleanClockwise((geometry as Polygon).coordinates[0]!)).toBe(false);
			});
		}
	});

	it('hold each report under each actor that it is about, those above it included', () => {
		for (const actor of dataset.actors) {
			const reports = new Set(
				actorLayer(dataset, actor.id, context).features.map(({ properties }) => properties.report)
			);
			const expected = dataset.reports.filter(({ attributed }) =>
				attributed.some(({ id, parent }) => id === actor.id || parent === actor.id)
			);
			for (const report of expected) expect(reports).toContain(report.id);
		}
		expect(new Set(allLayer(dataset, context).features.map(({ properties }) => properties.report))).toEqual(
			new Set(dataset.reports.map(({ id }) => id))
		);
	});

	it('never give a ring as a naked point', () => {
		for (const { geometry, properties } of allLayer(dataset, context).features) {
			if (geometry?.type === 'Point') expect(properties.where_prec).toBeLessThanOrEqual(2);
			else if (geometry) expect(properties.precision_reason).toBeTruthy();
		}
	});
});
