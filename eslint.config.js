import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			// All other scripts oxlint reads in a second, by the same rules (.oxlintrc.json).
			'**/*.{ts,js,mjs,mts}',
			'!**/*.svelte.ts'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		// TypeScript's own checks say both, and sooner.
		rules: { 'no-undef': 'off', '@typescript-eslint/no-unused-vars': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		// Records are text, never markup: nothing in the project may put a string into the page as HTML.
		// Addresses are resolved where a path is named and may then get the view's query, which the other rule can't see.
		rules: { 'svelte/no-at-html-tags': 'error', 'svelte/no-navigation-without-resolve': 'off' }
	}
);
