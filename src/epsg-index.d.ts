/** Eight megabytes, whose type nobody has to infer. */
declare module 'epsg-index/all.json' {
	const systems: Record<
		string,
		{ name: string; kind: string; proj4: string | null; bbox: [number, number, number, number] | null }
	>;
	export default systems;
}
