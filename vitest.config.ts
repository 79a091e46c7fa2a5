import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['tests/unit/**/*.test.ts'],
		// Property tests take a while on a busy machine.
		testTimeout: 60_000,
		// As many as there are processors; by itself vitest leaves one of them to its own process, which has little to do.
		maxWorkers: '100%',
		// Each module is read once a process: for every test file anew it takes two fifths of all the time.
		isolate: false,
		// So that what a file puts in place of a global is not there in the next.
		unstubGlobals: true,
		unstubEnvs: true
	}
});
