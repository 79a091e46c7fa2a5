import type { CDPSession } from '@playwright/test';

/** What of a profile of V8 is needed here (Chrome DevTools Protocol, `Profiler.Profile`); times in microseconds. */
interface Profile {
	nodes: { id: number; callFrame: { functionName: string; url: string } }[];
	samples?: number[];
	timeDeltas?: number[];
}

/** Microseconds between two looks at what runs. */
const interval = 250;

/**
 * The longest time that scripts of the page took without a pause, in milliseconds, while some work was done. What the
 * browser does in between, such as waiting for the drawing of a frame, is not in it.
 */
export async function withLongestScript<T>(
	devtools: CDPSession,
	work: () => Promise<T>
): Promise<{ result: T; script: number }> {
	await devtools.send('Profiler.enable');
	await devtools.send('Profiler.setSamplingInterval', { interval });
	await devtools.send('Profiler.start');
	const result = await work();
	const { profile } = await devtools.send('Profiler.stop');
	await devtools.send('Profiler.disable');
	return { result, script: longestScript(profile) };
}

/** Of a profile, the longest time of scripts between two moments at which nothing runs, in milliseconds. */
export function longestScript({ nodes, samples = [], timeDeltas = [] }: Profile): number {
	const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
	let [longest, sum] = [0, 0];
	for (const [at, id] of samples.entries()) {
		const { functionName, url } = frames.get(id)!;
		if (functionName === '(idle)') sum = 0;
		// Functions of the browser itself have no address, as those that wait for the graphics card; nor has the rest.
		else if (url !== '') sum += timeDeltas[at + 1] ?? 0;
		longest = Math.max(longest, sum);
	}
	return longest / 1000;
}
