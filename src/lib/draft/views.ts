/** What the site would show of an article that is drafted: its reports, and the sites that they are at. Pure. */
import { compile } from '../geodata/compile';
import { recordsIn } from '../geodata/validate';
import type { SourceFile } from '../geodata/validate';
import type { Dataset } from '../geodata/views';
import { laidOver } from './laidOver';
import type { Known } from './record';

/**
 * The views of the article in the files that `recordsOf` made, and of no other. All of it counts as a draft: no site has
 * published it.
 * @throws Error where the files refer to what is neither among them nor known, which `recordsOf` rules out
 */
export function draftedViews(
	files: readonly SourceFile[],
	known: Known
): Pick<Dataset, 'actors' | 'reports' | 'sites'> {
	const { actors, reports, sites } = compile(laidOver({ ...known, articles: [] }, recordsIn(files)), {
		drafts: true
	});
	return { actors, reports, sites };
}
