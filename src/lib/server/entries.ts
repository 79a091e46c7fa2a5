/**
 * The pages and files of single records that SvelteKit writes: all, or one of each kind where there are so many that
 * `src/tools/buildSite.ts` writes them, on all processors.
 */
export const entriesOf = <Entry>(all: Entry[]): Entry[] =>
	process.env.ATTESTED_APART === '1' ? all.slice(0, 1) : all;
