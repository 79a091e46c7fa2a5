// Reads rivers, a few lakes and the coast near the sites out of GSHHG, once, into gshhg.json, which build.mjs uses.
// GSHHG is in no npm package; its data files are in the Debian package gmt-gshhg-full 2.3.7-6:
//   apt-get download gmt-gshhg-full && dpkg -x gmt-gshhg-full_*.deb gshhg
//   npm install --no-save h5wasm@0.10.3
//   node extract-gshhg.mjs gshhg/usr/share/gmt-gshhg
import fs from 'node:fs';
import path from 'node:path';
import * as h5wasm from 'h5wasm/node';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { BOX, FOCUS, collection, feature, inBox, inRing, roundLine, triangleArea } from './lib.mjs';
import { LAKES } from './names.mjs';

const [folder] = process.argv.slice(2);
await h5wasm.ready;

/** Lines are cut into bins of one degree, counted from the north-west; coordinates are relative to a bin. */
function read(file, pointCount) {
  const nc = new h5wasm.File(path.join(folder, file), 'r');
  const values = (name) => nc.get(name).value;
  const firstSegment = values('Id_of_first_segment_in_a_bin'), segments = values('N_segments_in_a_bin');
  const firstPoint = values('Id_of_first_point_in_a_segment'), points = pointCount(values);
  const x = values('Relative_longitude_from_SW_corner_of_bin'), y = values('Relative_latitude_from_SW_corner_of_bin');
  const unsigned = (v) => v & 0xffff;
  const found = [];
  for (let south = BOX[1]; south < BOX[3]; south++) for (let west = BOX[0]; west < BOX[2]; west++) {
    const bin = (89 - south) * 360 + west;
    for (let s = firstSegment[bin]; s < firstSegment[bin] + unsigned(segments[bin]); s++) {
      const line = [];
      for (let p = firstPoint[s]; p < firstPoint[s] + points[s]; p++) {
        line.push([west + unsigned(x[p]) / 65535, south + unsigned(y[p]) / 65535]);
      }
      found.push({ segment: s, line: roundLine(line), exact: line.map((p) => p.map(toMetre)) });
    }
  }
  return { found, values };
}

const toMetre = (v) => Math.round(v * 1e5) / 1e5;

/** Joins lines that were cut at the edge of a bin: where two ends meet and no third. */
function join(lines) {
  const id = (p) => String(p);
  const atEnd = new Map();
  const put = (l) => [l[0], l.at(-1)].forEach((p) => atEnd.set(id(p), [...(atEnd.get(id(p)) ?? []), l]));
  const remove = (l) => [l[0], l.at(-1)].forEach((p) => atEnd.set(id(p), atEnd.get(id(p)).filter((m) => m !== l)));
  lines.forEach(put);
  const done = new Set(lines);
  for (const p of [...atEnd.keys()]) {
    const [a, b, c] = atEnd.get(p);
    if (!b || c || a === b) continue;
    const joined = [...(id(a.at(-1)) === p ? a : [...a].reverse()), ...(id(b[0]) === p ? b : [...b].reverse()).slice(1)];
    for (const l of [a, b]) { remove(l); done.delete(l); }
    put(joined); done.add(joined);
  }
  return [...done];
}

// Levels: 0 and 1 permanent major rivers, 2 additional major, 3 additional, 4 minor; the rest is
// intermittent rivers and canals. Small rivers are of use only where the map is seen close up.
const { found, values } = read('binned_river_f.nc', (v) => v('N_points_for_a_segment'));
const levels = values('Hierarchial_level_of_a_segment');
const features = [0, 1, 2, 3, 4].flatMap((level) =>
  join(found.filter((f) => levels[f.segment] === level && f.line.length > 1).map((f) => f.line))
    .filter((line) => level < 3 || line.some((p) => inBox(p, FOCUS)))
    .map((line) => feature({ level }, { type: 'LineString', coordinates: line }))
);
const topo = simplify(presimplify(topology({ rivers: collection(features) }), triangleArea), 150 ** 2 / 2);
const rivers = topo.objects.rivers.geometries.map((g) => ({
  level: g.properties.level,
  line: g.arcs.flatMap((a, i) => (a < 0 ? [...topo.arcs[~a]].reverse() : topo.arcs[a]).slice(i ? 1 : 0))
}));

// The upper bits of this field count the points of a segment.
const shores = read('binned_GSHHS_f.nc', (v) => v('Embedded_npts_levels_exit_entry_for_a_segment').map((n) => n >>> 9));
const shoreOf = shores.values('Id_of_GSHHS_ID');
const lakes = LAKES.filter((l) => l.gshhg).map(({ name, at }) => {
  const near = shores.found.find((f) => inRing(at, f.line));
  const [ring] = join(shores.found.filter((f) => shoreOf[f.segment] === shoreOf[near.segment]).map((f) => f.line));
  if (String(ring[0]) !== String(ring.at(-1))) throw new Error(`${name} is not closed`);
  return { name, ring };
});

// The coast of the region's sea, in full, for the strip near the sites (near.mjs). Level 1 parts the sea from land.
const COAST_BOX = [35.4, 33.9, 36.5, 36.9];
const shoreLevels = shores.values('Embedded_npts_levels_exit_entry_for_a_segment');
const coast = join(shores.found
  .filter((f) => ((shoreLevels[f.segment] >>> 6) & 7) === 1 && f.line.some((p) => inBox(p, COAST_BOX))).map((f) => f.exact))
  .filter((line) => line.length > 1);

const rows = (list) => list.map((l) => JSON.stringify(l)).sort().join(',\n');
fs.writeFileSync('gshhg.json', `{"rivers":[\n${rows(rivers)}\n],"lakes":[\n${rows(lakes)}\n],"coast":[\n${rows(coast)}\n]}\n`);
