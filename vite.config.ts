import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	// The basemap's files are read from beside the records.
	server: { fs: { allow: ['geodata'] } },
	// Fonts and data stay files of their own, so that a browser caches them apart from the code.
	build: { assetsInlineLimit: 0 },
	worker: { format: 'es' }
});
