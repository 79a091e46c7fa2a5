import { sveltekit } from '@sveltejs/kit/vite';
import { configDefaults, defineConfig } from 'vitest/config';

/** Counts what the engine does, and has it compile nothing meanwhile: in a process of its own. */
const counting = 'tests/unit/overlay/read/growth.test.ts';
/** Has another region in the place of ours, which the modules of the map read once. */
const elsewhere = 'tests/unit/map/across.test.ts';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		// Property tests, and reading what a draft is made with, take a while on a busy machine.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// As many as there are processors; by itself vitest leaves one of them to its own process, which has little to do.
		maxWorkers: '100%',
		// So that what a file puts in place of a global is not there in the next.
		unstubGlobals: true,
		unstubEnvs: true,
		projects: [
			{
				extends: true,
				test: {
					name: 'shared',
					include: ['tests/unit/**/*.test.ts'],
					exclude: [...configDefaults.exclude, counting, elsewhere],
					// Each module is read once a process: for every test file anew it takes two fifths of all the time.
					isolate: false
				}
			},
			{ extends: true, test: { name: 'counting', include: [counting] } },
			{ extends: true, test: { name: 'elsewhere', include: [elsewhere] } }
		]
	}
});
