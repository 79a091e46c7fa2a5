import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// Property tests take a while on a busy machine.
	test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 }
});
