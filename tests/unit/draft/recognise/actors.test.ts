import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { actorMatcher, findActors } from '$lib/draft/recognise/actors';
import { loadRecords } from '$lib/server/geodata';

const matcher = actorMatcher(loadRecords().actors);
/** What is found, as “words=actor”. */
const found = (text: string) => findActors(text, matcher).map(({ text, actor }) => `${text}=${actor ?? '?'}`);

describe('actors of the data set', () => {
	it.each([
		['Russian officers met them.', ['Russian officers=russia']],
		['Moscow demanded it, the Kremlin said.', ['Moscow=russia', 'the Kremlin=russia']],
		[
			'Assad’s army and regime forces left.',
			['Assad’s army=syrian-government', 'regime forces=syrian-government']
		],
		['Iranian-backed militias crossed.', ['Iranian-backed militias=iran-backed-militias']],
		['The commander of the IRGC-Quds Force spoke.', ['IRGC-Quds Force=quds-force']],
		['The Syrian Democratic Forces (SDF) left.', ['Syrian Democratic Forces=sdf', 'SDF=sdf']],
		['The U.S. has troops there, not us.', ['U.S.=united-states']],
		['A Free Syrian Army officer said so.', ['Free Syrian Army officer=fsa']],
		['The Israelis struck; Israel’s jets came at night.', ['Israelis=israel', 'Israel=israel']]
	])('in “%s”', (text, actors) => {
		expect(found(text)).toEqual(actors);
	});

	it.each([
		'They left the base on the Syrian coast.',
		'It lies near the Iraqi border.',
		'the Iraq and Syrian frontier',
		'The delegation flew to talks in Moscow.',
		'A bus was sent to Israel.',
		'Syrian civilian airports were closed.',
		'the road from Damascus to Homs',
		'He was born in Iran.',
		'They were told to join us.',
		'They withdrew.'
	])('are not in “%s”', (text) => {
		expect(found(text)).toEqual([]);
	});

	it('count a capital as the government only where it speaks or is dealt with', () => {
		expect(found('Damascus has demanded an apology.')).toEqual(['Damascus=syrian-government']);
		expect(found('They sought a deal with Damascus.')).toEqual(['Damascus=syrian-government']);
		expect(found('an agreement between Moscow and Tehran')).toEqual(['Moscow=russia', 'Tehran=iran']);
		expect(found('the highway between Damascus and Aleppo')).toEqual([]);
		expect(found('Damascus is a large city.')).toEqual([]);
	});

	it('are found in Arabic, under prefixes and with the body before the adjective', () => {
		expect(found('وانسحبت القوات الروسية وحزب الله')).toEqual([
			'القوات الروسية=russia',
			'حزب الله=hezbollah'
		]);
		expect(found('طالبت دمشق بذلك')).toEqual(['دمشق=syrian-government']);
		expect(found('الحدود السورية')).toEqual([]);
		expect(found('سقطت على الساحل السوري')).toEqual([]);
	});
});

describe('unknown actors', () => {
	it.each([
		['The Rapid Support Forces (RSF) came. RSF lorries burnt.', ['Rapid Support Forces=?', 'RSF=?', 'RSF=?']],
		['Ukrainian forces and the 47th Mechanised Brigade', ['Ukrainian forces=?', '47th Mechanised Brigade=?']],
		['Lebanon’s army set up a post.', ['Lebanon’s army=?']],
		['the Ministry of Defence said', ['Ministry of Defence=?']],
		['It was ISIS, not the Taliban.', ['ISIS=?', 'Taliban=?']],
		['Tuareg rebels attacked.', ['Tuareg rebels=?']],
		['أعلن الجيش السوداني ذلك', ['الجيش السوداني=?']],
		['هاجم مسلحون من حركة العدل والمساواة قافلة', ['حركة العدل والمساواة=?']],
		['قالت وزارة الدفاع اليوم', ['وزارة الدفاع=?']],
		['حركة السير في المدينة', []]
	])('are offered in “%s”', (text, actors) => {
		expect(found(text)).toEqual(actors);
	});

	it('are not made of an abbreviation of things', () => {
		expect(found('They use explosively formed penetrators (EFPs).')).toEqual([]);
	});
});

it('gives spans of the text as it is, in order and apart', () => {
	const piece = fc.constantFrom(
		'Russia',
		' ',
		'\n',
		'the Syrian army',
		'’s',
		'روسيا',
		'و',
		'\u200f',
		'é',
		'👍',
		'(RSF)',
		'US',
		'.'
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
			const text = pieces.join('');
			let end = 0;
			for (const mention of findActors(text, matcher)) {
				expect(mention.start).toBeGreaterThanOrEqual(end);
				expect(text.slice(mention.start, mention.end)).toBe(mention.text);
				expect(mention.text.trim()).toBe(mention.text);
				end = mention.end;
			}
		})
	);
});
