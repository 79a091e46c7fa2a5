/**
 * How messages are compiled, for the build and for `npm run messages` alike. In a browser the language is that of the
 * document (src/lib/words/index.ts); on the server each page has its own (src/hooks.server.ts).
 * @type {Partial<import('@inlang/paraglide-js').CompilerOptions>}
 */
export default {
	outdir: './src/lib/words/compiled',
	strategy: ['globalVariable', 'baseLocale'],
	isServer: 'import.meta.env.SSR',
	emitReadme: false
};
