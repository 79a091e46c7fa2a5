/** The site that the pointer or the focus is on, shared by the map, the lists and the passages of one page. */
import { createContext } from 'svelte';

class Highlight {
	site = $state<string | null>(null);
}

const [getHighlight, setHighlight] = createContext<Highlight>();
export { getHighlight };
export const provideHighlight = () => setHighlight(new Highlight());
