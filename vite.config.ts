import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { home } from './svelte.config.js';
import { project } from './src/tools/command';
import { coordinateSystems } from './src/tools/coordinateSystems';
import { basemapsInCode } from './src/tools/basemapsInCode';
import { finish } from './src/tools/finish';
import { licensesText, notesShipped } from './src/tools/licenses';
import { kindsInCode } from './src/tools/kinds';
import { mapStyles } from './src/tools/mapStyles';
import { siteLanguages, writeLanguages } from './src/tools/languages';
import { faultsOfAll } from './src/tools/messageFiles';
import { compiling } from './src/tools/messages';
import { geodataDirectory } from './src/lib/server/geodata';
import { fileLabels, languageMarked } from './src/tools/oneLanguage';
import { recordsInDev } from './src/tools/records-in-dev';

/** A message that is not what the base language has fails the build. */
const wholeMessages: Plugin = {
	name: 'whole-messages',
	apply: 'build',
	buildStart() {
		const faults = faultsOfAll(siteLanguages());
		if (faults.length > 0) this.error(`The messages have faults:\n${faults.join('\n')}`);
	}
};

/** Puts the files that are about the whole site into it, once SvelteKit has written all others. */
function wholeSite(): Plugin {
	// SvelteKit builds for the server, and from there for the browser; the site is there when the former is done.
	let isLast = false;
	const site = join(project, 'build');
	return {
		name: 'whole-site',
		apply: 'build',
		configResolved: ({ build }) => void (isLast = Boolean(build.ssr)),
		// What a build leaves is whole, or it leaves nothing: no site of before, and perhaps of another data set.
		buildStart() {
			if (isLast) rmSync(site, { recursive: true, force: true });
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			async handler() {
				// After a build that failed as well, of which an error here would hide the reason.
				if (!isLast || !existsSync(site)) return;
				// This process alone knows what it ships.
				writeFileSync(join(site, 'licenses.txt'), licensesText());
				// What src/tools/buildSite.ts is still to write is finished there.
				if (process.env.ATTESTED_APART !== '1') await finish(site);
			}
		}
	};
}

/** In a browser the language is that of the document, which takes a few lines of the messages' runtime. */
const documentLanguage: Plugin = {
	name: 'document-language',
	enforce: 'pre',
	resolveId(source, importer, { ssr }) {
		if (ssr || !importer?.includes('/src/lib/words/') || !source.endsWith('/runtime.js')) return;
		return fileURLToPath(new URL('src/lib/words/runtime.ts', import.meta.url));
	}
};

// Which languages there are, before anything asks.
writeLanguages();

/** Not what only the parts that come after the words need, nor what few pages share with the map of a draft. */
const mostPages =
	/src\/lib\/(?!features\/(overlay\/|desk\/|explore\/|measure\/|timeline\/|evidence\/)|overlay\/|draft\/|base\/(?!missing|sha256)|ui\/(Button|Card|Chunks|CopyButton|Fold|HydrateLater|InShort|OpenIn|ReaderText|Sign\.|Tog|Tool|WhenText|WhoWhat|WorkState|alone|grid|swipe)|map\/|geodata\/(?!vocabulary)|export\/|words\/(when\.|compiled\/messages\/(actors|article_|chain_|check_|clear|copied|copy|count_(articles|places|sites)|data_|desk_|export_|filter|hidden_|home_shown|later_failed|layers_|legend|open_|own_|pager_|print_|quotes_|reference|review|site|spot|stop|sure|when_|name_in|timeline|tool_|map_(background|closer|credits|down|fa|file|gesture|left|loading|lost|no_|pan|right|up|whole)|(draft(_named)?|where|try_again|back_to_sites|count_reports_of|not_today|place|report_id|share_title|table_nothing|text_sha|upstream_of_report)\.)|doubts|evidence|sourcing|near|review|sure|(labels|languages)\/.*(doubts|evidence|sourcing))|view\/(completing|explorer\.|facetLabels|filter|hidden|listing|recordHref|search|work))|node_modules\/(@sveltejs|esm-env|svelte)\/(?!.*\/elements\/(actions|bindings\/input|custom-element)\.)/;

export default defineConfig({
	plugins: [
		wholeMessages,
		coordinateSystems,
		documentLanguage,
		languageMarked,
		mapStyles,
		recordsInDev(),
		paraglideVitePlugin(compiling),
		sveltekit(),
		notesShipped(),
		wholeSite()
	],
	// For src/lib/words/kinds.ts, src/lib/map/backgrounds and src/lib/base/home.ts.
	define: {
		...kindsInCode,
		...basemapsInCode,
		'import.meta.env.BASE_PATH': JSON.stringify(home.base),
		'import.meta.env.SITE_ORIGIN': JSON.stringify(home.origin)
	},
	// The basemap's files are read from beside the records.
	server: { fs: { allow: [geodataDirectory()] } },
	// Fonts and data stay files of their own, so that a browser caches them apart from the code.
	build: {
		assetsInlineLimit: 0,
		rolldownOptions: {
			// Svelte does not say so of itself: what of it a page does not use need not come with the page.
			treeshake: {
				moduleSideEffects: [
					{ test: /node_modules\/svelte\/src\/(?!internal\/(disclose-version|flags\/))/, sideEffects: false }
				]
			},
			output: {
				codeSplitting: {
					// What most pages need is one file: a dozen small ones compress worse by a tenth.
					groups: [
						{
							name: 'words',
							test: (id) => mostPages.test(id) && !id.endsWith(fileLabels),
							minShareCount: 3
						},
						{
							name: 'frame',
							// Small, and on nearly every page: each by itself would be mostly the head of a file.
							test: /src\/lib\/(words\/compiled\/messages\/nav_|features\/frame\/LanguageSwitch|offline\/able|base\/missing)/,
							minShareCount: 2
						},
						{
							// What the parts of a map share, which come beside each other: small files too. Nothing that needs words,
							// which would be there once for each language; so too of what draws the marks of overlays.
							name: 'map',
							test: /src\/lib\/(base\/(antimeridian|rings|mercator|sphere|haversine)|map\/(box|onMap|limits|visible|backgrounds\/address|overlay\/(groups|source)|style\/(basemapZoom|clusterImage|glyphs|markSize|palette|signs|slots|sources)))\.|geodata\/dataset\.json/
						},
						// Apart, so that the next takes nothing along that others need.
						{ name: 'base', test: /src\/lib\/base\/(days|colours|cssNames|markTile)/, entriesAware: true },
						{ name: 'marks', test: /src\/lib\/map\/overlay\/(marks\/|hits|outOfWindow|styleChanges)/ },
						// Apart from all that has words in it, since that is there once for each language.
						{ name: 'library', test: /node_modules\//, entriesAware: true }
					]
				}
			}
		}
	},
	worker: { format: 'es', plugins: () => [coordinateSystems, notesShipped()] }
});
