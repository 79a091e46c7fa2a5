/**
 * Calls `then` with what `of` gives, as plain data, each time that it has become another. Gives back what ends that.
 */
export function onChange<T>(of: () => T, then: (value: T) => void): () => void {
	let last = JSON.stringify(of());
	return $effect.root(() => {
		$effect(() => {
			const value = of();
			const text = JSON.stringify(value);
			if (text === last) return;
			last = text;
			then(value);
		});
	});
}
