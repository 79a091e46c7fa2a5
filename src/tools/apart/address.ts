/** The address of a route with its parameters: `/(map)/sites/[site]` is `/sites/hmeimim`; one in two brackets may be left out. */
export const addressOf = (route: string, parameters: Record<string, string | undefined>): string =>
	route
		.replaceAll(/\/\([^)]+\)/g, '')
		.replaceAll(/\/\[\[(\w+)\]\]/g, (_, name: string) => (parameters[name] ? `/${parameters[name]}` : ''))
		.replaceAll(/\[(\w+)\]/g, (_, name: string) => parameters[name]!) || '/';
