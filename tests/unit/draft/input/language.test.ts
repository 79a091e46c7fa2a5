import { describe, expect, it } from 'vitest';
import { guessLanguage, isWrittenIn, languageTag } from '../../../../src/lib/draft/input/language';

describe('the language of a text', () => {
	it.each([
		['en', 'The ministry said that the base was in the west of the country and that it had been hit.'],
		['fr', 'Le ministère a dit que la base est dans le nord du pays, près de la ville.'],
		['de', 'Das Ministerium sagte, dass der Stützpunkt im Westen des Landes ist und nicht zu sehen war.'],
		[
			'tr',
			'Bakanlık, üssün bir kısmının daha sonra boşaltıldığını ve bu bölge için yeni karar olduğunu söyledi.'
		],
		['ar', 'قالت الوزارة إن القاعدة تقع في غرب البلاد وقد قصفت من الجو مع المطار الذي كان بعد المدينة.'],
		['ar', 'نشرت روسيا قوات في مطار حماة العسكري يوم 3 أيار، وقصفت طائرات إسرائيلية المطار الدولي.'],
		['fa', 'وزارت گفت که این پایگاه در غرب کشور است و از آن با هواپیما به شهر حمله شد.'],
		['ru', 'Министерство сообщило, что база находится на западе страны и что по ней был нанесён удар.'],
		['uk', 'Міністерство повідомило, що база на заході країни і що по ній був удар, як це було до війни.'],
		['el', 'Το υπουργείο ανακοίνωσε'],
		['und-Latn', 'Hama Homs Idlib'],
		['und-Arab', 'حماة'],
		['und', '12:30 – 2022'],
		['und', '']
	])('%s', (language, text) => {
		expect(guessLanguage(text)).toBe(language);
	});

	it('is a tag in its usual form, or none', () => {
		expect(['en_us', ' AR ', 'zh-hant-tw', 'english language', ''].map(languageTag)).toEqual([
			'en-US',
			'ar',
			'zh-Hant-TW',
			null,
			null
		]);
	});

	it('has a script of its own', () => {
		expect(isWrittenIn('ar-SY', 'Arab')).toBe(true);
		expect(isWrittenIn('en', 'Arab')).toBe(false);
		expect(isWrittenIn('ja', 'Hans')).toBe(true);
	});
});
