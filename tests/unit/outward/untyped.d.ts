/** What the tests call of a package without types. */
declare module 'jsonld' {
	const jsonld: {
		expand(
			document: unknown,
			options: { documentLoader: (url: string) => Promise<unknown>; base: string }
		): Promise<Record<string, unknown>[]>;
	};
	export default jsonld;
}
