/** Which countries and divisions a text speaks of: each name votes for those in which it may be. */
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Named } from './candidates';

/** Shares of all votes. */
export interface Votes {
	ofCountry(country: string): number;
	/** Whether a first-level division is named. */
	hasDivision(country: string, division: string): boolean;
	ofDivision(country: string, division: string): number;
}

/** How many votes the country of the reader's own data has from the start. */
const homeVotes = 1.5;
/** The vote of a name that is not that of a country is divided among the countries, by the people of each. */
const townVote = 0.6;

export function countVotes(named: readonly Named[], gazetteer: Gazetteer, home: readonly string[]): Votes {
	const countries = new Map<string, number>();
	const divisions = new Map<string, number>();
	const add = (votes: Map<string, number>, name: string, vote: number) =>
		votes.set(name, (votes.get(name) ?? 0) + vote);
	for (const country of home) add(countries, country, homeVotes / home.length);
	for (const { candidates } of named) {
		const places = candidates.map(({ place, weight }) => ({ ...gazetteer.place(place), weight }));
		const country = places.find(({ kind }) => kind === 'country');
		const division = places.find(({ kind }) => kind === 'division');
		if (country) {
			// Georgia is both: each gets half.
			const named = division ? [country, division] : [country];
			for (const place of named) add(countries, place.country, 1 / named.length);
			continue;
		}
		const people = places.map(({ population, weight }) => (population + 100) * weight);
		const all = people.reduce((sum, number) => sum + number, 0);
		for (const [index, place] of places.entries())
			if (place.country) add(countries, place.country, (townVote * people[index]!) / all);
		if (division) add(divisions, `${division.country}.${division.division}`, 1);
	}
	const sumOf = (votes: Map<string, number>) => [...votes.values()].reduce((sum, vote) => sum + vote, 0) || 1;
	const [allCountries, allDivisions] = [sumOf(countries), sumOf(divisions)];
	return {
		ofCountry: (country) => (countries.get(country) ?? 0) / allCountries,
		hasDivision: (country, division) => divisions.has(`${country}.${division}`),
		ofDivision: (country, division) => (divisions.get(`${country}.${division}`) ?? 0) / allDivisions
	};
}
