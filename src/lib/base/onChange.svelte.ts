/** Calls `then` with the value of `of`, plain data, each time that it has changed. Returns a function that stops it. */
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
