/** Counts what work costs in steps, which no busy machine changes, and notes which patterns ran over how long a text. */
import { Session, type Profiler } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

export interface Counted<Result> {
	result: Result;
	/** Blocks of code that were entered, ours and those of libraries, and characters that the engine looked through. */
	steps: number;
	/** By source and flags, the longest text that a pattern ran over. */
	patterns: Map<string, { pattern: RegExp; longest: number }>;
}

// Else a function is counted only once it has run for a while, and not while it is made faster.
for (const flag of ['--no-lazy-feedback-allocation', '--no-opt', '--no-sparkplug']) setFlagsFromString(flag);

const session = new Session();
session.connect();

function asked<Answer>(method: string, given?: object): Promise<Answer> {
	return new Promise((resolve, reject) =>
		session.post(method, given, (error: Error | null, answer?: object) =>
			error ? reject(error) : resolve(answer as Answer)
		)
	);
}

const measured = /\/src\/lib\/|\/htmlparser2\/|\/fflate\/|\/mgrs\/|\/topojson-client\//;

type Native = (this: unknown, ...given: unknown[]) => unknown;

export async function counted<Result>(work: () => Promise<Result>): Promise<Counted<Result>> {
	let looked = 0;
	const patterns: Counted<Result>['patterns'] = new Map();
	const undo: (() => void)[] = [];
	const replace = (owner: object, name: PropertyKey, make: (before: Native) => Native) => {
		const before = Reflect.get(owner, name) as Native;
		Reflect.set(owner, name, make(before));
		undo.push(() => Reflect.set(owner, name, before));
	};
	const costs = (name: PropertyKey, cost: (text: string, given: unknown[], found: unknown) => number) =>
		replace(
			String.prototype,
			name,
			(before) =>
				function (...given) {
					const found = before.apply(this, given);
					looked += cost(String(this), given, found);
					return found;
				}
		);
	const toFound = (text: string, [, from]: unknown[], found: unknown) =>
		((found as number) < 0 ? text.length : (found as number)) - ((from as number | undefined) ?? 0);
	costs('indexOf', toFound);
	for (const name of [
		'includes',
		'split',
		'replace',
		'replaceAll',
		'normalize',
		'toLowerCase',
		'toUpperCase'
	])
		costs(name, ({ length }) => length);
	for (const name of ['trim', 'trimStart', 'trimEnd'])
		costs(name, ({ length }, _, found) => length - (found as string).length + 1);
	replace(
		TextDecoder.prototype,
		'decode',
		(before) =>
			function (...given) {
				looked += (given[0] as Uint8Array | undefined)?.length ?? 0;
				return before.apply(this, given);
			}
	);
	// The methods of patterns call each other: only the outermost counts.
	let isInside = false;
	const note = (pattern: RegExp, text: string) => {
		const key = `/${pattern.source}/${pattern.flags}`;
		const known = patterns.get(key);
		if (!known) patterns.set(key, { pattern, longest: text.length });
		else known.longest = Math.max(known.longest, text.length);
	};
	for (const name of ['exec', 'test', Symbol.replace, Symbol.split, Symbol.match, Symbol.search])
		replace(
			RegExp.prototype,
			name,
			(before) =>
				function (this: unknown, ...given) {
					if (isInside) return before.apply(this, given);
					isInside = true;
					try {
						const pattern = this as RegExp;
						const text = String(given[0]);
						const from = pattern.lastIndex;
						const found = before.apply(this, given);
						note(pattern, pattern.sticky ? '' : text);
						looked += pattern.sticky ? Math.max(1, pattern.lastIndex - from) : text.length;
						return found;
					} finally {
						isInside = false;
					}
				}
		);
	await asked('Profiler.enable');
	await asked('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	try {
		const result = await work();
		const { result: scripts } = await asked<Profiler.TakePreciseCoverageReturnType>(
			'Profiler.takePreciseCoverage'
		);
		let steps = looked;
		for (const { url, functions } of scripts) {
			if (!measured.test(url)) continue;
			for (const { ranges } of functions) for (const { count } of ranges) steps += count;
		}
		return { result, steps, patterns };
	} finally {
		for (const each of undo.reverse()) each();
		await asked('Profiler.stopPreciseCoverage');
		await asked('Profiler.disable');
	}
}
