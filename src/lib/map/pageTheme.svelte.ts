/** The colours of the page that the map is in: `data-theme` on its root, else those of the system. */
import { onMount } from 'svelte';
import type { Theme } from './style/palette';

export class PageTheme {
	/** Light until the page runs. */
	theme = $state<Theme>('light');

	constructor() {
		onMount(() => {
			const systemDark = matchMedia('(prefers-color-scheme: dark)');
			const read = () => {
				const chosen = document.documentElement.dataset.theme;
				this.theme = chosen === 'light' || chosen === 'dark' ? chosen : systemDark.matches ? 'dark' : 'light';
			};
			const observer = new MutationObserver(read);
			read();
			observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
			systemDark.addEventListener('change', read);
			return () => {
				observer.disconnect();
				systemDark.removeEventListener('change', read);
			};
		});
	}
}
