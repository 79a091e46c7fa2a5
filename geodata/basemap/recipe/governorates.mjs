// Governorates come from Natural Earth, whose outline of Syria is rougher than that of land.json.
// Only the lines between governorates are kept from it; the outline is taken from land.json,
// so that an area drawn along the coast follows the coast of the map.
import { topology } from 'topojson-server';
import { mergeArcs } from 'topojson-client';
import { collection, feature, inRing, polygonsOf, ringArea, tidyLines, tidyPolygons } from './lib.mjs';

/** Natural Earth's zone of the UN observers is a part of Quneitra governorate. */
const PART_OF = { 'SY-X01~': 'SY-QU' };

export function governorates(source, syria) {
  const iso = (g) => PART_OF[g.properties.iso_3166_2] ?? g.properties.iso_3166_2;
  const topo = topology({ all: collection(source) });
  const geometries = topo.objects.all.geometries;
  const codes = [...new Set(geometries.map(iso))].sort();
  const rings = codes.flatMap((code) =>
    mergeArcs(topo, geometries.filter((g) => iso(g) === code)).arcs.flat().map((arcs) => ({ code, arcs }))
  );

  const plain = (i) => (i < 0 ? ~i : i);
  const users = new Map(); // arc -> the governorates on its sides
  for (const { code, arcs } of rings) for (const i of arcs) users.set(plain(i), [...(users.get(plain(i)) ?? []), code]);
  const isInner = (i) => users.get(plain(i)).length === 2;

  const outline = new Outline(largestRing(syria));
  const outer = new Set(); // ends of arcs that lie on the outline of the country
  for (const [i] of users) if (!isInner(i)) for (const p of ends(topo.arcs[i])) outer.add(String(p));

  // Lead the inner lines to the outline of land.json.
  const inner = new Map();
  for (const [i] of users) {
    if (!isInner(i)) continue;
    const line = [...topo.arcs[i]];
    for (let end = 0; end < 2; end++) {
      line.reverse(); // so that the end in hand comes first
      if (!outer.has(String(line[0]))) continue;
      const anchor = outline.anchor(line[0]);
      // Near its end the rougher line may run along the outline, in and out: begin where it is in for good.
      line.splice(0, 1 + Math.max(0, line.slice(0, 12).findLastIndex((p) => !inRing(p, outline.ring))));
      line.unshift(anchor.point);
    }
    inner.set(i, line);
  }

  const areas = codes.map((code) => {
    const closed = rings.filter((r) => r.code === code).map((r) => close(r.arcs, topo, inner, isInner, outline));
    const properties = source.find((f) => f.properties.iso_3166_2 === code).properties;
    return feature(
      { iso: code, name: NAMES[code] ?? properties.name_en, name_ar: properties.name_ar.replace(/^محافظة /, '') },
      tidyPolygons(assemble(closed))
    );
  });
  const lines = [...inner].map(([i, line]) =>
    feature({ between: users.get(i).sort().join(' ') }, tidyLines([line]))
  );
  return { areas, lines };
}

/** Plain English forms, where Natural Earth has the article or another spelling. */
const NAMES = { 'SY-HA': 'Hasakah', 'SY-RA': 'Raqqa', 'SY-SU': 'As-Suwayda' };

const ends = (line) => [line[0], line[line.length - 1]];
const largestRing = (f) =>
  polygonsOf(f.geometry).map((p) => p[0]).sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0];

/** One ring of a governorate: inner lines as they are, everything else along the outline. */
function close(arcs, topo, inner, isInner, outline) {
  const raw = arcs.map((i) => (i < 0 ? [...topo.arcs[~i]].reverse() : topo.arcs[i]));
  const clockwise = ringArea(raw.flat()) < 0;
  const ring = [];
  for (let k = 0; k < arcs.length; k++) {
    const i = arcs[k];
    if (isInner(i)) ring.push(...(i < 0 ? [...inner.get(~i)].reverse() : inner.get(i)));
    else ring.push(...outline.between(...ends(raw[k]), clockwise));
  }
  ring.push(ring[0]);
  return ring;
}

/** Puts holes into the ring that holds them. */
function assemble(rings) {
  const sorted = [...rings].sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)));
  const polygons = [];
  for (const ring of sorted) {
    const holder = polygons.find((p) => inRing(ring[0], p[0]));
    if (holder) holder.push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

/** The counter-clockwise outline of the country, on which points of the rougher source are looked up. */
class Outline {
  constructor(ring) {
    this.ring = ring;
    this.anchors = new Map();
  }

  /** The nearest point of the outline, as a point and a position along the ring. */
  anchor(p) {
    const id = String(p);
    if (this.anchors.has(id)) return this.anchors.get(id);
    const k = Math.cos((p[1] * Math.PI) / 180);
    let best = { distance: Infinity };
    for (let i = 0; i < this.ring.length - 1; i++) {
      const [ax, ay] = this.ring[i], [bx, by] = this.ring[i + 1];
      const dx = (bx - ax) * k, dy = by - ay;
      const t = Math.max(0, Math.min(1, ((p[0] - ax) * k * dx + (p[1] - ay) * dy) / (dx * dx + dy * dy || 1)));
      const point = [ax + (bx - ax) * t, ay + dy * t];
      const distance = Math.hypot((p[0] - point[0]) * k, p[1] - point[1]);
      if (distance < best.distance) best = { distance, point, at: i + t, from: p };
    }
    this.anchors.set(id, best);
    return best;
  }

  /** The way along the outline from one point to another. */
  between(from, to, clockwise) {
    const a = this.anchor(clockwise ? to : from), b = this.anchor(clockwise ? from : to);
    const n = this.ring.length - 1;
    const way = [a.point];
    const stop = b.at > a.at ? b.at : b.at + n;
    for (let i = Math.floor(a.at) + 1; i < stop; i++) way.push(this.ring[i % n]);
    way.push(b.point);
    return clockwise ? way.reverse() : way;
  }
}
