// Small helpers shared by the steps of build.mjs.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const here = path.dirname(new URL(import.meta.url).pathname);

/** The box that every layer is clipped to: west, south, east, north. */
export const BOX = [27, 28, 50, 42];
/** Where the map is used close up; the rest may be coarser. */
export const FOCUS = [34, 32, 43.5, 38];

const M_PER_DEG = 111_320;
const RAD = Math.PI / 180;

export const inBox = ([x, y], [w, s, e, n]) => x >= w && x <= e && y >= s && y <= n;

export function readPackageFile(name, file) {
  const dir = require.resolve.paths(name).map((p) => path.join(p, name)).find((p) => fs.existsSync(p));
  if (!dir) throw new Error(`${name} is not installed: run npm install first`);
  return fs.readFileSync(path.join(dir, file), 'utf8');
}
export const readPackageJson = (name, file) => JSON.parse(readPackageFile(name, file));

export const collection = (features) => ({ type: 'FeatureCollection', features });
export const feature = (properties, geometry) => ({ type: 'Feature', properties, geometry });

export const polygonsOf = (g) =>
  !g ? [] : g.type === 'Polygon' ? [g.coordinates] : g.type === 'MultiPolygon' ? g.coordinates : [];
export const linesOf = (g) =>
  !g ? [] : g.type === 'LineString' ? [g.coordinates] : g.type === 'MultiLineString' ? g.coordinates : [];

/** Keeps whole polygons that touch the box, so that later steps have little to do. */
export function touchesBox(polygon, [w, s, e, n] = BOX) {
  let [a, b, c, d] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygon[0]) {
    a = Math.min(a, x); b = Math.min(b, y); c = Math.max(c, x); d = Math.max(d, y);
  }
  return a < e && c > w && b < n && d > s;
}

/** Signed area of a ring in square kilometres (positive: counter-clockwise). */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  }
  return ((sum / 2) * M_PER_DEG ** 2 * Math.cos(ring[0][1] * RAD)) / 1e6;
}

/** Area of a triangle in square metres, by which points are weighed when simplifying. */
export function triangleArea([[ax, ay], [bx, by], [cx, cy]]) {
  return (Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2) * M_PER_DEG ** 2 * Math.cos(by * RAD);
}

export function metres([ax, ay], [bx, by]) {
  const k = Math.cos(((ay + by) / 2) * RAD);
  return Math.hypot((ax - bx) * k, ay - by) * M_PER_DEG;
}

export function inRing([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
export const inPolygon = (pt, [outer, ...holes]) => inRing(pt, outer) && !holes.some((h) => inRing(pt, h));
export const inGeometry = (pt, g) => polygonsOf(g).some((p) => inPolygon(pt, p));

export const round = (v) => Math.round(v * 1e4) / 1e4 + 0; // + 0 turns -0 into 0
const roundPoint = (p) => [round(p[0]), round(p[1])];

/** Rounds a line and drops the points that fall together by it. */
export function roundLine(line) {
  return line.map(roundPoint).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
}

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byCoordinates = (a, b) => byText(JSON.stringify(a), JSON.stringify(b));

/** Rounded, wound as RFC 7946 asks (outside counter-clockwise) and in a fixed order. */
export function tidyPolygons(polygons, minKm2 = () => 0) {
  const tidy = [];
  for (const polygon of polygons) {
    const rings = polygon.map(roundLine).filter((r) => r.length >= 4);
    if (!rings.length || Math.abs(ringArea(rings[0])) < minKm2(rings[0][0])) continue;
    tidy.push(
      rings
        .filter((r, i) => i === 0 || Math.abs(ringArea(r)) >= minKm2(r[0]))
        .map((r, i) => (ringArea(r) > 0 === (i === 0) ? r : r.reverse()))
    );
  }
  tidy.sort(byCoordinates);
  if (!tidy.length) return null;
  return tidy.length === 1 ? { type: 'Polygon', coordinates: tidy[0] } : { type: 'MultiPolygon', coordinates: tidy };
}

export function tidyLines(lines) {
  const tidy = lines.map(roundLine).filter((l) => l.length >= 2).sort(byCoordinates);
  if (!tidy.length) return null;
  return tidy.length === 1 ? { type: 'LineString', coordinates: tidy[0] } : { type: 'MultiLineString', coordinates: tidy };
}

/** Writes a layer; `key` puts the features in an order that does not hang on the source's. */
export function writeLayer(file, features, key) {
  const sorted = features.filter((f) => f.geometry).sort((a, b) => byText(key(a), key(b)) || byCoordinates(a, b));
  fs.writeFileSync(path.join(here, '..', file), JSON.stringify(collection(sorted)) + '\n');
}
