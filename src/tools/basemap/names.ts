/**
 * Which of a place's many names in GeoNames is that of a language. The list says of none what language it is in; its
 * script does, and within a script the letters do. Where nothing tells, there is no name rather than a wrong one. Pure.
 */

interface Named {
	ascii: string;
	aliases: readonly string[];
}

/** Letters that a name in a language does not have, though its script has them, and letters that only it has. */
const letters: Record<string, { never?: RegExp; own?: RegExp }> = {
	// Persian, Kurdish, Urdu and Uyghur letters are no Arabic ones.
	ar: { never: /[^\u0621-\u063a\u0641-\u064a ]/ },
	fa: { never: /[يكىةأإؤڕڵێۆەٹڈڑںۇۈ]/, own: /[پچژگکی]/ },
	ur: { never: /[يكىةڕڵێۆە]/, own: /[ٹڈڑںےہ]/ },
	uk: { never: /[ыэёъўјљњћђџѕӣӯәөүқғңһ]/i, own: /[іїєґ]/i },
	ru: { never: /[іїєґўјљњћђџѕӣӯәөүқғңһ]/i, own: /[ыэё]/i },
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
	const { never, own } = letters[new Intl.Locale(language).language] ?? {};
	const fit = [...new Set(place.aliases.map((alias) => alias.replace(vowelSigns, '').trim()))].filter(
		(alias) => alias && inScript.test(alias) && !never?.test(alias)
	);
	if (fit.length < 2) return fit[0] ?? null;
	if (script === 'Arab') return likeArticle(fit, place.ascii);
	const owned = own ? fit.filter((alias) => own.test(alias)) : [];
	return script === 'Cyrl'
		? nearestSound(owned.length > 0 ? owned : fit, place.ascii)
		: (owned[0] ?? fit[0]!);
}

/** With the article where the Latin name has it, and without where it has none. */
function likeArticle(names: readonly string[], latin: string): string {
	const hasArticle = /^(A[a-z]{1,2}|El)[ -]/.test(latin);
	return names.find((name) => name.startsWith('ال') === hasArticle) ?? names[0]!;
}

/** Cyrillic letters by the Latin ones that geographers write for them. */
const latinOf: Record<string, string> = Object.fromEntries(
	'а:a б:b в:v г:g ґ:g д:d е:e є:ye ж:zh з:z и:y і:i ї:yi й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь: ъ: ы:y э:e ё:yo ю:yu я:ya ў:w'
		.split(' ')
		.map((pair) => pair.split(':') as [string, string])
);

/** The one that sounds most like the Latin name, which is taken from the language of the country. */
function nearestSound(names: readonly string[], latin: string): string {
	const wanted = latin.toLowerCase().replace(/[^a-z]/g, '');
	const distanceOf = (name: string) =>
		editDistance([...name.toLowerCase()].map((letter) => latinOf[letter] ?? '').join(''), wanted);
	return names
		.map((name) => ({ name, distance: distanceOf(name) }))
		.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))[0]!.name;
}

/** How many letters have to be changed, put in or left out (Levenshtein). */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
		row = next;
	}
	return row[b.length]!;
}
