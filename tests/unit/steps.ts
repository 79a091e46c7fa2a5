import type { Steps } from '../../src/lib/base/steps';

/** Runs all steps without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}
