/**
 * Which of a place's many names in GeoNames is that of a language. The list says of none what language it is in; its
 * script does, and within a script the letters do. Where nothing tells, there is no name rather than a wrong one. Pure.
 */

interface Named {
	ascii: string;
	/** ISO 3166-1 alpha-2. */
	country: string;
	aliases: readonly string[];
}

/** Letters that a name in a language does not have, though its script has them, and letters that only it has. */
const alphabets: Record<string, { never?: RegExp; own?: RegExp }> = {
	// Persian, Kurdish, Urdu and Uyghur letters are no Arabic ones.
	ar: { never: /[^\u0621-\u063a\u0641-\u064a ]/ },
	fa: { never: /[يكىةأإؤڕڵێۆەٹڈڑںۇۈ]/, own: /[پچژگکی]/ },
	ur: { never: /[يكىةڕڵێۆە]/, own: /[ٹڈڑںےہ]/ },
	uk: { never: /[ыэёъўјљњћђџѕӣӯәөүқғңһ]|[сц]к$/i, own: /[іїєґ]/i },
	ru: { never: /[^а-яё\s'’-]|ъ$|[сц]ьк/i, own: /[ыэё]/i },
	be: { never: /[иїєґщъјљњћђџ]/i, own: /[ўі]/i },
	bg: { never: /[ыэёіїєґўјљњћђџ]/i },
	sr: { never: /[йыэёіїєґўщъьюя]/i, own: /[јљњћђџ]/i }
};

/** Scripts whose aliases are all of one language, as far as GeoNames has them. */
const sameScript: Record<string, string[]> = { Jpan: ['Han', 'Hiragana', 'Katakana'], Kore: ['Hangul'] };
const scriptNames: Record<string, string> = {
	Arab: 'Arabic',
	Cyrl: 'Cyrillic',
	Grek: 'Greek',
	Hebr: 'Hebrew',
	Deva: 'Devanagari',
	Mymr: 'Myanmar',
	Thai: 'Thai',
	Geor: 'Georgian',
	Armn: 'Armenian',
	Ethi: 'Ethiopic',
	Beng: 'Bengali',
	Khmr: 'Khmer',
	Laoo: 'Lao',
	Sinh: 'Sinhala',
	Taml: 'Tamil',
	Hans: 'Han',
	Hant: 'Han'
};

const vowelSigns = /[\u064b-\u0652]/g;

/** The name of a place in a language that is not written in Latin letters; null where none can be told. */
export function nameIn(language: string, place: Named): string | null {
	const { script = '' } = new Intl.Locale(language).maximize();
	const names = sameScript[script] ?? (scriptNames[script] ? [scriptNames[script]] : []);
	if (names.length === 0) return null;
	const inScript = new RegExp(
		`^(?:${names.map((name) => `\\p{Script=${name}}`).join('|')}|[\\s\\p{P}\\p{M}])+$`,
		'u'
	);
	const { never, own } = alphabets[new Intl.Locale(language).language] ?? {};
	const fit = [...new Set(place.aliases.map((alias) => alias.replace(vowelSigns, '').trim()))].filter(
		(alias) => alias && inScript.test(alias) && !never?.test(alias)
	);
	const sounds = soundsOf[script];
	if (!sounds)
		return fit.length === 1 || !own ? (fit[0] ?? null) : (fit.find((alias) => own.test(alias)) ?? fit[0]!);
	// What the language of another country calls a place can't be told by its sound there.
	const isAbroad =
		new Intl.Locale(`und-${place.country}`).maximize().language !== new Intl.Locale(language).language;
	if (script === 'Cyrl' && isAbroad && fit.length > 1) return null;
	return nearestSound(fit, place.ascii, sounds, own);
}

const pairs = (text: string): Record<string, string> =>
	Object.fromEntries(text.split(' ').map((pair) => pair.split(':') as [string, string]));

/** Letters of a script by the Latin ones that geographers write for them. */
const soundsOf: Record<string, Record<string, string>> = {
	Cyrl: pairs(
		'а:a б:b в:v г:h ґ:g д:d е:e є:ye ж:zh з:z и:y і:i ї:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь: ъ: ы:y э:e ё:yo ю:yu я:ya ў:w'
	),
	Arab: pairs(
		'ا:a أ:a إ:i آ:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع: غ:gh ف:f ق:q ك:k ل:l م:m ن:n ه:h ة:ah و:w ي:y ى:a ئ: ؤ:w ء: پ:p چ:ch ژ:zh گ:g ک:k ی:y'
	)
};

/** More than this share of a name’s letters may not differ: it would be another name. */
const mostDifferent = 0.6;

/**
 * The one that sounds most like the Latin name, which is taken from the language of the country; of two that sound the
 * same, the one with letters of this language alone or with its article, else the longer. Null where none sounds like it.
 */
function nearestSound(
	names: readonly string[],
	latin: string,
	sounds: Record<string, string>,
	own: RegExp | undefined
): string | null {
	const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
	const wanted = plain(latin.replace(/^(A[a-z]|El)[ -]/, ''));
	const ranked = names
		.map((name) => {
			const stem = name.replace(/^ال/, '');
			const sound = [...stem.toLowerCase()].map((letter) => sounds[letter] ?? '').join('');
			const isOwn = stem !== name || (own?.test(name) ?? false);
			return { name, distance: difference(sound, wanted) - (isOwn ? 0.2 : 0) };
		})
		.sort(
			(a, b) =>
				a.distance - b.distance ||
				Number(/\s/.test(a.name)) - Number(/\s/.test(b.name)) ||
				b.name.length - a.name.length ||
				(a.name < b.name ? -1 : 1)
		);
	const [best] = ranked;
	return best && best.distance <= mostDifferent * wanted.length ? best.name : null;
}

const isVowel = (letter: string) => 'aeiouyw'.includes(letter);
const alike = ['bp', 'gjh', 'kqc', 'szc', 'dt', 'vwf'];
/** Vowels are often not written, and some consonants stand for each other. */
const light = 0.3;

/** What has to be changed, put in or left out between two sounds (Levenshtein), letters by their weight. */
function difference(a: string, b: string): number {
	const weight = (letter: string) => (isVowel(letter) || letter === 'h' ? light : 1);
	const change = (x: string, y: string) => {
		if (x === y) return 0;
		if (isVowel(x) && isVowel(y)) return light;
		return alike.some((group) => group.includes(x) && group.includes(y)) ? light : 1;
	};
	let row = [0];
	for (const letter of b) row.push(row.at(-1)! + weight(letter));
	for (const letter of a) {
		const next = [row[0]! + weight(letter)];
		for (const [j, other] of [...b].entries())
			next.push(
				Math.min(next[j]! + weight(other), row[j + 1]! + weight(letter), row[j]! + change(letter, other))
			);
		row = next;
	}
	return row.at(-1)!;
}
