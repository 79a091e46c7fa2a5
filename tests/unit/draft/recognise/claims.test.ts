import { describe, expect, it } from 'vitest';
import { actorMatcher, findActors } from '$lib/draft/recognise/actors';
import { findAttributions } from '$lib/draft/recognise/attributions';
import { findClaims, scoreClaims, type ClaimMaterial } from '$lib/draft/recognise/claims';
import { findDates } from '$lib/draft/recognise/dates';
import { placeMentions } from '$lib/draft/recognise/nominal';
import { loadRecords } from '$lib/server/geodata';

const matcher = actorMatcher(loadRecords().actors);

/** Sentences of which each is a line; names of places are Hama, Homs and Syria. */
function material(text: string): ClaimMaterial {
	const toponyms = [...text.matchAll(/Hama|Homs|Syria(?!n)|حماة/g)].map(({ 0: name, index }) => ({
		start: index,
		end: index + name.length
	}));
	return {
		sentences: [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
			start: index,
			end: index + line.length
		})),
		places: placeMentions(text, toponyms).map((place) => ({ ...place, isWide: place.text === 'Syria' })),
		actors: findActors(text, matcher),
		dates: findDates(text, '2024-03-05'),
		attributions: findAttributions(text)
	};
}
const claims = (text: string) => findClaims(text, material(text));

describe('claims', () => {
	it.each([
		['Israel struck an air base near Hama on Friday, a monitor said.', 'strike'],
		['Russian forces withdrew from the base at Hama last week.', 'withdrawal'],
		['Iran stores missiles in a bunker at Homs, officials said.', 'storage'],
		['Russian officers met Iranian commanders at the Hama airport on Aug. 31.', 'meeting'],
		['Hezbollah deployed 200 fighters in the countryside of Homs.', 'deployment'],
		['Two Syrian soldiers were killed near Homs.', 'casualty'],
		['قصفت طائرات إسرائيلية مطار حماة أمس.', 'strike']
	])('are seen in “%s”', (text, kind) => {
		const [claim] = claims(text);
		expect(claim?.text).toBe(text);
		expect(claim?.kinds).toContain(kind);
	});

	it.each([
		'Will they ever leave the base at Hama, or could Russia want it?',
		'Follow us on Twitter for news of the bases in Syria.',
		'Russia’s interests in Syria are often rather different in principle.',
		'The baker in Homs sells bread.',
		'Russian Base At Hama Hit'
	])('are not seen in “%s”', (text) => {
		expect(claims(text)).toEqual([]);
	});

	it('are offered once, with their places and actors', () => {
		const text =
			'Israel struck an air base near Hama on Friday.\nIsrael struck an air base near Hama on Friday.';
		const found = claims(text);
		expect(found).toHaveLength(1);
		expect(found[0]!.actors).toEqual(['israel']);
		expect(found[0]!.places.map(({ start, end }) => text.slice(start, end))).toEqual(['air base near Hama']);
	});

	it('score a site above a country', () => {
		const [site, country] = scoreClaims(
			'Israel struck a base near Hama.\nIsrael struck a base in Syria.',
			material('Israel struck a base near Hama.\nIsrael struck a base in Syria.')
		);
		expect(site!.score).toBeGreaterThan(country!.score);
	});
});
