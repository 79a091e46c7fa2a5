/** Work that takes long, as a generator that yields where something else may be done meanwhile. Pure. */
export type Steps<Result> = Generator<void, Result>;

/** Goes through all steps, with a pause between each two. */
export async function withPauses<Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> {
	let step = steps.next();
	while (!step.done) {
		await pause();
		step = steps.next();
	}
	return step.value;
}

/** Goes through all steps without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}
