/** Gives what the work gives; calls `onlate` where it takes longer than `patience` milliseconds, and goes on waiting. */
export async function noticeLate<T>(work: Promise<T>, patience: number, onlate: () => void): Promise<T> {
	const timer = setTimeout(onlate, patience);
	try {
		return await work;
	} finally {
		clearTimeout(timer);
	}
}
