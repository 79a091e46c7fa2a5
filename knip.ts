/** What `npm run lint` asks knip: files, exports, types and packages that nothing uses. */
import type { KnipConfig } from 'knip';

const isProduction = process.argv.includes('--production');

/** Both scripts of a component, and what its markup imports when it is needed. */
function svelte(text: string): string {
	const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes, script]) =>
		// What the script of an instance exports is called by way of `bind:this`, which knip can't follow.
		attributes!.includes('module') ? script : script!.replaceAll(/^\s*export (?=(async )?function)/gm, '')
	);
	const lazy = text.replaceAll(/<script\b[\s\S]*?<\/script>/g, '').match(/import\('[^']+'\)/g) ?? [];
	return [...scripts, ...lazy].join('\n');
}

/** Fonts and other sheets. */
function css(text: string): string {
	return [...text.matchAll(/@import '([^']+)'/g)].map(([, path]) => `import '${path}';`).join('\n');
}

export default {
	// With `!`: what the site and its commands are made of. `knip --production` reads those alone.
	entry: [
		'src/routes/**/*.{ts,svelte}!',
		'src/hooks*.ts!',
		'src/**/*.worker.ts!',
		'src/lib/words/runtime.ts!',
		// Named in files that are made for the languages of a data set.
		'src/lib/words/labels/*/{common,doubts,evidence,sourcing}.ts!',
		'src/tools/*.ts!',
		'src/tools/bench/*.{ts,html,css}!',
		'src/tools/apart/worker.ts!',
		'src/tools/torture/parts/*.ts!',
		'tests/**/*.{test,spec}.ts'
	],
	project: ['src/**/*.{ts,svelte,js,css}!', 'tests/**/*.ts', '!src/lib/words/{compiled,languages}/**!'],
	compilers: { svelte, css },
	// A type may be exported for the sake of the function beside it, and a function for its test. Nothing may be there
	// for a test alone.
	ignoreExportsUsedInFile: isProduction || { interface: true, type: true },
	ignoreDependencies: [
		// Named in project.inlang/settings.json.
		'@inlang/plugin-message-format',
		// Data files that tests and tools read from node_modules.
		'@observablehq/sample-datasets',
		'csv-spectrum',
		'world-atlas',
		// Texts that src/tools/licenses.ts reads from node_modules.
		'spdx-license-list',
		// Comes with maplibre-gl, whose types it has.
		'@maplibre/maplibre-gl-style-spec'
	],
	ignoreBinaries: ['tippecanoe', 'ogrinfo', 'ogr2ogr', 'mkfifo', ...(isProduction ? ['tsx'] : [])]
} satisfies KnipConfig;
