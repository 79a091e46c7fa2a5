import { describe, expect, it } from 'vitest';
import { placeMentions } from '$lib/draft/recognise/nominal';

/** The mentions of a text whose names stand in angle brackets. */
function mentions(marked: string) {
	const toponyms: { start: number; end: number }[] = [];
	let text = '';
	for (const part of marked.split(/(<[^>]+>)/)) {
		const name = part.startsWith('<') ? part.slice(1, -1) : null;
		if (name !== null) toponyms.push({ start: text.length, end: text.length + name.length });
		text += name ?? part;
	}
	return placeMentions(text, toponyms);
}
const told = (marked: string) => mentions(marked).map(({ text, relation }) => `${text} (${relation})`);

describe('the words around a name', () => {
	it.each([
		[
			'from military positions west of the Syrian province of <Hama> and',
			'military positions west of the Syrian province of Hama (direction)'
		],
		['their naval base at <Tartus>.', 'naval base at Tartus (at)'],
		['One test near <Damascus> showed', 'near Damascus (near)'],
		['the coastal region of <Latakia>', 'coastal region of Latakia (in)'],
		['at the <Hama> Military Airport', 'Hama Military Airport (at)'],
		['the Syrian seaport of <Tartus>', 'Syrian seaport of Tartus (at)'],
		['in <Hama> province', 'Hama province (in)'],
		['in northeast <Syria>', 'northeast Syria (part)'],
		['other positions in central and western <Syria>', 'other positions in central and western Syria (part)'],
		['the <Damascus>-<Baghdad> highway', 'Damascus-Baghdad highway (along)'],
		['clashes between <Hama> and <Homs>', 'between Hama and Homs (between)'],
		['the Iraq and Syrian frontier', 'the Iraq and Syrian frontier (along)'],
		['Iran’s military headquarters', 'Iran’s military headquarters (described)'],
		['<Iran>’s military headquarters', 'Iran’s military headquarters (described)'],
		['near the site of Regiment 49', 'Regiment 49 (described)'],
		['at this installation', 'this installation (described)'],
		['at <Tanf>.', 'Tanf (in)'],
		['قاعدة عسكرية قرب <تدمر>', 'قاعدة عسكرية قرب تدمر (near)'],
		['في ريف <حماة> الغربي', 'ريف حماة الغربي (in)'],
		['شمال شرق <سوريا>', 'شمال شرق سوريا (direction)']
	])('in “%s”', (marked, mention) => {
		expect(told(marked)).toEqual([mention]);
	});

	it.each([
		// Words of a name belong to no other.
		['at <Hama Military Airport> in central <Syria>', ['Hama Military Airport (in)', 'central Syria (part)']],
		[
			'<Iranian military headquarters> near <Tartus>',
			['Iranian military headquarters (described)', 'near Tartus (near)']
		],
		// No description cuts a name.
		['the Syrian <seaport of Tartus>', ['seaport of Tartus (in)']],
		// What is somebody’s is not where that somebody is.
		['sites close to <Russia>’s naval base', ['Russia’s naval base (described)']]
	])('are no words of a name: “%s”', (marked, expected) => {
		expect(told(marked)).toEqual(expected);
	});

	it('leave each name of a list alone, with the noun of all', () => {
		const found = mentions('in <Latakia>, <Tartus> and <Hama> provinces');
		expect(found.map(({ text, kind, precision }) => [text, kind, precision])).toEqual([
			['Latakia', 'governorate', 4],
			['Tartus', 'governorate', 4],
			['Hama provinces', 'governorate', 4]
		]);
		expect(mentions('airports in <Damascus> and <Aleppo>').map(({ text, kind }) => [text, kind])).toEqual([
			['Damascus', 'airport'],
			['Aleppo', 'airport']
		]);
	});

	it.each(['near', 'west of', 'outside', 'on the outskirts of', '30 km south of', 'around', 'close to'])(
		'never make a point of “%s”',
		(words) => {
			const [mention] = mentions(`a base ${words} <Hama>`);
			expect(mention!.text).toBe(`base ${words} Hama`);
			expect(mention!.drawn).toBe('ring');
			expect(mention!.precision).toBeGreaterThanOrEqual(3);
			expect(mention!.radius_km).toBeGreaterThan(0);
		}
	);

	it('say bearing and distance', () => {
		expect(mentions('a camp 20 miles south-west of <Hama>')[0]).toMatchObject({
			bearing: 225,
			distance_km: 32.2,
			radius_km: 8,
			precision: 3
		});
		expect(mentions('على بعد 30 كيلومترا جنوب <حمص>')[0]).toMatchObject({
			bearing: 180,
			distance_km: 30,
			drawn: 'ring'
		});
	});
});
