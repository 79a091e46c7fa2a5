/** Light or dark: the reader's choice, else the system's. `static/early.js` puts a stored choice on the page first. */
import { createContext, onMount } from 'svelte';

export type ThemeChoice = 'system' | 'light' | 'dark';

class Theme {
	#choice = $state<ThemeChoice>('system');
	#systemDark = $state(false);
	/** What the page is drawn in. */
	readonly drawn: 'light' | 'dark' = $derived(
		this.#choice === 'system' ? (this.#systemDark ? 'dark' : 'light') : this.#choice
	);

	constructor() {
		onMount(() => {
			const chosen = document.documentElement.dataset.theme ?? stored();
			if (chosen === 'light' || chosen === 'dark')
				this.#choice = document.documentElement.dataset.theme = chosen;
			const dark = matchMedia('(prefers-color-scheme: dark)');
			const follow = () => (this.#systemDark = dark.matches);
			follow();
			dark.addEventListener('change', follow);
			return () => dark.removeEventListener('change', follow);
		});
	}

	get choice(): ThemeChoice {
		return this.#choice;
	}

	/** Takes the choice over at once and keeps it for the next visit where storage is open to us. */
	set choice(next: ThemeChoice) {
		this.#choice = next;
		const root = document.documentElement;
		if (next === 'system') delete root.dataset.theme;
		else root.dataset.theme = next;
		try {
			if (next === 'system') localStorage.removeItem('theme');
			else localStorage.setItem('theme', next);
		} catch {
			// Without storage the choice holds until the page is closed.
		}
	}
}

/** The choice of an earlier visit. Only where early.js is missing is it not on the page yet. */
function stored(): string | null {
	try {
		return localStorage.getItem('theme');
	} catch {
		return null;
	}
}

const [getTheme, setTheme] = createContext<Theme>();
export { getTheme };
export const provideTheme = () => setTheme(new Theme());
