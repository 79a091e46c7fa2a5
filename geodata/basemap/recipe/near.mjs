// What the map shows near the sites when it is seen close up: the coast of GSHHG in full, in a strip that is laid over the
// coarser one of the first view, and the villages. It is a file of its own, since the first view needs none of it.
//
// The strip reaches farther to both sides of the coast than the two coasts differ, so that beyond it sea meets sea and
// land meets land.
import fs from 'node:fs';
import path from 'node:path';
import { buffer, featureCollection, lineString, pointOnFeature, polygon, simplify, union } from '@turf/turf';
import { collection, feature, inGeometry, metres, polygonsOf } from './lib.mjs';
import { villages } from './places.mjs';

const records = path.join(path.dirname(new URL(import.meta.url).pathname), '..', '..', 'places');

/** How far from a site the coast is drawn exactly, and how wide the strip is to each side of it, in kilometres. */
const REACH = 10, STRIP = 0.7;

/** The places of the records that the map draws. */
function drawnPlaces() {
  return fs.readdirSync(records).filter((name) => name.endsWith('.geojson')).sort()
    .map((name) => JSON.parse(fs.readFileSync(path.join(records, name), 'utf8')))
    .filter(({ geometry, properties }) => geometry && properties.drawn !== 'none');
}

const together = (features) => (features.length > 1 ? union(featureCollection(features)) : features[0]);

/** The pieces of a line of which every point lies in an area. */
function piecesIn(line, area) {
  const pieces = [[]];
  for (const p of line) {
    if (inGeometry(p, area)) pieces.at(-1).push(p);
    else if (pieces.at(-1).length > 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** The one coast of the mainland of the region, closed far behind it. */
function mainland(open) {
  if (open.length !== 1) throw new Error(`the coast of the mainland is ${open.length} lines`);
  const [line] = open;
  const fromNorth = line[0][1] > line.at(-1)[1] ? line : [...line].reverse();
  const [start, end] = [fromNorth[0], fromNorth.at(-1)];
  return [...fromNorth, [EAST, end[1]], [EAST, NORTH], [start[0], NORTH], start];
}
const EAST = 40, NORTH = 40;

/**
 * GSHHG is traced from squares of about 90 m, so that every slope is a stair: its steps are taken out, and its corners cut
 * twice (Chaikin 1974). A point moves by less than such a square.
 */
function smooth(line) {
  const closed = isClosed(line);
  // A ring begins at a corner, which stays.
  let points = line.length > 12 ? simplify(lineString(line), { tolerance: STAIR, highQuality: true }).geometry.coordinates : line;
  for (let round = 0; round < 2; round++) {
    const cut = [];
    for (let i = 0; i + 1 < points.length; i++) for (const t of [0.25, 0.75])
      cut.push(points[i].map((v, axis) => v + (points[i + 1][axis] - v) * t));
    points = closed ? [...cut, cut[0]] : [points[0], ...cut, points.at(-1)];
  }
  return points;
}
const STAIR = 0.0006; // degrees

const isClosed = (line) => String(line[0]) === String(line.at(-1));
const simple = (line) => simplify(lineString(line), { tolerance: 0.003, highQuality: true });

/**
 * @param run Mapshaper's commands over features
 * @param countries with `iso` and `home`: whose the land is; their own coast may be rough
 * @param stepped GSHHG's lines between sea and land
 */
export async function near(run, countries, stepped) {
  const coast = stepped.map(smooth);
  const sites = drawnPlaces();
  const reach = together(sites.map(({ geometry }) => buffer(feature({}, geometry), REACH, { units: 'kilometers', steps: 16 }))).geometry;
  const lines = coast.flatMap((line) => piecesIn(line, reach));
  // Its edge is seen nowhere, so that it may be rough.
  const strip = together(lines.filter((line) => line.length > 3).map((line) => buffer(simple(line), STRIP, { units: 'kilometers', steps: 4 })));
  // The mainland is what lies behind its coast, which reaches beyond the strip at both ends; islands are rings.
  const shores = [mainland(coast.filter((line) => !isClosed(line))), ...coast.filter(isClosed)];
  const dry = (await run('-clip strip.json -explode', collection(shores.map((ring) => feature({}, { type: 'Polygon', coordinates: [ring] }))), { 'strip.json': JSON.stringify(strip) }))
    .flatMap(({ geometry }) => polygonsOf(geometry));
  // What lies beyond the rough coast of all countries is of that whose shore it is.
  const owned = countries.filter(({ geometry }) => dry.some(([ring]) => ring.some((p) => inGeometry(p, geometry))));
  const files = { 'owned.json': JSON.stringify(collection(owned)) };
  const ground = collection(dry.map((rings) => feature({}, { type: 'Polygon', coordinates: rings })));
  const known = await run('-clip ground.json', collection(owned), { 'ground.json': JSON.stringify(ground) });
  const beyond = (await run('-erase owned.json -explode', ground, files))
    .map(({ geometry }) => feature({ ...nearestOf(pointOn(polygonsOf(geometry)[0]), owned).properties }, geometry));
  const whole = await run('-dissolve iso copy-fields=home', collection([...known, ...beyond]));
  return [
    feature({ part: 'near-sea' }, rounded('MultiPolygon', polygonsOf(strip.geometry))),
    feature({ part: 'near-coast' }, { type: 'MultiLineString', coordinates: lines.map(roundLine5) }),
    ...whole.map(({ properties: { home }, geometry }) => feature({ part: 'near-land', ...(home && { home: true }) }, rounded('MultiPolygon', polygonsOf(geometry)))),
    ...villages(sites.map(({ geometry }) => geometry))
  ];
}

const roundLine5 = (line) => line.map((p) => p.map((v) => Math.round(v * 1e5) / 1e5 + 0))
  .filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
const rounded = (type, polygons) => ({ type, coordinates: polygons.map((rings) => rings.map(roundLine5).filter((ring) => ring.length > 3)).filter(([outer]) => outer) });

/** A point inside a polygon. */
const pointOn = (rings) => pointOnFeature(polygon(rings)).geometry.coordinates;

const nearestOf = (point, countries) => countries
  .map((country) => ({ country, far: Math.min(...polygonsOf(country.geometry).flat(2).map((p) => metres(p, point))) }))
  .sort((a, b) => a.far - b.far)[0].country;
