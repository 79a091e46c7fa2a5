/** Packages of these tests that have no types: only what is used. */
declare module '@citation-js/core' {
	export const plugins: {
		input: {
			chain(
				text: string,
				options: { forceType?: string; generateGraph?: boolean }
			): Record<string, unknown>[];
		};
	};
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
