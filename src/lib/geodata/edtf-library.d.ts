/** The `edtf` package has no types; this is the part of it that is used here and in the tests. */
declare module 'edtf' {
	/** @throws Error where the text is not a date of the level */
	export default function edtf(text: string, options: { level: 0 | 1 | 2 }): { min: number; max: number };
}
