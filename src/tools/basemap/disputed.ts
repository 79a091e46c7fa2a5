/**
 * Which borders are drawn as disputed. The sources draw who holds a place; where two countries hold the same land in
 * OpenStreetMap, its edges are disputed by that alone. This table adds lines of armistice, ceasefire or separation, and
 * boundaries not finally settled. No package has it: it is ours, and a line that is missing or wrong is a fault to report.
 */
import type { Position } from 'geojson';
import type { DegreeBox } from '../../lib/base/antimeridian';
import { isIn } from './geometry';

/** Two countries (ISO 3166-1 alpha-3, in the order of the alphabet), and where only a part of their line is meant. */
const pairs: Record<string, true | DegreeBox> = {
	'ARG-CHL': [-73.8, -50.8, -72.3, -48.2],
	'ARM-AZE': true,
	'BTN-CHN': true,
	'CHN-IND': true,
	'CHN-PAK': true,
	'EGY-SDN': [33, 21.8, 37.5, 24],
	'ETH-SOM': [43, 5, 48, 8.1],
	'IND-PAK': [73, 32.4, 80, 37.2],
	'ISR-LBN': true,
	'ISR-PSE': true,
	'ISR-SYR': true,
	'KOR-PRK': true,
	'KEN-SSD': true,
	'ESH-MAR': true,
	'SDN-SSD': true,
	'SRB-XKX': true
};

/** Land that its atlas draws apart though few states recognise it: by its name there, the country that it is counted to. */
export const breakaway: Record<string, string> = {
	'N. Cyprus': 'CYP',
	'Cyprus U.N. Buffer Zone': 'CYP',
	Somaliland: 'SOM'
};

/** What the source holds twice: the land of a dependency is its state’s too. That is no dispute. */
const dependencies: Record<string, string> = {
	AUS: 'CCK CXR HMD NFK',
	CHN: 'HKG MAC',
	DNK: 'FRO GRL',
	FIN: 'ALA',
	FRA: 'ATF BLM GLP GUF MAF MTQ MYT NCL PYF REU SPM WLF',
	GBR: 'AIA BMU CYM FLK GGY GIB IMN IOT JEY MSR PCN SGS SHN TCA VGB',
	NLD: 'ABW BES CUW SXM',
	NOR: 'BVT SJM',
	NZL: 'TKL',
	USA: 'ASM GUM MNP PRI UMI VIR'
};

/** The countries that hold a piece of land, without states whose dependency it is. */
export function holders(all: Iterable<string>): string[] {
	const codes = [...new Set(all)].sort();
	return codes.filter((state) => !codes.some((code) => dependencies[state]?.split(' ').includes(code)));
}

/** Land that several hold, or nobody. */
const isOpen = (iso: string) => iso === '' || iso.includes(' ');

/**
 * Whether a line between two lands is disputed.
 * @param a the countries that hold one side: their codes joined by spaces where there are several, '' where there is none
 * @param middle of the line
 */
export function isDisputed(a: string, b: string, middle: Position): boolean {
	if (isOpen(a) || isOpen(b)) return true;
	const part = pairs[[a, b].sort().join('-')];
	return part === true || (part !== undefined && isIn(middle, part));
}
