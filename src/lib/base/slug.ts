/** A name as a part of ids: `Deir ez-Zor` is `deir-ez-zor`; empty where it has no Latin letter and no digit. */
export const slug = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
