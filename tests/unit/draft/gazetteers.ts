/** A small gazetteer for tests. */
import type {
	Candidate,
	Gazetteer,
	GazetteerPlace,
	PlaceKind
} from '../../../src/lib/draft/gazetteer/gazetteer';
import { gazetteerKey } from '../../../src/lib/draft/gazetteer/key';

const rows: [
	name: string,
	PlaceKind,
	country: string,
	division: string,
	lat: number,
	lon: number,
	people: number
][] = [
	['Syria', 'country', 'SY', '', 35, 38, 2e7],
	['Damascus', 'capital', 'SY', '13', 33.51, 36.29, 1.5e6],
	['Hama', 'seat', 'SY', '10', 35.13, 36.76, 460_000],
	['Hama', 'division', 'SY', '10', 35.2, 37.1, 1.6e6],
	['Masyaf', 'town', 'SY', '10', 35.06, 36.34, 22_000],
	['Hamidiyah', 'town', 'SY', '14', 34.71, 35.95, 7_000],
	['Hamidiyah', 'town', 'IQ', '05', 32.1, 45.2, 30_000],
	['Hamidiyah', 'town', 'IR', '15', 31.48, 48.43, 22_000],
	['Turkey', 'country', 'TR', '', 39, 35, 8e7],
	['Russia', 'country', 'RU', '', 60, 100, 1.4e8],
	['Moscow', 'capital', 'RU', '48', 55.75, 37.62, 1e7],
	['Paris', 'capital', 'FR', '11', 48.85, 2.35, 2.1e6],
	['France', 'country', 'FR', '', 46, 2, 6e7],
	['Paris', 'town', 'US', 'TX', 33.66, -95.56, 25_000],
	['Texas', 'division', 'US', 'TX', 31.25, -99.25, 2.8e7],
	['Springfield', 'town', 'US', 'IL', 39.8, -89.64, 116_000],
	['Springfield', 'town', 'US', 'MA', 42.1, -72.59, 153_000],
	['Boston', 'seat', 'US', 'MA', 42.36, -71.06, 650_000],
	['Worcester', 'town', 'US', 'MA', 42.26, -71.8, 180_000],
	['Washington', 'capital', 'US', 'DC', 38.9, -77.04, 600_000],
	['Washington', 'division', 'US', 'WA', 47.5, -120.5, 7e6],
	['Seattle', 'town', 'US', 'WA', 47.6, -122.33, 680_000],
	['Turkey', 'town', 'US', 'TX', 34.39, -100.89, 400],
	['Turkey', 'town', 'SY', '10', 35.1, 36.5, 400],
	['Central', 'town', 'HK', '', 22.28, 114.16, 500_000],
	['The Hague', 'seat', 'NL', '11', 52.08, 4.31, 500_000],
	['Middle East', 'region', '', '', 29.3, 42.5, 2e7],
	['دمشق', 'capital', 'SY', '13', 33.51, 36.29, 1.5e6],
	['دير الزور', 'seat', 'SY', '07', 35.33, 40.14, 242_000]
];
const demonyms: Record<string, number> = { syrian: 0, syrians: 0, turkish: 8, russian: 9 };
const abbreviations: Record<string, number> = { 'Tex.': 14, TX: 14 };

const places = rows.map(
	([name, kind, country, division, latitude, longitude, population]): GazetteerPlace => ({
		name,
		kind,
		country,
		division,
		latitude,
		longitude,
		population
	})
);

const byKey = new Map<string, Candidate[]>();
for (const [place, { name }] of places.entries()) {
	const key = gazetteerKey(name);
	byKey.set(key, [...(byKey.get(key) ?? []), { place, weight: 1 }]);
}

export const smallGazetteer: Gazetteer = {
	longestKey: 4,
	place: (row) => places[row]!,
	candidates: (key) => byKey.get(key),
	demonym: (key) => demonyms[key],
	abbreviation: (word) => abbreviations[word]
};
