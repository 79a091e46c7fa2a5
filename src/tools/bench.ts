/**
 * `npm run bench [-- PART]`: measures; without a part, how fast the picture changes; `scale`, how a reader's own data
 * of any size does; `draft`, how well and how fast articles are read; `many`, what data sets of up to 20,000 reports take to
 * build and to open; `clusters` draws made-up clusters beside a plain map. `budget` and `first-picture` want a built site; these and `many` end with exit code 1 where something
 * is over its budget.
 */
import { budget } from './bench/budget';
import { changes } from './bench/changes';
import { clusterPicture } from './bench/clusters';
import { draft } from './bench/draft';
import { firstPicture } from './bench/first-picture';
import { many } from './bench/many';
import { scale } from './bench/scale';

const parts: Record<string, () => Promise<string[]>> = {
	changes: () => changes().then(() => []),
	budget,
	clusters: () => clusterPicture().then(() => []),
	'first-picture': firstPicture,
	draft: async () => {
		draft();
		return [];
	},
	many: () => many(process.argv.slice(3)),
	scale: () =>
		scale(
			process.argv
				.slice(3)
				.filter((given) => !given.startsWith('--'))
				.map(Number)
		).then(() => [])
};

const name = process.argv[2] ?? 'changes';
const part = parts[name];
if (!part) {
	console.error(`There is no part “${name}”: ${Object.keys(parts).join(', ')}.`);
	process.exitCode = 1;
} else {
	const faults = await part();
	for (const fault of faults) console.error(fault);
	process.exitCode = faults.length > 0 ? 1 : 0;
}
