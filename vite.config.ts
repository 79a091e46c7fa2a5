import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { compiling, faultsOfAll } from './src/tools/messages';

/** A message that a language does not have fails the build. */
const wholeMessages: Plugin = {
	name: 'whole-messages',
	apply: 'build',
	buildStart() {
		const faults = faultsOfAll();
		if (faults.length > 0) this.error(`The messages are not whole:\n${faults.join('\n')}`);
	}
};

export default defineConfig({
	plugins: [wholeMessages, paraglideVitePlugin(compiling), sveltekit()],
	// The basemap's files are read from beside the records.
	server: { fs: { allow: ['geodata'] } },
	// Fonts and data stay files of their own, so that a browser caches them apart from the code.
	build: {
		assetsInlineLimit: 0,
		rolldownOptions: {
			output: {
				codeSplitting: {
					// What most pages need is one file: a dozen small ones compress worse by a tenth.
					groups: [
						{
							name: 'words',
							// Not what only the parts that come after the words need.
							test: /src\/lib\/(?!geodata\/timeline|view\/(explorer|filter))|node_modules\/(svelte|@sveltejs|esm-env)\//,
							minShareCount: 3
						}
					]
				}
			}
		}
	},
	worker: { format: 'es' }
});
