/** Texts that are not UTF-8 and don't say what they are. */
import { describe, expect, it } from 'vitest';
import { detectEncoding, sampleOf } from '../../../../src/lib/overlay/read/encodings';
import { cellsOf, inEncoding, placesOf, utf16, wholeOf } from '../made';

/** Bytes of East Asian texts, as iconv writes them. */
const hex = (text: string) => Uint8Array.from(text.match(/../g)!, (byte) => parseInt(byte, 16));
const head = 'name,lat,lon\n';
const row = ',36.2,37.1\n';
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('an encoding is found from the text', () => {
	it.each([
		['windows-1252', 'Base aérienne près de Hmeimim'],
		['windows-1252', 'Café'],
		['windows-1252', 'Müller & Söhne, Köln'],
		['windows-1251', 'Петя'],
		['windows-1251', 'Авиабаза Хмеймим расположена недалеко от Латакии'],
		['koi8-r', 'Авиабаза Хмеймим расположена недалеко от Латакии'],
		['windows-1256', 'حلب'],
		['windows-1256', 'تقع القاعدة العسكرية قرب مطار حميميم في ريف اللاذقية'],
		['iso-8859-6', 'تقع القاعدة العسكرية قرب مطار حميميم في ريف اللاذقية'],
		['windows-1250', 'Łódź, Kraków, Gdańsk, Wrocław, Poznań'],
		['windows-1254', 'İncirlik Hava Üssü, Adana, Türkiye, ağır silahlar, şehir'],
		['windows-1254', 'Şanlıurfa üssü, İdlib gözlem noktası, Çobanbey'],
		['windows-1253', 'Η αεροπορική βάση βρίσκεται κοντά στην πόλη'],
		['windows-1255', 'בסיס חיל האוויר ליד העיר']
	])('%s: %s', async (encoding, name) => {
		const bytes = inEncoding(`${head}"${name}"${row}`, encoding);
		const { table, problems, guesses } = await wholeOf(bytes);
		expect(cellsOf(table)[0]![0]).toBe(name);
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		// It is said, with some of the text by which anybody sees whether it is right.
		const [told] = problems;
		expect([problems.length, told!.kind, told!.examples[0]!.instead]).toEqual([
			1,
			'encoding',
			guesses.encoding
		]);
		expect(told!.examples[0]!.found).toContain(name.slice(0, 10));
		expect(new TextDecoder(guesses.encoding!).decode(Uint8Array.from(guesses.sample))).toContain(
			name.slice(0, 10)
		);
	});

	it.each([
		['big5', '臺北市', 'bb4fa55fa5ab'],
		['big5', '這個地點是空軍基地', 'b36fadd3a661c249ac4faac5ad78b0f2a661'],
		[
			'gb18030',
			'这个地点是空军基地附近的军事设施',
			'd5e2b8f6b5d8b5e3cac7bfd5befcbbf9b5d8b8bdbdfcb5c4befccac2c9e8caa9'
		],
		['shift_jis', '基地の名前', '8aee926e82cc96bc914f'],
		['euc-kr', '공군 기지는 도시 근처에', 'b0f8b1ba20b1e2c1f6b4c220b5b5bdc320b1d9c3b3bfa1']
	])('%s: %s', async (encoding, name, written) => {
		const { table, guesses } = await wholeOf(joined(ascii(head), hex(written), ascii(row)));
		expect([guesses.encoding, cellsOf(table)[0]![0]]).toEqual([encoding, name]);
	});

	it.each([
		['little end first', false],
		['big end first', true]
	])('UTF-16 without a mark, of any language, %s', async (_, isBig) => {
		for (const name of ['Петя', '臺北市', 'حلب', 'A', 'Ḥalab']) {
			const text = `${head}${`${name}${row}`.repeat(20)}`;
			const { table, guesses, problems } = await wholeOf(utf16(text, isBig, false));
			expect(guesses.encoding).toBe(isBig ? 'utf-16be' : 'utf-16le');
			expect([table.rows, cellsOf(table)[19]![0]]).toEqual([20, name]);
			expect(problems).toEqual([]);
		}
	});

	it('can be changed', async () => {
		const bytes = inEncoding(`${head}Петя${row}`, 'windows-1251');
		const { table, guesses, problems } = await wholeOf(bytes, { encoding: 'koi8-r' });
		expect([guesses.encoding, cellsOf(table)[0]![0]]).toEqual(['koi8-r', 'оЕРЪ']);
		expect([problems, guesses.sample.length]).toEqual([[], `Петя${row}`.length - 1]);
	});

	it('far into a file', async () => {
		const text = `${head}${`A${row}`.repeat(50_000)}Петя${row}`;
		const { table, guesses, problems } = await wholeOf(inEncoding(text, 'windows-1251'));
		expect([guesses.encoding, cellsOf(table).at(-1)![0]]).toEqual(['windows-1251', 'Петя']);
		expect(problems).toMatchObject([
			{ kind: 'encoding', examples: [{ found: expect.stringContaining('Петя') as string }] }
		]);
	});

	it('that XML declares is taken at its word', async () => {
		const kml = `<?xml version="1.0" encoding="windows-1251"?><kml><Placemark><name>Петя</name></Placemark></kml>`;
		const { table, problems } = await wholeOf(inEncoding(kml, 'windows-1251'));
		expect(cellsOf(table)[0]![0]).toBe('Петя');
		expect(problems.map(({ kind }) => kind)).toEqual(['no-place']);
	});
});

describe('a sample', () => {
	it('is the line around the first letters that are not ASCII', () => {
		const bytes = inEncoding('name\nA,1\nПетя,2\nx', 'windows-1251');
		expect(new TextDecoder('windows-1251').decode(sampleOf(bytes, 'windows-1251'))).toBe('Петя,2');
		expect(sampleOf(bytes, 'utf-8')).toHaveLength(0);
		expect(sampleOf(ascii('name\n'), 'windows-1251')).toHaveLength(0);
	});
});

it('any bytes have an encoding', async () => {
	for (let seed = 1; seed < 40; seed++) {
		const bytes = Uint8Array.from({ length: 200 }, (_, at) => 32 + ((at * seed * 7919) % 224));
		expect(new TextDecoder(await detectEncoding(bytes)).decode(bytes)).not.toBe('');
	}
});
