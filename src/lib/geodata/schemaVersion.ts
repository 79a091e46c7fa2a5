/**
 * The version of the schema that records are written in, as `dataset.json` says it: raised by one with every change of
 * what records may or must hold. What each changed is in `docs/schema-changelog.md`, and `mend/` has a step for each.
 */
export const schemaVersion = 2;

/** The version that the records of a folder are of. Those of before it was said are of the first. @param dataset as JSON */
export function versionOf(dataset: unknown): unknown {
	const said = (dataset as { schemaVersion?: unknown } | null | undefined)?.schemaVersion;
	return said === undefined ? 1 : said;
}
