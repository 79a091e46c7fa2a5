import { expect, it } from 'vitest';
import { longestScript } from '../../../../src/tools/bench/script';

const node = (id: number, functionName: string, url = '') => ({ id, callFrame: { functionName, url } });
const nodes = [
	node(1, '(idle)'),
	node(2, '(program)'),
	node(3, 'readPixels'),
	node(4, 'draw', 'https://example.org/map.js')
];

it('scripts are as long as they run without a pause, and what the browser does is none of them', () => {
	// Each sample lasts until the next.
	const samples = [1, 4, 4, 2, 4, 3, 1, 4, 4, 1];
	const timeDeltas = [0, 100, 1000, 1000, 5000, 2000, 9000, 300, 2500, 100];
	expect(longestScript({ nodes, samples, timeDeltas })).toBe(4);
	expect(longestScript({ nodes })).toBe(0);
});
