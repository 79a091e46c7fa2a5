/** How most names are written when their key is known, so that the packed file need not hold them twice. */

/** Words that names have in small letters, but at their beginning. */
const small = new Set(
	(
		'of de la le les du des del della di da do dos das e y and the el al an am im sur sous en las los lez auf bei der den ' +
		'ob unter in on upon by près zu zum und aan op het ten i na nad'
	).split(' ')
);

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const capitals = (key: string) => key.split(' ').map(capital);
const capitalsButSmall = (key: string) =>
	key.split(' ').map((word, index) => (index > 0 && small.has(word) ? word : capital(word)));

/** By number, from 1; 0 stands for a name that is kept as it is. */
const forms: ((key: string) => string)[] = [
	(key) => capitals(key).join(' '),
	(key) => capitals(key).join('-'),
	(key) => capitalsButSmall(key).join(' '),
	(key) => capitalsButSmall(key).join('-')
];

/** The number of the form that a name has, of which the key is given, or 0. */
export function formOf(name: string, key: string): number {
	return forms.findIndex((write) => write(key) === name) + 1;
}

export function writtenAs(form: number, key: string): string {
	return forms[form - 1]!(key);
}
