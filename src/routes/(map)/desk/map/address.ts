/** The draft that an address names in its hash, `#<draft>/<site>`, which no server is told of; null where it names none. */
export const draftIn = (hash: string): string | null => /^#([0-9a-f-]{36})(\/|$)/.exec(hash)?.[1] ?? null;
