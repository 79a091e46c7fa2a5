import { expect, it } from 'vitest';
import { recogniseArabicPlaces } from '$lib/draft/recognise/arabicPlaces';
import { nameKey } from '$lib/draft/recognise/span';

const names = new Set(['حماة', 'دير الزور', 'اللاذقية', 'الحسكة', 'بيت', 'حمص'].map(nameKey));
const found = (text: string) => recogniseArabicPlaces(text, (key) => names.has(key)).map(({ text }) => text);

it.each([
	['انسحبت القوات من حماة', ['حماة']],
	['بحماة وحمص', ['حماة', 'حمص']],
	['إلى ديرِ الزّور واللاذقيّة', ['ديرِ الزّور', 'واللاذقيّة']],
	['غادروا اللاذقيه للحسكة', ['اللاذقيه', 'للحسكة']],
	['في بيت', ['بيت']],
	['هذا بيت كبير', []],
	['Hama and Homs', []]
])('the places of “%s”', (text, places) => {
	expect(found(text)).toEqual(places);
});
