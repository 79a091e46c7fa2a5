/**
 * Formats of Intl, each made once: a page says hundreds of numbers and dates in the same few, and to make one takes longer
 * than to write a sentence with it. In the place of the constructors, since messages are compiled to call these; what they
 * make can't be changed. A build writes tens of thousands of pages; a browser shows one, and does without.
 */
const kinds = ['DateTimeFormat', 'DisplayNames', 'NumberFormat', 'PluralRules'] as const;

export function makeFormatsOnce(): void {
	for (const kind of kinds) {
		const made = new Map<string, object>();
		const remembering = new Proxy<(typeof Intl)[typeof kind]>(Intl[kind], {
			construct(target, options) {
				const key = JSON.stringify(options);
				const before = made.get(key);
				if (before) return before;
				const format = Reflect.construct(target, options) as object;
				made.set(key, format);
				return format;
			}
		});
		Object.assign(Intl, { [kind]: remembering });
	}
}
