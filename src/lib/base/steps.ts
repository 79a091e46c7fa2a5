/** Long work as a generator that yields wherever other work may run in between. Pure. */
export type Steps<Result> = Generator<void, Result>;

/** Runs all steps, with a pause between each two. */
export async function withPauses<Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> {
	let step = steps.next();
	while (!step.done) {
		await pause();
		step = steps.next();
	}
	return step.value;
}
