/** Whether this browser draws maps: asked before the map's code is, so that a page without one begins with something else. */
export function hasWebgl(): boolean {
	const context = document.createElement('canvas').getContext('webgl2');
	// A browser has few of them, and the map needs one.
	context?.getExtension('WEBGL_lose_context')?.loseContext();
	return context !== null;
}
