/** What the records hold, so that no test has to be told when an article is added. */
import { compile } from '../../../src/lib/geodata/compile';
import { loadRecords } from '../../../src/lib/server/geodata';

const dataset = compile(loadRecords());

export const sites = dataset.sites.length;
export const reports = dataset.reports.length;
/** Sites whose reports have at least two independent origins. */
export const twoOrigins = dataset.sites.filter(({ origins }) => origins >= 2).length;
/** Sites with a mark of an actor that has nobody below it. */
export const sitesOf = (actor: string) =>
	dataset.sites.filter(({ actors }) => actors.some(({ id }) => id === actor)).length;
/** “21 of 21 shown”. */
export const allShown = `${sites} of ${sites} shown`;
/** “41 of 41 reports shown”. */
export const allReportsShown = `${reports} of ${reports} reports shown`;
